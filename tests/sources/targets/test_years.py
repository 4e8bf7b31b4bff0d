"""Where the years of a target sheet begin, and which year it is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Sheet = Callable[..., Any]
MONTHS = "Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar,Apr,May,Jun"
NUMBERS = ",".join(map(str, range(12)))


@pytest.mark.parametrize(
    "title",
    [
        "Targets for the year to 30 June 2018",
        "Targets FY18 (July 2017 - June 2018)",
        "2018财年目标（7月至次年6月）",
        "Quota for the fiscal year ending June 2018",
        "FY18 targets - fiscal year starts in July",
    ],
)
def test_a_title_tells_where_the_year_begins(title: str, sheet_of: Sheet) -> None:
    sheet = sheet_of(f"{title},,\nRep,M01,M02\nAnn,1,2\nBob,3,4\n", "x.csv")

    assert (sheet.basis.start, sheet.basis.is_fiscal) == (7, True)
    assert not sheet.doubt.message


def test_months_that_run_over_new_year_tell_where_it_begins(sheet_of: Sheet) -> None:
    sheet = sheet_of(f"Rep,{MONTHS}\nAnn,{NUMBERS}\n", "FY2018 targets.csv")

    assert (sheet.basis.start, sheet.basis.is_fiscal) == (7, True)


def test_one_number_for_a_year_of_two_is_told(sheet_of: Sheet) -> None:
    sheet = sheet_of(f"Rep,{MONTHS}\nAnn,{NUMBERS}\n", "targets 2018.csv")

    assert "ends in the calendar year of its name" in sheet.doubt.message.en


def test_fiscal_years_are_read_by_the_settings_else_told(sheet_of: Sheet) -> None:
    text = "Fiscal year,Rep,M01,M02\n2018,Ann,1,2\n2018,Bob,3,4\n"

    assert "not of the month they begin in" in sheet_of(text).doubt.message.en
    known = sheet_of(text, first_month=4)
    assert (known.basis.start, known.basis.is_fiscal, known.doubt.message.en) == (4, True, "")


def test_a_fiscal_year_from_january_to_december_is_not_doubted(sheet_of: Sheet) -> None:
    months = "Jan,Feb,Mar,Q1,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"
    title = "FY2025 Sales Targets"

    whole = sheet_of(f"{title},,\nRep,{months}\nAnn,1,2,3,6,4,5,6,7,8,9,10,11,12\nBob,1,2,3,6,4,5,6,7,8,9,10,11,12\n")
    part = sheet_of(f"{title},,\nRep,Jan,Feb,Mar\nAnn,1,2,3\nBob,4,5,6\n")

    assert (whole.basis.start, whole.doubt.message.en) == (1, "")
    assert "not of the month they begin in" in part.doubt.message.en


def test_a_plain_year_stays_a_calendar_year_and_is_told_beside_a_fiscal_setting(sheet_of: Sheet) -> None:
    sheet = sheet_of("Year,Rep,M01,M02\n2018,Ann,1,2\n2018,Bob,3,4\n", first_month=7)

    assert not sheet.basis.is_fiscal
    assert "read as calendar years" in sheet.doubt.message.en


def test_two_years_in_titles_are_no_year(sheet_of: Sheet) -> None:
    assert sheet_of("Targets 2024 after 2023,,\nRep,Jan,Feb\nAnn,1,2\nBob,3,4\n", "x.csv").basis.year is None


def test_the_year_of_the_months_across_is_that_of_the_half_beside_them(sheet_of: Sheet) -> None:
    sheet = sheet_of("Rep,2025-01,2025-02,H1\nAnn,1,2,3\nBob,1,2,3\n", "targets.csv")

    assert sheet.basis.year.year == 2025


@pytest.mark.parametrize(
    "title",
    [
        "2026财年销售目标（2025年7月至2026年6月，单位：万元）",
        "FY2026销售目标（2025.7-2026.6）",
        "2026财年（2025年7月1日至2026年6月30日）销售目标",
        "销售目标 2025/07-2026/06",
        "2025年7月～2026年6月 目标",
    ],
)
def test_a_title_tells_from_which_month_to_which_the_year_goes(title: str, sheet_of: Sheet) -> None:
    sheet = sheet_of(f"{title},,,,\n姓名,Q1,Q2,Q3,Q4\n甲,1,2,3,4\n乙,3,4,5,6\n", "x.csv")

    assert (sheet.basis.start, sheet.basis.is_fiscal) == (7, True)
    assert (sheet.basis.year.year, sheet.basis.year.until) == (2025, 2026)
    assert not sheet.doubt.message


@pytest.mark.parametrize(
    "title", ["2025年7月至2025年12月目标", "2025年7月至2026年5月目标", "2025年1月至2026年12月目标"]
)
def test_other_ranges_of_months_are_no_year(title: str, sheet_of: Sheet) -> None:
    assert sheet_of(f"{title},,\n姓名,Q1,Q2\n甲,1,2\n乙,3,4\n", "x.csv").basis.start == 1
