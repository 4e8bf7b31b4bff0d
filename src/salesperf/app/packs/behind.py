"""The periods behind the one reported on: how a trend is drawn, and how far back it goes."""

from __future__ import annotations

from datetime import timedelta

from salesperf.core.period import Grain, Period, Span
from salesperf.metrics.scope import Scope

_SHORT = timedelta(days=92)
"""Data of less than a quarter are drawn by week."""
_LONGER = {3: Grain.QUARTER, 12: Grain.YEAR}
"""The grain of sales that say no months, by the months they are told by."""


def trend_grain(everything: Scope, period: Period) -> Grain:
    """By month; by week where the data are short, by what they are told by where longer; days and weeks as asked."""
    span, sales = everything.measure.span, everything.sales
    if sales is not None and sales.months in _LONGER:
        return _LONGER[sales.months]
    if period.grain in {Grain.DAY, Grain.WEEK}:
        return period.grain
    return Grain.WEEK if span.end - span.start < _SHORT else Grain.MONTH


def periods_up_to(everything: Scope, period: Period, *, count: int) -> Period:
    """The last `count` periods of the trend up to the one reported on, as far as the data go back, as one span.

    It ends with the period reported on, though a week goes on after it: a report of February has no sale of March.
    """
    measure, grain = everything.measure, trend_grain(everything, period)
    last = measure.calendar.period(grain, min(period.end, max(measure.through, period.start)))
    first = last
    for _ in range(count - 1):
        if first.start <= measure.sold_from:
            break
        first = measure.calendar.previous(first)
    goes_on = period.end < min(last.end, measure.span.end)
    span = Span(first.start, period.end if goes_on else last.end)
    return Period(span.start, span.end, str(span))
