"""A base of a comparison that the data begin within: it is another base than the one that was meant."""

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
    if base is None or not base.start < measure.span.start <= base.end:
        return None
    lacking = _workdays(Span(base.start, measure.span.start - timedelta(days=1)))
    return base if lacking * _TENTH > _workdays(base) else None


def _workdays(span: Span) -> int:
    return sum((span.start + timedelta(days=offset)).weekday() < _SATURDAY for offset in range(span.days))
