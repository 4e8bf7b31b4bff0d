"""The seasons of a metric, as the whole calendar years of the data tell them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import narwhals as nw

from salesperf.analyses.targets.actuals import Actuals
from salesperf.analyses.targets.weights import season_of
from salesperf.core.period import Grain
from salesperf.engine import collect
from salesperf.facts.workdays import Workdays

_MOST = timedelta(days=14)
"""How late in its first month the data may begin at most for the month to be whole."""


def seasons(company: Actuals, metric: str, workdays: Workdays) -> Mapping[int, float]:
    """The weight of a workday by month of the calendar, by all that was reached; empty where no whole year tells it.

    The month in which the data begin is whole where they begin no later than sales pause elsewhere: nobody sells on New
    Year's Day, and who sells on the tenth of each month has sold nothing before the tenth of the first.
    """
    measure = company.scope.measure
    first = measure.span.start
    late = first - first.replace(day=1)
    begins = first.replace(day=1) if late <= min(_MOST, _longest_pause(company)) else first
    months = [
        (month, float(company.value(metric, month, None) or 0))
        for month in measure.calendar.periods(Grain.MONTH, measure.span)
        if begins <= month.start
    ]
    return season_of(months, workdays, before=measure.through)


def _longest_pause(company: Actuals) -> timedelta:
    """The most days in a row without a line, between others of the first year."""
    days: set[date] = set()
    for frame in company.scope.measure.lines.values():
        found = collect(frame.filter(~nw.col("date").is_null()).select("date").unique())
        days.update(found["date"].to_list())
    ordered = sorted(day for day in days if day.year == min(days).year)
    pauses = (later - earlier for earlier, later in pairwise(ordered))
    return max(pauses, default=timedelta(days=1)) - timedelta(days=1)
