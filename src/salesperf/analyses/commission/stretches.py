"""The stretches of days that a component is measured over: the plan's periods, and without a gap those before them.

What is new, kept or lost is told by what was before, so that the periods before a plan are measured with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec import Struct

from salesperf.analyses.commission.needs import Needs
from salesperf.core.period import Period, Span
from salesperf.facts.calendar import Calendar

_DAY = timedelta(days=1)


class Stretch(Struct, frozen=True):
    """Some days, and the period they lie in: `counts` where the component pays, `is_earlier` before the plan."""

    days: Period
    period: Period
    counts: bool
    is_earlier: bool = False


def stretches(calendar: Calendar, periods: tuple[Period, ...], data: Span, needs: Needs) -> tuple[Stretch, ...]:
    """From the first day of the data, or of the plan, to the last of the plan's periods: in order, without gaps.

    A period is cut where the days begin or end that count for the component.
    """
    grain = periods[0].grain
    assert grain is not None  # noqa: S101 -- periods of a plan are months, quarters or years
    before = calendar.periods(grain, Span(data.start, periods[0].start)) if data.start < periods[0].start else ()
    earlier = [one for one in before if one.end < periods[0].start]
    told = [Stretch(one, one, counts=False, is_earlier=True) for one in earlier]
    return (*told, *(stretch for period in periods for stretch in _cut(period, needs)))


def _cut(period: Period, needs: Needs) -> Iterator[Stretch]:
    inside = needs.within(period)
    if inside is None or (inside.start, inside.end) == (period.start, period.end):
        yield Stretch(period, period, counts=inside is not None)
        return
    if period.start < inside.start:
        yield Stretch(Period(period.start, inside.start - _DAY), period, counts=False)
    yield Stretch(Period(inside.start, inside.end), period, counts=True)
    if inside.end < period.end:
        yield Stretch(Period(inside.end + _DAY, period.end), period, counts=False)
