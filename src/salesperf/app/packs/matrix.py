"""A metric by group and period: periods down and the largest groups across (stacked), or the other way (heat map)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.app.packs.changes import is_shared_out, name_of
from salesperf.core.period import Period
from salesperf.core.text import Count, Lang, Text, same
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, TableBlock

_GROUPS = 6
"""Groups across a stacked figure; the rest is one."""
_ROWS = 20
"""Groups down a heat map; the rest is one row of its table, and is not drawn."""
_TITLE = Text("{metric} by {dimension}, {span}", "各{dimension}的{metric}（{span}）")
_OTHERS = Text("others", "其他")


class Matrix(Struct, frozen=True):
    """The amounts of the groups, the largest first, in each period."""

    metric: Metric
    title: Text
    groups: tuple[str | None, ...]
    periods: tuple[Period, ...]
    names: Mapping[str | None, str]
    amounts: Mapping[tuple[str | None, Period], Decimal]
    partial: frozenset[Period]

    def amount(self, key: str | None, period: Period) -> Decimal:
        """What a group brought in a period; nothing where it has no line."""
        return self.amounts.get((key, period), Decimal(0))

    def cell(self, keys: Sequence[str | None], period: Period) -> Cell:
        """What groups brought together in a period, marked where it is not over."""
        amount = sum((self.amount(key, period) for key in keys), Decimal(0))
        return Cell(amount, partial=period in self.partial)


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
    span = phrases.last(len(periods), briefing.grain)
    title = _TITLE.fill(metric=metric.label, dimension=DIMENSIONS[by].label, span=span)
    names = {key: name_of(briefing, by, key) for key in groups}
    partial = frozenset(period for period in periods if found.scope.measure.is_partial(period))
    grid = Matrix(metric, title, tuple(groups), periods, names, amounts, partial)
    return _stacked(grid) if kind is FigureKind.STACKED else _heat_map(grid, by=by, lang=briefing.lang)


def _stacked(grid: Matrix) -> TableBlock:
    shown, rest = grid.groups[:_GROUPS], grid.groups[_GROUPS:]
    unit = grid.metric.unit
    across = [Column(f"group_{at}", same(grid.names[key]), unit, adds_up=True) for at, key in enumerate(shown, start=1)]
    across += [Column("others", _OTHERS, unit, adds_up=True)] if rest else []
    rows = []
    for period in grid.periods:
        told = [grid.cell((key,), period) for key in shown]
        told += [grid.cell(rest, period)] if rest else []
        rows.append(Row((Cell(period.key, partial=period in grid.partial), *told)))
    keys = tuple(column.key for column in across)
    figure = Figure(FigureKind.STACKED, "stacked", grid.title, label="period", values=keys)
    columns = (Column("period", phrases.PERIOD), *across)
    return TableBlock("by_period", grid.title, columns, tuple(rows), figures=(figure,), is_backing=True)


def _heat_map(grid: Matrix, *, by: str, lang: Lang) -> TableBlock:
    unit = grid.metric.unit
    across = tuple(
        Column(f"period_{at}", same(one.key), unit, adds_up=True) for at, one in enumerate(grid.periods, start=1)
    )
    alone = rows_alone(len(grid.groups), most=_ROWS)
    rows = [_row(grid, grid.names[key], (key,)) for key in grid.groups[:alone]]
    if rest := grid.groups[alone:]:
        rows.append(_row(grid, phrases.OTHERS.fill(count=Count(len(rest))).say(lang), rest))
    figure = Figure(
        FigureKind.HEAT_MAP,
        "heat_map",
        grid.title,
        label=by,
        values=tuple(column.key for column in across),
        first=alone if rest else None,
        of=len(grid.groups) if rest else None,
    )
    columns = (Column(by, DIMENSIONS[by].label), *across)
    return TableBlock("by_period", grid.title, columns, tuple(rows), figures=(figure,), is_backing=True)


def _row(grid: Matrix, name: str, keys: Sequence[str | None]) -> Row:
    return Row((Cell(name), *(grid.cell(keys, period) for period in grid.periods)))
