"""The periods a question is about: the whole, those of its rows, and those of the trend beside it."""

from __future__ import annotations

from datetime import timedelta

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.days import Days
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import Sales
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.by_month import must_be_whole_months
from salesperf.metrics.compare import Measure
from salesperf.metrics.request import Request

_GRAINS = {1: Grain.MONTH, 3: Grain.QUARTER, 12: Grain.YEAR}
"""How sales are drawn that say no days, by the months they are told by."""
_SHORT = timedelta(days=92)
"""Data of less than a quarter are drawn by week."""


def periods_asked(
    request: Request, calendar: Calendar, known: Days, found: Sales | None
) -> tuple[Period, tuple[Period, ...]]:
    """The whole asked about and the periods of the rows, of which the sales tell whatever they are of."""
    whole, periods = _periods(request, calendar, known)
    must_be_whole_months(found, (whole, *periods), last=known.last)
    return whole, periods


def trend_periods(
    request: Request, calendar: Calendar, whole: Period, span: Span, found: Sales | None
) -> tuple[Grain | None, tuple[Period, ...]]:
    """The periods of a trend over these days; none beside groups and periods asked for."""
    grain = _trend_grain(request, whole, span, months=found.months if found is not None else 0)
    if grain is None:
        return None, ()
    last = min(span.end, max(whole.end, span.start))
    return grain, calendar.periods(grain, Span(span.start, last))


def days_drawn(facts: Facts, measure: Measure) -> Span:
    """The days a trend is drawn of: from the first that the sales tell of to the last sale, where there are any."""
    found = facts.get(Subject.SALES)
    if found is None or found.days is None:
        return measure.span
    return Span(measure.sold_from, max(found.days.last, measure.sold_from))


def _periods(request: Request, calendar: Calendar, known: Days) -> tuple[Period, tuple[Period, ...]]:
    """The whole asked about, and the periods of the rows."""
    span = Span(known.first, known.last)
    if request.period is None:
        whole = Period(span.start, span.end, str(span))
    else:
        whole = parse_period(request.period, calendar=calendar, as_of=known.as_of)
    if request.grain is None:
        return whole, (whole,)
    last = min(whole.end, max(known.through, span.end))
    if last < whole.start:
        return whole, ()
    return whole, calendar.periods(request.grain, Span(whole.start, last))


def _trend_grain(request: Request, whole: Period, span: Span, *, months: int) -> Grain | None:
    if request.grain is not None or request.by:
        return None
    if whole.grain in {Grain.DAY, Grain.WEEK}:
        return whole.grain
    if months:
        return _GRAINS[months]
    return Grain.WEEK if span.end - span.start < _SHORT else Grain.MONTH
