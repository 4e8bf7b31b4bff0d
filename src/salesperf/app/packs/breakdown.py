"""`breakdown`: metrics by a dimension, with growth and share; and, where asked for, its groups period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.analyses.kpi.growth import growth_unit, value_cell
from salesperf.analyses.kpi.shares import Shares, shares_of
from salesperf.app.pack_plans.company import BreakdownPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, number
from salesperf.app.packs.changes import is_shared_out, name_of
from salesperf.app.packs.levels import section_of
from salesperf.app.packs.matrix import matrix_of
from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.cut import rows_alone
from salesperf.report.figure import Figure, FigureKind
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

TITLE = Text("Breakdown", "构成")
_BY = Text("By {dimension}", "按{dimension}")
_DRAWN = Text("{metric} by {dimension}", "各{dimension}的{metric}")


def breakdown(briefing: Briefing, plan: BreakdownPlan) -> Section | None:
    """A table with its figure; None where the files do not tell the dimension."""
    compare = tuple(Compare(one) for one in plan.compare)
    found = briefing.result(plan.metrics, by=(plan.by,), compare=compare)
    if found is None or not found.entries:
        return None
    label = DIMENSIONS[plan.by].label
    blocks = [_table(briefing, plan, found, compare)]
    if plan.figure in {"stacked", "heat_map"}:
        kind = FigureKind.STACKED if plan.figure == "stacked" else FigureKind.HEAT_MAP
        matrix = matrix_of(briefing, found.scope.metrics[0], by=plan.by, months=plan.months, kind=kind)
        blocks += [matrix] if matrix is not None else []
    return Section(f"by-{plan.by}", plan.heading(_BY.fill(dimension=label)), blocks=tuple(blocks))


def _table(briefing: Briefing, plan: BreakdownPlan, found: Result, compare: Sequence[Compare]) -> TableBlock:
    metrics, shares = found.scope.metrics, shares_of(found)
    label = DIMENSIONS[plan.by].label
    alone = rows_alone(len(found.entries), most=plan.top)
    shown, rest = found.entries[:alone], found.entries[alone:]
    rows = [_row(briefing, plan.by, entry, tuple(_cells(briefing, entry, metrics, compare, shares))) for entry in shown]
    if rest:
        rows.append(_rest(briefing, rest, metrics, compare, shares))
    total = None
    if found.total is not None:
        cells = tuple(_cells(briefing, found.total, metrics, compare, shares, is_total=True))
        total = Row((Cell(phrases.TOTAL.say(briefing.lang)), *cells))
    figure = Figure(
        FigureKind.BAR,
        f"by_{plan.by}",
        _DRAWN.fill(metric=metrics[0].label, dimension=label),
        label=plan.by,
        values=(metrics[0].key,),
        first=len(shown),
        of=len(found.entries),
    )
    return TableBlock(
        f"by_{plan.by}",
        _BY.fill(dimension=label),
        (Column(plan.by, label), *_columns(briefing, metrics, compare, shares)),
        tuple(rows),
        total,
        figures=(figure,) if plan.figure == "bar" else (),
    )


def _columns(
    briefing: Briefing, metrics: Sequence[Metric], compare: Sequence[Compare], shares: Shares | None
) -> Iterator[Column]:
    for metric in metrics:
        yield Column(metric.key, metric.label, metric.unit, adds_up=is_shared_out(metric, briefing.catalog))
        if shares is not None and metric is shares.metric:
            yield Column(shares.key, phrases.SHARE, Unit.RATIO)
        for one in compare:
            yield Column(f"{metric.key}_{one.value}", phrases.ON[one], growth_unit(metric))


def _row(briefing: Briefing, by: str, entry: Entry, cells: tuple[Cell, ...]) -> Row:
    key = entry.group[0]
    return Row((Cell(name_of(briefing, by, key)), *cells), section=section_of(briefing, by, key))


def _cells(
    briefing: Briefing,
    entry: Entry,
    metrics: Sequence[Metric],
    compare: Sequence[Compare],
    shares: Shares | None,
    *,
    is_total: bool = False,
) -> Iterator[Cell]:
    for metric in metrics:
        yield value_cell(entry, metric, briefing.catalog)
        if shares is not None and metric is shares.metric:
            yield shares.whole() if is_total else shares.cell(entry)
        for one in compare:
            yield growth_cell(briefing, entry, metric, one)


def _rest(
    briefing: Briefing,
    rest: Sequence[Entry],
    metrics: Sequence[Metric],
    compare: Sequence[Compare],
    shares: Shares | None,
) -> Row:
    """All further groups in one row: what adds up added up, of the rest why it is not known."""
    cells: list[Cell] = [Cell(phrases.OTHERS.fill(count=Count(len(rest))).say(briefing.lang))]
    for metric in metrics:
        adds = is_shared_out(metric, briefing.catalog)
        amounts = [number(entry.now.get(metric.key)) for entry in rest]
        total = sum((one for one in amounts if one is not None), Decimal(0))
        unknown = Cell(None, reason=phrases.NOT_ADDED)
        cells.append(Cell(total, unit=metric.unit, partial=rest[0].partial) if adds else unknown)
        if shares is not None and metric is shares.metric:
            parts = [value for entry in rest if isinstance(value := shares.cell(entry).value, float)]
            cells.append(replace(shares.cell(rest[0]), value=sum(parts)) if parts else shares.cell(rest[0]))
        cells += [unknown for _ in compare]
    return Row(tuple(cells))
