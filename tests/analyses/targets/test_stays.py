"""When people came and left."""

from __future__ import annotations

from datetime import date

from salesperf.analyses.targets.stays import ALWAYS, Stay, stays_of
from salesperf.core.period import Span
from salesperf.tables.literal import bundle_of

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


def test_whoever_came_back_came_first_and_has_not_left() -> None:
    people = "rep_id,hire_date,leave_date\nR1,2020-01-01,2021-06-30\nR1,2023-02-01,\nR2,2020-05-01,2024-01-31\n"

    found = stays_of(bundle_of([("people", people)]).get("people"))

    assert found == {"R1": Stay(date(2020, 1, 1)), "R2": Stay(date(2020, 5, 1), date(2024, 1, 31))}
    assert stays_of(None) == {}


def test_the_days_within_a_span_are_those_between_coming_and_leaving() -> None:
    assert ALWAYS.within(MARCH) == MARCH
    assert Stay(hired=date(2026, 3, 9)).within(MARCH) == Span(date(2026, 3, 9), date(2026, 3, 31))
    assert Stay(left=date(2026, 3, 9)).within(MARCH) == Span(date(2026, 3, 1), date(2026, 3, 9))
    assert Stay(left=date(2026, 2, 9)).within(MARCH) is None
