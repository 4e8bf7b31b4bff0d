"""Tiles: one metric large, with its target, its changes and the periods behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.analyses.kpi.growth import value_cell
from salesperf.analyses.targets.compute import Line
from salesperf.app.pack_plans.company import IN_PLACE, with_substitutes
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import BOTH, Briefing
from salesperf.app.packs.cells import growth_cell, number, status_of
from salesperf.app.packs.horizons import horizon_words, is_longer, longer_line
from salesperf.core.period import Grain
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Beside, Cell, Tile

_KEYS = {Compare.PREV: "on_last_period", Compare.YOY: "on_last_year"}
_TARGET_OF = Text("target, {span}", "目标（{span}）")
_ATTAINED_IN = Text("of target, {span}", "达成率（{span}）")
_LEAST = 2
"""Periods that a trend needs to say anything."""


def tiles_of(briefing: Briefing, metrics: Sequence[str], *, months: int) -> tuple[Tile, ...]:
    """A tile for each of the metrics that the files tell, in this order."""
    every = with_substitutes(metrics)
    found = briefing.result(every)
    if found is None or not found.entries:
        return ()
    behind = briefing.result(every, period=briefing.months(months), grain=briefing.grain, compare=())
    told = _told(found.scope.metrics, found.entries[0], wanted=metrics)
    return tuple(_tile(briefing, found.entries[0], metric, behind) for metric in told)


def _told(metrics: Sequence[Metric], entry: Entry, *, wanted: Sequence[str]) -> Iterator[Metric]:
    """Those asked for, but in the place of one without a value the one that stands in for it, where that has one."""
    has_value = {metric.key for metric in metrics if number(entry.now.get(metric.key)) is not None}
    substitutes = {other: key for key, other in IN_PLACE.items() if other not in wanted}
    for metric in metrics:
        if metric.key in substitutes:
            if substitutes[metric.key] not in has_value and metric.key in has_value:
                yield metric
        elif metric.key in has_value or IN_PLACE.get(metric.key) not in has_value:
            yield metric


def _tile(briefing: Briefing, entry: Entry, metric: Metric, behind: Result | None) -> Tile:
    now = value_cell(entry, metric, briefing.catalog)
    line = line_of(briefing, metric, now)
    # The period that runs would end the line with a fall that is none; the tile itself says how far it has come.
    over = [one for one in behind.entries if not one.partial] if behind is not None else []
    series = [number(one.now.get(metric.key)) for one in over]
    has_lead = sum(value is not None for value in series) >= _LEAST
    return Tile(
        metric.key,
        metric.label,
        Cell(now.value, unit=metric.unit, reason=now.reason, status=status_of(line), partial=now.partial),
        beside=tuple(_beside(briefing, entry, metric)),
        trend=tuple(None if value is None else float(value) for value in series) if has_lead else (),
        trend_label=phrases.last(len(series), briefing.grain),
    )


def _beside(briefing: Briefing, entry: Entry, metric: Metric) -> Iterator[Beside]:
    line = briefing.line(metric.key)
    if line is not None and line.standing is not None and not is_longer(briefing, line):
        aside = None if counts_all(line, value_cell(entry, metric, briefing.catalog)) else phrases.COUNTED
        yield from _beside_target(line, phrases.TARGET, phrases.ATTAINMENT, aside=aside)
    elif (longer := longer_line(briefing, metric.key)) is not None:
        span = horizon_words(briefing, longer.period)
        yield from _beside_target(longer, _TARGET_OF.fill(span=span), _ATTAINED_IN.fill(span=span))
    for compare in compared(briefing):
        yield Beside(_KEYS[compare], phrases.ON[compare], growth_cell(briefing, entry, metric, compare))


def _beside_target(line: Line, target: Text, attained: Text, *, aside: Text | None = None) -> Iterator[Beside]:
    """What was to be reached, and how much of it was."""
    reached = line.standing.attainment if line.standing is not None else None
    yield Beside("target", target, Cell(line.target, unit=line.metric.unit))
    yield Beside("of_target", attained, Cell(reached, unit=Unit.RATIO, status=status_of(line), aside=aside))


def line_of(briefing: Briefing, metric: Metric, now: Cell) -> Line | None:
    """Where a figure stands against target; None where the target is of other days, or not all of it counts."""
    line = briefing.line(metric.key)
    return None if line is None or is_longer(briefing, line) or not counts_all(line, now) else line


def counts_all(line: Line, now: Cell) -> bool:
    """Whether a figure is what counts against the target: nobody without one sold, nor on a day without one."""
    return number(line.actual) == number(now.value)


def compared(briefing: Briefing) -> tuple[Compare, ...]:
    """The bases that a period is held against: of a year, the period before is the year before."""
    return (Compare.YOY,) if briefing.period.grain is Grain.YEAR else BOTH
