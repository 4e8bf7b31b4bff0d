"""What lines tell of."""

from __future__ import annotations

from datetime import date

from salesperf.core.period import Period, Span
from salesperf.facts.subject import Subject
from salesperf.metrics.reach import Reach, Told, passed

FEBRUARY = Span(date(2026, 2, 1), date(2026, 2, 28))
QUARTER = Span(date(2026, 1, 1), date(2026, 3, 31))


def test_lines_meet_a_period_that_shares_a_day_and_cover_one_within() -> None:
    told = Told(QUARTER)

    assert told.meets(date(2025, 12, 1), date(2026, 1, 1))
    assert not told.covers(date(2025, 12, 1), date(2026, 1, 1))
    assert told.covers(FEBRUARY.start, FEBRUARY.end)
    assert not told.meets(date(2026, 4, 1), date(2026, 4, 30))


def test_lines_told_for_quarters_say_nothing_of_a_month() -> None:
    told = Told(Span(QUARTER.start, date(2026, 6, 30)), frozenset({QUARTER.end, date(2026, 6, 30)}))

    assert told.covers(QUARTER.start, QUARTER.end)
    assert told.covers(date(2026, 4, 1), date(2026, 6, 30))
    assert told.covers(QUARTER.start, date(2026, 6, 30))
    assert not told.covers(FEBRUARY.start, FEBRUARY.end)
    assert not told.covers(date(2026, 1, 1), date(2026, 1, 31))


def test_a_period_is_passed_when_its_last_workday_is_reached() -> None:
    # 28 February 2026 is a Saturday.
    february = Period(FEBRUARY.start, FEBRUARY.end, "2026-02")

    assert passed(february, until=None, through=date(2026, 2, 27)) == FEBRUARY.end
    assert passed(february, until=None, through=date(2026, 2, 26)) == date(2026, 2, 26)
    assert passed(february, until=date(2026, 2, 10), through=date(2026, 3, 31)) == date(2026, 2, 10)
    assert passed(february, until=None, through=date(2026, 1, 15)) == FEBRUARY.start


def test_days_after_the_last_sale_need_not_be_told_of() -> None:
    sold = Reach(date(2026, 4, 20), {Subject.SALES: Told(QUARTER)})

    assert sold.sold_to(date(2026, 1, 1), date(2026, 4, 20)) == QUARTER.end
    assert sold.sold_to(date(2026, 4, 1), date(2026, 4, 20)) == date(2026, 4, 20)
    assert Reach(date(2026, 4, 20), {}).sold_to(date(2026, 1, 1), date(2026, 4, 20)) == date(2026, 4, 20)


def test_nothing_is_known_of_what_ends_on_an_unsettled_day() -> None:
    told = Told(QUARTER, unsettled=Span(date(2026, 2, 10), date(2026, 3, 30)))

    assert told.meets(date(2026, 1, 1), date(2026, 1, 31))
    assert not told.meets(FEBRUARY.start, FEBRUARY.end)
    assert told.meets(QUARTER.start, QUARTER.end)
