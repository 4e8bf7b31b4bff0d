"""Periods as people write them in headers and cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.targets.period_words import PeriodWord, YearWord, is_sum_word, period_in, year_in


@pytest.mark.parametrize(
    ("text", "months", "number", "year"),
    [
        ("M01", 1, 1, None), ("M12", 1, 12, None), ("Jan", 1, 1, None), ("December", 1, 12, None),
        ("Sept.", 1, 9, None),
        ("一月", 1, 1, None), ("十二月", 1, 12, None), ("1月", 1, 1, None), ("１２月份", 1, 12, None),
        ("第3期", 1, 3, None),
        ("2017-07", 1, 7, 2017), ("2017年7月", 1, 7, 2017), ("201707", 1, 7, 2017), ("07/2017", 1, 7, 2017),
        ("Jul-17", 1, 7, 2017), ("May-24", 1, 5, 2024), ("24年1月", 1, 1, 2024), ("2017-07-01 00:00:00", 1, 7, 2017),
        ("Q1", 3, 1, None), ("1Q24", 3, 1, 2024), ("Q1'18", 3, 1, 2018), ("2018年第一季度", 3, 1, 2018),
        ("三季度", 3, 3, None),
        ("H1", 6, 1, None), ("下半年", 6, 2, None), ("2018", 12, 1, 2018), ("2018年度", 12, 1, 2018),
    ],
)  # fmt: skip
def test_a_period_is_known_by_any_of_its_names(text: str, months: int, number: int, year: int | None) -> None:
    found = period_in(text)

    assert found is not None
    word, rest = found
    assert (word.months, word.number, word.year, rest) == (months, number, year, "")


@pytest.mark.parametrize("text", ["FY18 Q1", "Q1 FY2018", "2018财年Q1", "FY2018-Q1"])
def test_a_fiscal_year_is_told_from_a_year(text: str) -> None:
    assert period_in(text) == (PeriodWord(3, 1, 2018, is_fiscal=True), "")


def test_two_years_name_the_one_it_begins_and_the_one_it_ends_in() -> None:
    assert period_in("2017/18") == (PeriodWord(12, 1, 2017, 2018, is_fiscal=True), "")
    assert year_in("FY2017-18") == (YearWord(2017, 2018, is_fiscal=True), "")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("1月目标", "目标"),
        ("M01 Target", "target"),
        ("2024年1月销售额", "销售额"),
        ("Revenue Q1", "revenue"),
        ("一季度合计", ""),
    ],
)
def test_what_else_a_header_says_is_kept(text: str, rest: str) -> None:
    found = period_in(text)

    assert found is not None
    assert found[1] == rest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q2 Apr", (PeriodWord(1, 4, is_named=True), "")),
        ("2025 Q2 Apr", (PeriodWord(1, 4, 2025, is_named=True), "")),
        ("二季度 4月目标", (PeriodWord(1, 4, is_named=True), "目标")),
        ("上半年 Q1", (PeriodWord(3, 1), "")),
        ("FY18 Q1 Jul", (PeriodWord(1, 7, 2018, is_named=True, is_fiscal=True), "")),
        ("Q1 Jan-Mar", (PeriodWord(3, 1), "")),
        ("一季度 1-3月", (PeriodWord(3, 1), "")),
        ("Q1 Jan-Mar Target", (PeriodWord(3, 1), "target")),
        ("Q2 Total", (PeriodWord(3, 2), "")),
        ("Q2 Margin", (PeriodWord(3, 2), "margin")),
    ],
)
def test_of_a_quarter_and_its_month_the_month_is_meant(text: str, found: tuple[PeriodWord, str]) -> None:
    assert period_in(text) == found


@pytest.mark.parametrize(
    "text", ["EmployeeID", "Market", "Target", "TargetMonth", "2011-05-31", "姓名", "Margin", "2099999"]
)
def test_other_words_are_no_periods(text: str) -> None:
    assert period_in(text) is None


@pytest.mark.parametrize("text", ["全年", "合计", "Total", "Full Year", "Annual", " 年合计 "])
def test_sums_are_known_by_their_names(text: str) -> None:
    assert is_sum_word(text)
    assert not is_sum_word(f"{text} x")


@given(st.integers(2000, 2099), st.integers(1, 12))
def test_every_month_of_every_year_reads_back(year: int, month: int) -> None:
    for text in (f"{year}-{month:02d}", f"{year}年{month}月", f"{year}/{month}", f"{year}{month:02d}"):
        assert period_in(text) == (PeriodWord(1, month, year, is_named=True), "")


@pytest.mark.parametrize(
    ("text", "months", "first", "rest"),
    [
        ("1-6月", 6, 1, ""), ("2025年1~3月", 3, 1, ""), ("4月-6月目标", 3, 4, "目标"), ("1至12月合计", 12, 1, ""),
        ("Jan-Jun YTD", 6, 1, ""), ("Jan – Mar 2025", 3, 1, ""), ("July to September target", 3, 7, "target"),
        ("3月累计目标", 3, 1, "目标"), ("YTD Mar", 3, 1, ""),
    ],
)  # fmt: skip
def test_several_months_are_one_period(text: str, months: int, first: int, rest: str) -> None:
    found = period_in(text)

    assert found is not None
    assert (found[0].months, found[0].number, found[0].is_named, found[1]) == (months, first, True, rest)


@pytest.mark.parametrize("text", ["2025-1月", "Jan-25", "2025-01", "12-2月", "Q1 (1-3月)", "上半年 1-6月"])
def test_months_between_which_nothing_lies_stay_what_they_are(text: str) -> None:
    found = period_in(text)

    assert found is not None
    assert found[0].months == 1 or not found[0].is_named
