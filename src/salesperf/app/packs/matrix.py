"""A metric by group and period: periods down and the largest groups across (stacked), or the other way (heat map)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.app.packs.changes import is_shared_out, name_of
from salesperf.core.period import Period
from salesperf.core.text import Text, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock

_GROUPS = 6
"""Groups across a stacked figure; the rest is one."""
_ROWS = 20
"""Groups down a heat map."""
_TITLE = Text("{metric} by {dimension}, {span}", "各{dimension}的{metric}（{span}）")
_OTHERS = Text("others", "其他")

Amounts = Mapping[tuple[str | None, Period], Decimal]


def matrix_of(briefing: Briefing, metric: Metric, *, by: str, months: int, kind: FigureKind) -> TableBlock | None:
    """The table with its figure; None for a metric that does not add up, or where the files tell one period alone."""
    if not is_shared_out(metric, briefing.catalog):
        return None
    found = briefing.result((metric.key,), by=(by,), period=briefing.months(months), grain=briefing.grain, compare=())
    if found is None or len(found.scope.periods) <= 1:
        return None
    amounts = {
        (entry.group[0], entry.period): number(entry.now.get(metric.key)) or Decimal(0) for entry in found.entries
    }
    totals: dict[str | None, Decimal] = {}
    for (key, _), amount in amounts.items():
        totals[key] = totals.get(key, Decimal(0)) + amount
    groups = sorted(totals, key=lambda key: (key is None, -totals[key], key or ""))
    periods = found.scope.periods
    span = phrases.LAST.fill(count=len(periods), grain=phrases.GRAINS[briefing.grain])
    title = _TITLE.fill(metric=metric.label, dimension=DIMENSIONS[by].label, span=span)
    names = {key: name_of(briefing, by, key) for key in groups}
    if kind is FigureKind.STACKED:
        return _stacked(briefing, metric, title, (groups, periods), names, amounts)
    return _heat_map(metric, title, (groups[:_ROWS], periods), names, amounts, by=by)


def _stacked(
    briefing: Briefing,
    metric: Metric,
    title: Text,
    axes: tuple[Sequence[str | None], Sequence[Period]],
    names: Mapping[str | None, str],
    amounts: Amounts,
) -> TableBlock:
    groups, periods = axes
    shown, rest = groups[:_GROUPS], groups[_GROUPS:]
    columns = [
        Column(f"group_{at}", same(names[key]), metric.unit, adds_up=True) for at, key in enumerate(shown, start=1)
    ]
    columns += [Column("others", _OTHERS, metric.unit, adds_up=True)] if rest else []
    rows = []
    for period in periods:
        partial = briefing.base.measure.is_partial(period)
        cells = [Cell(amounts.get((key, period), Decimal(0)), partial=partial) for key in shown]
        if rest:
            cells.append(
                Cell(sum((amounts.get((key, period), Decimal(0)) for key in rest), Decimal(0)), partial=partial)
            )
        rows.append(Row((Cell(period.key, partial=partial), *cells)))
    keys = tuple(column.key for column in columns)
    figure = Figure(FigureKind.STACKED, "stacked", title, label="period", values=keys)
    columns = [Column("period", phrases.PERIOD), *columns]
    return TableBlock("by_period", title, tuple(columns), tuple(rows), figures=(figure,), is_backing=True)


def _heat_map(
    metric: Metric,
    title: Text,
    axes: tuple[Sequence[str | None], Sequence[Period]],
    names: Mapping[str | None, str],
    amounts: Amounts,
    *,
    by: str,
) -> TableBlock:
    groups, periods = axes
    across = tuple(
        Column(f"period_{at}", same(period.key), metric.unit, adds_up=True)
        for at, period in enumerate(periods, start=1)
    )
    rows = tuple(
        Row((Cell(names[key]), *(Cell(amounts.get((key, period), Decimal(0))) for period in periods))) for key in groups
    )
    figure = Figure(FigureKind.HEAT_MAP, "heat_map", title, label=by, values=tuple(column.key for column in across))
    columns = (Column(by, DIMENSIONS[by].label), *across)
    return TableBlock("by_period", title, columns, rows, figures=(figure,), is_backing=True)
