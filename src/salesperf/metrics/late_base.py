"""Periods that the data begin within: they are not the whole that their name says, and no base of one either."""

from __future__ import annotations

from datetime import timedelta

from salesperf.core.period import Period, Span
from salesperf.metrics.compare import Against, Measure

_SATURDAY = 5
_TENTH = 10
"""Data may begin after a holiday; a base that lacks more than a tenth of its workdays is another base."""


def begins_late(measure: Measure, period: Period, against: Against) -> Period | None:
    """The base of a comparison, where more than a tenth of its workdays lie before the data."""
    calendar = measure.calendar
    base = calendar.previous(period) if against is Against.PREV else calendar.year_ago(period)
    if base is not None and against is Against.YTD_BASE:
        base = calendar.year_to_date(base.end)
    return base if base is not None and lacks_its_start(measure, base) else None


def lacks_its_start(measure: Measure, period: Span) -> bool:
    """Whether more than a tenth of a period's workdays lie before the data, which begin within it."""
    if not period.start < measure.sold_from <= period.end:
        return False
    lacking = _workdays(Span(period.start, measure.sold_from - timedelta(days=1)))
    return lacking * _TENTH > _workdays(period)


def _workdays(span: Span) -> int:
    return sum((span.start + timedelta(days=offset)).weekday() < _SATURDAY for offset in range(span.days))
