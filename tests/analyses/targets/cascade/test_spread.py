"""Targets over periods."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from salesperf.analyses.targets.cascade.spread import spread_of
from salesperf.analyses.targets.weights import Weights
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.section import CalendarSection
from salesperf.facts.workdays import Workdays

CALENDAR = Calendar()
WEEKDAYS = Weights(Workdays())


def _period(text: str, calendar: Calendar = CALENDAR) -> Period:
    return parse_period(text, calendar=calendar, as_of=date(2026, 1, 1))


def _always(_: date) -> Fraction:
    return Fraction(1)


def test_months_get_their_workdays_weighted_by_season() -> None:
    """The first quarter of 2026 has 22, 20 and 22 workdays; with double weight in March 22, 20 and 44 of 86."""
    quarter = _period("2026-Q1")

    plain = spread_of(quarter, Grain.MONTH, calendar=CALENDAR, weights=WEEKDAYS)
    strong = spread_of(quarter, Grain.MONTH, calendar=CALENDAR, weights=Weights(Workdays(), {3: 2.0}))

    assert plain.over(64, _always) == (22, 20, 22)
    assert strong.over(86, _always) == (22, 20, 44)


def test_chinese_workdays_hold_the_days_worked_instead() -> None:
    """February 2026: 16 to 23 February are off, Saturdays 14 and 28 are worked: 20 - 6 + 2 = 16 workdays."""
    february = spread_of(_period("2026-02"), Grain.DAY, calendar=CALENDAR, weights=Weights(Workdays("CN")))

    found = dict(zip([part.start.day for part in february.parts], february.over(16, _always), strict=True))

    assert (found[14], found[16], found[23], found[24], found[28], sum(found.values())) == (1, 0, 0, 1, 1, 16)


def test_whoever_comes_later_has_nothing_before() -> None:
    months = spread_of(_period("2026-Q1"), Grain.MONTH, calendar=CALENDAR, weights=WEEKDAYS)

    assert months.over(42, lambda day: Fraction(day >= date(2026, 2, 1))) == (0, 20, 22)


def test_whoever_is_there_on_no_workday_is_spread_over_calendar_days() -> None:
    months = spread_of(_period("2026-Q1"), Grain.MONTH, calendar=CALENDAR, weights=WEEKDAYS)

    assert months.over(90, lambda _: Fraction(0)) == (31, 28, 31)


def test_weeks_that_are_cut_off_are_named_by_their_days() -> None:
    weeks = spread_of(_period("2026-01"), Grain.WEEK, calendar=CALENDAR, weights=WEEKDAYS)

    assert [part.key for part in weeks.parts] == [
        "2026-01-01..2026-01-04",
        "2026-W02",
        "2026-W03",
        "2026-W04",
        "2026-01-26..2026-01-31",
    ]


def test_months_of_weeks_are_named_by_their_days() -> None:
    retail = Calendar(CalendarSection(first_month=2, pattern="4-5-4"))
    quarter = retail.period(Grain.QUARTER, date(2026, 3, 1))

    months = spread_of(quarter, Grain.MONTH, calendar=retail, weights=WEEKDAYS)

    assert all(part.key == str(Span(part.start, part.end)) for part in months.parts)


@settings(max_examples=40)
@given(
    st.integers(0, 100_000),
    st.sampled_from(["2026", "2026-Q3", "2026-05", "2026-01-15..2026-04-02"]),
    st.integers(0, 40),
)
def test_every_grain_adds_up_to_the_same(units: int, words: str, late: int) -> None:
    period = _period(words)
    start = date.fromordinal(period.start.toordinal() + late)
    spreads = {
        grain: spread_of(period, grain, calendar=CALENDAR, weights=Weights(Workdays("CN"), {5: 1.7, 2: 0.3}))
        for grain in (Grain.QUARTER, Grain.MONTH, Grain.WEEK, Grain.DAY)
    }
    found = {grain: one.over(units, lambda day: Fraction(day >= start)) for grain, one in spreads.items()}

    assert {sum(shares) for shares in found.values()} == {units}
    daily = dict(zip([part.start for part in spreads[Grain.DAY].parts], found[Grain.DAY], strict=True))
    for grain, one in spreads.items():
        for part, share in zip(one.parts, found[grain], strict=True):
            assert share == sum(amount for day, amount in daily.items() if day in part)
