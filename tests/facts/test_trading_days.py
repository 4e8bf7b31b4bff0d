"""The days of the week on which a company sells."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from salesperf.core.period import Grain
from salesperf.engine import small
from salesperf.facts.calendar import MONDAY_TO_FRIDAY, Calendar
from salesperf.facts.trading_days import trading_days

FIRST, SATURDAY = date(2026, 1, 5), date(2026, 2, 28)
"""A Monday, and the sixth day of the eighth week from it: seven weeks lie before."""


def _found(days: list[date], *, first: date = FIRST, through: date = SATURDAY) -> frozenset[int]:
    return trading_days(small({"date": days}, {"date": pl.Date()}), first=first, through=through)


def _every(weekdays: set[int], weeks: int = 8) -> list[date]:
    days = [FIRST + timedelta(days=at) for at in range(7 * weeks)]
    return [day for day in days if day.weekday() in weekdays for _ in range(2)]


def test_a_shop_that_sells_at_weekends_has_no_whole_week_on_a_saturday() -> None:
    workdays = _found(_every(set(range(7))))
    shop, office = Calendar(workdays=workdays), Calendar()
    week = office.period(Grain.WEEK, SATURDAY)

    assert workdays == frozenset(range(7))
    assert not shop.is_complete(week, SATURDAY)
    assert shop.is_complete(week, SATURDAY + timedelta(days=1))
    assert shop.last_complete(Grain.WEEK, SATURDAY) == office.previous(week)
    assert office.is_complete(week, SATURDAY)


def test_half_of_the_weekends_make_a_day_of_trade() -> None:
    # Four Saturdays of seven, three Sundays; of the running week nothing counts.
    saturdays, sundays = _every({5}, weeks=4), _every({6}, weeks=3)

    assert _found([*_every(set(range(5))), *saturdays, *sundays]) == MONDAY_TO_FRIDAY | {5}


def test_few_weeks_say_nothing_of_what_is_usual() -> None:
    assert _found(_every(set(range(7))), first=SATURDAY - timedelta(days=25)) == MONDAY_TO_FRIDAY


def test_data_that_end_on_another_day_turn_on_no_weekend() -> None:
    assert _found(_every(set(range(7))), through=date(2026, 2, 26)) == MONDAY_TO_FRIDAY
    assert _found(_every(set(range(7))), through=date(2026, 2, 27)) == frozenset(range(7))
