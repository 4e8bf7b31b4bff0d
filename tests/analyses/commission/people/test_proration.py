"""Parts of periods, worked by hand from a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.people.proration import part_of
from salesperf.analyses.commission.written.answers import DayCount
from salesperf.core.period import Span

ACTUAL, THIRTY, WORKDAYS, WHOLE = DayCount.ACTUAL, DayCount.THIRTY, DayCount.WORKDAYS, DayCount.WHOLE_MONTHS


def span(start: str, end: str) -> Span:
    return Span(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("count", "part"),
    # From Monday 16 February 2026: 13 of 28 days, 15 of 30, 10 of 20 workdays, the month itself.
    [(ACTUAL, Fraction(13, 28)), (THIRTY, Fraction(1, 2)), (WORKDAYS, Fraction(1, 2)), (WHOLE, Fraction(1))],
)
def test_a_joiner_in_february(count: DayCount, part: Fraction) -> None:
    there = span("2026-02-16", "2026-12-31")

    assert part_of(span("2026-02-01", "2026-02-28"), [there], count=count) == part


@pytest.mark.parametrize(
    ("period", "there", "count", "part"),
    [
        # A leap year: 29 days in February, somebody joins on the 29th.
        (span("2028-02-01", "2028-02-29"), span("2028-02-29", "2028-12-31"), ACTUAL, Fraction(1, 29)),
        # 29 February 2028 is the last day of its month and so its thirtieth: from the 29th there are two of thirty.
        (span("2028-02-01", "2028-02-29"), span("2028-02-29", "2028-12-31"), THIRTY, Fraction(2, 30)),
        # A joiner on the last day of a month of 31 days: one of thirty.
        (span("2026-01-01", "2026-01-31"), span("2026-01-31", "2026-12-31"), THIRTY, Fraction(1, 30)),
        (span("2026-01-01", "2026-01-31"), span("2026-01-31", "2026-12-31"), ACTUAL, Fraction(1, 31)),
        # Saturday 31 January 2026 is no workday.
        (span("2026-01-01", "2026-01-31"), span("2026-01-31", "2026-12-31"), WORKDAYS, Fraction(0)),
        # A leaver on the first day.
        (span("2026-04-01", "2026-04-30"), span("2020-01-01", "2026-04-01"), ACTUAL, Fraction(1, 30)),
        (span("2026-04-01", "2026-04-30"), span("2020-01-01", "2026-03-31"), ACTUAL, Fraction(0)),
        # A quarter from 15 May: 17 days of May and 30 of June of 91; 16 and 30 of 90; two of its three months.
        (span("2026-04-01", "2026-06-30"), span("2026-05-15", "2026-12-31"), ACTUAL, Fraction(47, 91)),
        (span("2026-04-01", "2026-06-30"), span("2026-05-15", "2026-12-31"), THIRTY, Fraction(46, 90)),
        (span("2026-04-01", "2026-06-30"), span("2026-05-15", "2026-12-31"), WHOLE, Fraction(2, 3)),
        # The second half of a month ends on its last day, not on the one before.
        (span("2026-03-16", "2026-03-31"), span("2026-03-16", "2026-03-31"), ACTUAL, Fraction(1)),
    ],
)
def test_parts_of_periods(period: Span, there: Span, count: DayCount, part: Fraction) -> None:
    assert part_of(period, [there], count=count) == part


@pytest.mark.parametrize(("joined", "months"), [("2026-10-01", 3), ("2026-11-01", 2), ("2026-12-01", 1)])
def test_who_starts_in_the_last_quarter_keeps_every_month(joined: str, months: int) -> None:
    # A vendor's min(3, 12 - month) gives October 2 of 3 months: 26,667 of a quota of 40,000.
    quarter = span("2026-10-01", "2026-12-31")

    part = part_of(quarter, [span(joined, "2027-12-31")], count=WHOLE)

    assert part * 3 == months
    assert 40_000 * part == {3: 40_000, 2: Fraction(80_000, 3), 1: Fraction(40_000, 3)}[months]


DAYS = st.dates(date(2023, 1, 1), date(2029, 12, 31))


@given(DAYS, st.integers(1, 400), st.integers(0, 400), st.sampled_from([ACTUAL, WORKDAYS]))
def test_parts_before_and_after_a_day_are_the_whole(start: date, days: int, cut: int, count: DayCount) -> None:
    period = Span(start, start + timedelta(days=days))
    until = start + timedelta(days=min(cut, days - 1))
    parts = [
        part_of(period, [one], count=count) for one in (Span(start, until), Span(until + timedelta(days=1), period.end))
    ]

    assert sum(parts) == part_of(period, [period], count=count)


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400), st.sampled_from(DayCount))
def test_a_part_is_between_nothing_and_all(start: date, days: int, joined: date, stay: int, count: DayCount) -> None:
    period, there = Span(start, start + timedelta(days=days)), Span(joined, joined + timedelta(days=stay))

    assert 0 <= part_of(period, [there], count=count) <= 1
    assert part_of(period, [period], count=count) == 1
