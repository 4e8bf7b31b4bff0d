from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.stretches import Stretch, stretches
from salesperf.core.period import Grain, Span
from salesperf.facts.calendar import CIVIL, Calendar

CALENDAR = Calendar(CIVIL)
SPRING = CALENDAR.periods(Grain.MONTH, Span(date(2026, 3, 1), date(2026, 4, 30)))
SINCE_JANUARY = Span(date(2026, 1, 20), date(2026, 6, 30))


def told(found: tuple[Stretch, ...]) -> list[tuple[str, str, bool, bool]]:
    return [(str(one.days.start), one.period.key, one.counts, one.is_earlier) for one in found]


def test_periods_before_the_plan_are_measured_and_do_not_count() -> None:
    assert told(stretches(CALENDAR, SPRING, SINCE_JANUARY, Needs())) == [
        ("2026-01-01", "2026-01", False, True),
        ("2026-02-01", "2026-02", False, True),
        ("2026-03-01", "2026-03", True, False),
        ("2026-04-01", "2026-04", True, False),
    ]


def test_data_that_begin_with_the_plan_have_nothing_before_it() -> None:
    data = Span(date(2026, 3, 15), date(2026, 6, 30))

    assert [one.period.key for one in stretches(CALENDAR, SPRING, data, Needs())] == ["2026-03", "2026-04"]


def test_periods_are_cut_where_the_days_that_count_begin_and_end() -> None:
    needs = Needs(start=date(2026, 3, 10), end=date(2026, 4, 15))
    data = Span(date(2026, 3, 1), date(2026, 6, 30))

    assert told(stretches(CALENDAR, SPRING, data, needs)) == [
        ("2026-03-01", "2026-03", False, False),
        ("2026-03-10", "2026-03", True, False),
        ("2026-04-01", "2026-04", True, False),
        ("2026-04-16", "2026-04", False, False),
    ]


DAYS = st.dates(date(2025, 12, 1), date(2026, 7, 31))


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_every_day_lies_in_one_stretch_and_counts_if_it_should(
    start: date | None, end: date | None, first: date
) -> None:
    data = Span(first, date(2026, 7, 31))

    found = stretches(CALENDAR, SPRING, data, Needs(start=start, end=end))

    for before, after in pairwise(found):
        assert after.days.start == before.days.end + timedelta(days=1)
    for one in found:
        for day in (one.days.start, one.days.end):
            inside = (start is None or day >= start) and (end is None or day <= end)
            assert one.counts == (inside and not one.is_earlier)
