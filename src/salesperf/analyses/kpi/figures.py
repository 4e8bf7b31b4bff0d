"""What a table of groups or periods shows as a picture, and which of its columns add up."""

from __future__ import annotations

from salesperf.analyses.kpi import phrases
from salesperf.analyses.kpi.compute import Result
from salesperf.core.text import Text
from salesperf.core.unit import DECIMAL_UNITS
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric
from salesperf.report.figure import Figure, FigureKind

_MOST_BARS = 20
_LEAST = 2
"""One row alone is no picture."""


def figures_of(result: Result, *, has_periods: bool) -> tuple[Figure, ...]:
    """The first metric over the periods, or by group; none of periods and groups at once."""
    by = result.scope.by
    if not result.shown or len(result.entries) < _LEAST or len(by) + has_periods != 1:
        return ()
    metric = result.shown[0]
    if has_periods:
        return (Figure(FigureKind.LINE, "course", _title(metric, phrases.PERIOD), "period", (metric.key,)),)
    title = _title(metric, DIMENSIONS[by[0]].label)
    return (Figure(FigureKind.BAR, "groups", title, by[0], (metric.key,), first=_MOST_BARS),)


def is_sum_of_rows(result: Result, metric: Metric, *, has_periods: bool) -> bool:
    """Whether a metric's total is the sum of the rows.

    Over periods, as `metrics.adding` has it. Over groups amounts and pieces alone: an order of two products is counted
    with both of them.
    """
    if result.scope.by and metric.unit not in DECIMAL_UNITS:
        return False
    return (has_periods or bool(result.scope.by)) and adds_up(metric, result.scope.measure.catalog)


def _title(metric: Metric, by: Text) -> Text:
    title = phrases.METRIC_BY.fill(metric=metric.label, by=by)
    return Text(title.en[0].upper() + title.en[1:], title.zh)
