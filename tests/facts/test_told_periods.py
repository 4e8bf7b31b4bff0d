"""Periods as tables tell them."""

from __future__ import annotations

import pytest

from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection
from salesperf.facts.told_periods import told_periods

CIVIL = Calendar()


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("2026-03", "2026-03-01..2026-03-31"),
        ("2026/3", "2026-03-01..2026-03-31"),
        ("2026.03", "2026-03-01..2026-03-31"),
        ("202603", "2026-03-01..2026-03-31"),
        ("03/2026", "2026-03-01..2026-03-31"),
        ("Mar-26", "2026-03-01..2026-03-31"),
        ("March 2026", "2026-03-01..2026-03-31"),
        ("26-Mar", "2026-03-01..2026-03-31"),
        ("2026年3月", "2026-03-01..2026-03-31"),
        ("２０２６年３月份", "2026-03-01..2026-03-31"),
        ("2026Q1", "2026-01-01..2026-03-31"),
        ("Q1 2026", "2026-01-01..2026-03-31"),
        ("2026年第一季度", "2026-01-01..2026-03-31"),
        ("2026年1-3月", "2026-01-01..2026-03-31"),
        ("2026-01 ~ 2026-03", "2026-01-01..2026-03-31"),
        ("2026-01至2026-03", "2026-01-01..2026-03-31"),
        ("H2 2026", "2026-07-01..2026-12-31"),
        ("2026年上半年", "2026-01-01..2026-06-30"),
        ("2026", "2026-01-01..2026-12-31"),
        ("2026.0", "2026-01-01..2026-12-31"),
        ("2026年度", "2026-01-01..2026-12-31"),
    ],
)
def test_a_period_is_read_as_people_write_it(word: str, days: str) -> None:
    found = told_periods([word], CIVIL)[word]

    assert found is not None
    assert f"{found.start}..{found.end}" == days


@pytest.mark.parametrize("word", ["last-month", "ytd", "上月", "soon", "3月", "2026-13", "", "Q5 2026", "1000000"])
def test_what_names_no_period_is_none(word: str) -> None:
    assert told_periods([word], CIVIL) == {word: None}


def test_first_days_of_months_are_months_where_no_other_days_are_named() -> None:
    found = told_periods(["2026-01-01", "2026-02-01 00:00:00"], CIVIL)

    assert [period.key for period in found.values() if period] == ["2026-01", "2026-02"]
    with_another = told_periods(["2026-01-01", "2026-02-15"], CIVIL)
    assert [period.key for period in with_another.values() if period] == ["2026-01-01", "2026-02-15"]


def test_a_fiscal_calendar_decides_what_a_quarter_is() -> None:
    found = told_periods(["FY2026 Q1"], Calendar(CalendarSection(first_month=7)))["FY2026 Q1"]

    assert found is not None
    assert f"{found.start}..{found.end}" == "2025-07-01..2025-09-30"
