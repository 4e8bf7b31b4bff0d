"""Spans of days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.period import Grain, Period, Span
from salesperf.core.period_words import day_words, span_words
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection

_CIVIL = Calendar()
_JUNE_18 = date(2026, 6, 18)


@pytest.mark.parametrize(
    ("grain", "said"),
    [
        (Grain.DAY, Text("Jun 18, 2026", "2026年6月18日")),
        (Grain.WEEK, Text("week 25, Jun 15 – 21, 2026", "2026年第25周（6月15–21日）")),
        (Grain.MONTH, Text("June 2026", "2026年6月")),
        (Grain.QUARTER, Text("Q2 2026", "2026年第二季度")),
        (Grain.YEAR, Text("2026", "2026年")),
    ],
)
def test_a_period_of_the_calendar_is_called_by_its_name(grain: Grain, said: Text) -> None:
    assert span_words(_CIVIL.period(grain, _JUNE_18)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-06-18", "2026-06-18", Text("Jun 18, 2026", "2026年6月18日")),
        ("2026-01-05", "2026-01-11", Text("Jan 5 – 11, 2026", "2026年1月5–11日")),
        ("2026-06-01", "2026-06-18", Text("Jun 1 – 18, 2026", "2026年6月1–18日")),
        ("2026-01-01", "2026-06-18", Text("Jan 1 – Jun 18, 2026", "2026年1月1日–6月18日")),
        ("2025-12-29", "2026-01-04", Text("Dec 29, 2025 – Jan 4, 2026", "2025年12月29日–2026年1月4日")),
        ("2026-06-01", "2026-06-30", Text("June 2026", "2026年6月")),
        ("2026-01-01", "2026-06-30", Text("January – June 2026", "2026年1–6月")),
        ("2025-07-01", "2026-06-30", Text("July 2025 – June 2026", "2025年7月–2026年6月")),
        ("2026-01-01", "2026-12-31", Text("2026", "2026年")),
        ("2024-01-01", "2025-12-31", Text("2024 – 2025", "2024–2025年")),
        ("2024-02-01", "2024-02-28", Text("Feb 1 – 28, 2024", "2024年2月1–28日")),
    ],
)
def test_any_other_span_is_called_by_its_months_or_days(start: str, end: str, said: Text) -> None:
    span = Span(date.fromisoformat(start), date.fromisoformat(end))

    assert span_words(span) == said
    assert span_words(Period(span.start, span.end, str(span))) == said


@pytest.mark.parametrize("grain", [Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR])
def test_a_period_cut_short_is_called_by_its_days(grain: Grain) -> None:
    whole = _CIVIL.period(grain, _JUNE_18)
    cut = Period(whole.start, _JUNE_18, whole.key, grain)

    assert span_words(cut) == span_words(Span(whole.start, _JUNE_18))


def test_a_week_in_two_years_says_in_which_of_them_it_is_counted() -> None:
    week = _CIVIL.period(Grain.WEEK, date(2026, 1, 1))

    assert span_words(week) == Text(
        "week 1 of 2026, Dec 29, 2025 – Jan 4, 2026", "2026年第1周（2025年12月29日–2026年1月4日）"
    )


def test_a_fiscal_quarter_and_year_keep_their_key_with_their_months() -> None:
    calendar = Calendar(CalendarSection(first_month=4, year_named="start"))

    assert span_words(calendar.period(Grain.QUARTER, _JUNE_18)) == Text(
        "FY2026-Q1 (April – June 2026)", "FY2026-Q1（2026年4–6月）"
    )
    assert span_words(calendar.period(Grain.YEAR, _JUNE_18)) == Text(
        "FY2026 (April 2026 – March 2027)", "FY2026（2026年4月–2027年3月）"
    )
    assert span_words(calendar.period(Grain.MONTH, _JUNE_18)).en == "June 2026"


def test_months_and_years_of_weeks_keep_their_key_with_their_days() -> None:
    calendar = Calendar(CalendarSection(pattern="4-4-5"))
    day = date(2026, 2, 10)

    assert span_words(calendar.period(Grain.MONTH, day)).en.startswith("2026-P02 (")
    assert span_words(calendar.period(Grain.QUARTER, day)).en.startswith("2026-Q1 (")
    assert span_words(calendar.period(Grain.YEAR, day)).zh.startswith("2026（")


def test_every_month_has_a_name_and_the_start_of_it_before_days() -> None:
    named = [span_words(_CIVIL.period(Grain.MONTH, date(2026, month, 1))).en for month in range(1, 13)]
    days = [day_words(date(2026, month, 9)).en for month in range(1, 13)]

    assert [name.split()[0] for name in named] == [f"{date(2026, month, 1):%B}" for month in range(1, 13)]
    assert days == [f"{date(2026, month, 1):%b} 9, 2026" for month in range(1, 13)]
