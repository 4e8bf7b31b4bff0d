"""`breakdown`: metrics by a dimension, with growth and share; and, where asked for, its groups period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.kpi.compute import Entry, Result, Values
from salesperf.analyses.kpi.growth import growth_unit, value_cell
from salesperf.analyses.kpi.shares import Shares, shares_of
from salesperf.app.pack_plans.company import BreakdownPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.amounts import BASE
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell
from salesperf.app.packs.changes import is_shared_out, name_of
from salesperf.app.packs.levels import section_of
from salesperf.app.packs.matrix import matrix_of
from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.compare import Against
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.metrics.together import together
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
        others = Cell(phrases.OTHERS.fill(count=Count(len(rest))).say(briefing.lang))
        rows.append(Row((others, *_told(briefing, _as_one(found, rest), metrics, compare, shares))))
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


def _as_one(found: Result, rest: Sequence[Entry]) -> Entry:
    """All further groups as one; what their rows do not tell of them together is absent."""

    def side(against: Against) -> Values | Text:
        own = rest[0].bases.get(against)
        if isinstance(own, Text):
            return own
        return together(
            [_side(entry, against) for entry in rest],
            found.scope.metrics,
            catalog=found.scope.measure.catalog,
            every=[_side(entry, against) for entry in found.entries],
            whole=None if found.total is None else _side(found.total, against),
        )

    now = side(Against.NOW)
    assert not isinstance(now, Text)  # noqa: S101 -- what there is now is never missing
    return Entry(rest[0].period, (None,), now, {one: side(one) for one in rest[0].bases}, rest[0].partial)


def _side(entry: Entry, against: Against) -> Values:
    values = entry.now if against is Against.NOW else entry.bases[against]
    return {} if isinstance(values, Text) else values


def _told(
    briefing: Briefing, rest: Entry, metrics: Sequence[Metric], compare: Sequence[Compare], shares: Shares | None
) -> Iterator[Cell]:
    """The cells of several groups as one; a metric that their rows do not tell of them together says so."""
    unknown = Cell(None, reason=phrases.NOT_ADDED)
    for metric in metrics:
        is_told = metric.key in rest.now
        yield value_cell(rest, metric, briefing.catalog) if is_told else unknown
        if shares is not None and metric is shares.metric:
            yield shares.cell(rest)
        for one in compare:
            base = rest.bases[BASE[one]]
            is_grown = is_told and (isinstance(base, Text) or metric.key in base)
            yield growth_cell(briefing, rest, metric, one) if is_grown else unknown
