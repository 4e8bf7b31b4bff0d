from __future__ import annotations

from datetime import date

from salesperf.core.period import Span
from salesperf.facts.workdays import Workdays

# National Day 2026 by the State Council's notice: 1 to 7 October off; 20 September and 10 October worked instead.
AUTUMN = Span(date(2026, 9, 19), date(2026, 10, 11))


def test_china_works_on_days_that_stand_for_holidays() -> None:
    worked = Workdays("CN").of(AUTUMN)

    assert date(2026, 9, 20) in worked
    assert date(2026, 10, 10) in worked
    assert not any(date(2026, 10, day) in worked for day in range(1, 8))


def test_without_a_country_monday_to_friday_are_worked() -> None:
    week = Span(date(2026, 10, 5), date(2026, 10, 11))

    assert [day.day for day in Workdays().of(week)] == [5, 6, 7, 8, 9]


def test_a_year_that_is_not_published_knows_weekends_only_and_says_so() -> None:
    workdays = Workdays("CN")

    assert workdays.is_workday(date(2999, 1, 1)) == (date(2999, 1, 1).weekday() < 5)
    assert workdays.unpublished == {2999}


def test_the_workdays_that_remain_begin_the_day_after() -> None:
    assert Workdays().after(date(2026, 3, 26), date(2026, 3, 31)) == 3, "Friday, Monday, Tuesday"
    assert Workdays().after(date(2026, 3, 31), date(2026, 3, 31)) == 0
