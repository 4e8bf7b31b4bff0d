"""The days that periods are, and the keys they are kept under."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.period import Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.section import CalendarSection
from salesperf.sources.targets.period_words import PeriodWord, YearWord
from salesperf.sources.targets.spans import Basis, key_of, months_from, span_of, spans_of_days, weeks_of_days

FY_2018 = YearWord(2018, is_fiscal=True)
JULY = Basis(start=7, is_fiscal=True)


@pytest.mark.parametrize(
    ("word", "year", "basis", "days"),
    [
        (PeriodWord(1, 1), YearWord(2018), Basis(), "2018-01-01..2018-01-31"),
        (PeriodWord(1, 1), FY_2018, JULY, "2017-07-01..2017-07-31"),
        (PeriodWord(1, 12), FY_2018, JULY, "2018-06-01..2018-06-30"),
        (PeriodWord(3, 3), FY_2018, JULY, "2018-01-01..2018-03-31"),
        (PeriodWord(12, 1), FY_2018, JULY, "2017-07-01..2018-06-30"),
        (PeriodWord(1, 8, is_named=True), FY_2018, JULY, "2017-08-01..2017-08-31"),
        (PeriodWord(1, 2, is_named=True), FY_2018, JULY, "2018-02-01..2018-02-28"),
        (PeriodWord(1, 8, 2018, is_named=True), None, JULY, "2018-08-01..2018-08-31"),
        (PeriodWord(3, 1), YearWord(2017, 2018, is_fiscal=True), JULY, "2017-07-01..2017-09-30"),
        (PeriodWord(3, 1), FY_2018, Basis(7, is_fiscal=True, named_start=True), "2018-07-01..2018-09-30"),
        (PeriodWord(3, 1), YearWord(2018), Basis(start=7), "2018-01-01..2018-03-31"),
    ],
)
def test_a_period_lies_in_the_year_that_is_meant(
    word: PeriodWord, year: YearWord | None, basis: Basis, days: str
) -> None:
    assert str(span_of(word, year, basis)) == days


def test_no_year_is_invented() -> None:
    assert span_of(PeriodWord(1, 3), None, Basis()) is None
    assert span_of(PeriodWord(1, 3), None, Basis(year=YearWord(2020))) == months_from(date(2020, 3, 1), 1)


@given(
    st.integers(2000, 2080),
    st.integers(1, 12),
    st.sampled_from([1, 3, 6, 12]),
    st.integers(1, 12),
    st.sampled_from(["start", "end"]),
)
def test_a_key_asks_for_the_same_days(year: int, month: int, months: int, first: int, named: str) -> None:
    span = months_from(date(year, month, 1), months)
    section = CalendarSection(first_month=first, year_named=named)  # type: ignore[arg-type]

    key = key_of(span, first_month=first, named_start=named == "start")

    asked = parse_period(key, calendar=Calendar(section), as_of=date(2026, 1, 1))
    assert (asked.start, asked.end) == (span.start, span.end)


def test_first_days_are_months_quarters_or_years_by_their_distance() -> None:
    days = [date(2024, 1, 1), date(2024, 4, 1), date(2024, 10, 1)]

    quarters, _ = spans_of_days(days, told_months=None)
    months, _ = spans_of_days(days, told_months=1)

    assert str(quarters[days[2]]) == "2024-10-01..2024-12-31"
    assert str(months[days[2]]) == "2024-10-01..2024-10-31"


def test_quota_periods_run_to_the_day_before_the_next() -> None:
    days = [date(2011, 5, 31), date(2011, 8, 31), date(2011, 12, 1)]

    spans, is_open = spans_of_days(days, told_months=None)

    assert [str(spans[day]) for day in days] == [
        "2011-05-31..2011-08-30",
        "2011-08-31..2011-11-30",
        "2011-12-01..2012-02-29",
    ]
    assert is_open


def test_days_and_weeks_stay_what_they_are() -> None:
    daily, _ = spans_of_days([date(2026, 3, 2), date(2026, 3, 3)], told_months=None)
    weekly, _ = spans_of_days([date(2026, 3, 2), date(2026, 3, 9)], told_months=None)

    assert daily[date(2026, 3, 3)] == Span(date(2026, 3, 3), date(2026, 3, 3))
    assert str(weekly[date(2026, 3, 9)]) == "2026-03-09..2026-03-15"


def test_last_days_of_months_are_those_months() -> None:
    spans, _ = spans_of_days([date(2024, 1, 31), date(2024, 2, 29)], told_months=None)

    assert str(spans[date(2024, 2, 29)]) == "2024-02-01..2024-02-29"


def test_days_of_weeks_that_would_overlap_are_no_weeks() -> None:
    monday, friday = date(2025, 6, 2), date(2025, 6, 6)

    assert weeks_of_days([monday, friday], are_last=False) == {}
    assert str(weeks_of_days([friday], are_last=True)[friday]) == "2025-05-31..2025-06-06"
