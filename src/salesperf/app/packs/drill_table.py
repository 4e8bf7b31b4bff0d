"""The table of a drill-down: teams or reps with their targets, or what else they did where nobody has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import growth_unit, value_cell
from salesperf.analyses.targets import phrases as words
from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, number, target_cells
from salesperf.app.packs.changes import is_shared_out
from salesperf.app.packs.levels import section_of
from salesperf.app.packs.one_of_all import Whom, is_something
from salesperf.app.packs.targets_board import goes_on
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.ratio import ratio
from salesperf.metrics.request import Compare
from salesperf.metrics.value import of_nothing
from salesperf.report.model import Cell, Column, Row, TableBlock

_TARGETED = frozenset({"target", "attainment", "pace", "status"})
_SHARE = "share"
_BESIDE = 2
"""Metrics of a row where there are no targets: the one it goes by and one more."""


class _Told(Struct, frozen=True):
    """One row: what happened, whose it is, and what they are called."""

    name: str
    entry: Entry
    own: Briefing | None = None
    section: str | None = None


class _Sheet(Struct, frozen=True):
    """What all rows have in common: the metrics, the whole that shares are of, and whether lights judge by pace."""

    metric: Metric
    second: Metric | None
    whole: Entry | None
    has_pace: bool


def by_size(briefing: Briefing, plan: DrillPlan, dimension: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Teams, regions or reps by the first metric, the largest first; those it says nothing of last, by name."""

    def size(key: str) -> float:
        own = briefing.of(Whom(dimension, key, briefing.groups(dimension)[key]))
        found = own.result(plan.metrics[:1])
        amount = number(found.entries[0].now.get(plan.metrics[0])) if found is not None and found.entries else None
        return float("-inf") if amount is None else float(amount)

    return tuple(sorted(keys, key=size, reverse=True))


def groups_table(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, key: str, title: Text
) -> TableBlock | None:
    """The groups in their order; of the whole company or team also what nobody has, and the total that all make up."""
    told = [one for group in keys if (one := _of_group(briefing, plan, dimension, group)) is not None]
    if not told:
        return None
    is_whole = key == "drill"
    whole = briefing.result(plan.metrics) if is_whole else None
    company = whole.entries[0] if whole is not None and whole.entries else None
    able = briefing.able(plan.metrics[:_BESIDE], (dimension,))
    sheet = _Sheet(able[0], able[1] if len(able) > 1 else None, company, _has_pace(briefing, plan))
    told += _of_nobody(briefing, plan, dimension) if is_whole else ()
    rows = tuple(Row(tuple(_cells(briefing, one, sheet)), section=one.section) for one in told)
    total = None
    if company is not None and len(told) > 1:
        total = Row(tuple(_cells(briefing, _Told(phrases.TOTAL.say(briefing.lang), company, briefing), sheet)))
    columns = tuple(_columns(briefing, sheet, dimension))
    block = TableBlock(key, title, columns, rows, total)
    if any(_has_target(row, columns) for row in rows):
        return _without(block, {_SHARE} if sheet.second is None else {_SHARE, sheet.second.key})
    return _without(block, _TARGETED)


def _of_group(briefing: Briefing, plan: DrillPlan, dimension: str, key: str) -> _Told | None:
    name = briefing.groups(dimension)[key]
    own = briefing.of(Whom(dimension, key, name))
    found = own.result(plan.metrics)
    if found is None or not found.entries:
        return None
    return _Told(name, found.entries[0], own, section_of(briefing, dimension, key))


def _of_nobody(briefing: Briefing, plan: DrillPlan, dimension: str) -> tuple[_Told, ...]:
    """What happened without a team, region or rep, so that the rows make up the whole."""
    found = briefing.result(plan.metrics, by=(dimension,))
    if found is None:
        return ()
    nothing = of_nothing(found.scope.metrics, catalog=briefing.catalog)
    keys = [metric.key for metric in found.scope.metrics]
    entry = next((one for one in found.entries if one.group[-1] is None), None)
    if entry is None:
        return ()
    bases = (base for base in entry.bases.values() if not isinstance(base, Text))
    if not any(is_something(values, nothing, metrics=keys) for values in (entry.now, *bases)):
        return ()
    return (_Told(phrases.NO_NAME.say(briefing.lang), entry),)


def _columns(briefing: Briefing, sheet: _Sheet, dimension: str) -> Iterator[Column]:
    metric, second = sheet.metric, sheet.second
    yield Column(dimension, DIMENSIONS[dimension].label)
    yield Column(metric.key, metric.label, metric.unit, adds_up=is_shared_out(metric, briefing.catalog))
    if _has_share(briefing, sheet):
        yield Column(_SHARE, phrases.SHARE, Unit.RATIO)
    yield Column("target", phrases.TARGET, metric.unit)
    yield Column("attainment", phrases.ATTAINMENT, Unit.RATIO)
    yield Column("growth", phrases.ON[Compare.YOY], growth_unit(metric))
    if second is not None:
        yield Column(second.key, second.label, second.unit)
    if sheet.has_pace:
        yield Column("pace", words.PACE, Unit.RATIO)
    yield Column("status", phrases.STATUS)


def _cells(briefing: Briefing, told: _Told, sheet: _Sheet) -> Iterator[Cell]:
    own, entry, metric = told.own, told.entry, sheet.metric
    target, reached = target_cells(own, entry, metric) if own is not None else (Cell(None), Cell(None))
    line = own.line(metric.key) if own is not None else None
    standing = line.standing if line is not None and line.period == entry.period else None
    yield Cell(told.name)
    yield value_cell(entry, metric, briefing.catalog)
    if _has_share(briefing, sheet):
        yield _share(entry, sheet)
    yield from (target, reached, growth_cell(briefing, entry, metric, Compare.YOY))
    if sheet.second is not None:
        yield value_cell(entry, sheet.second, briefing.catalog)
    if sheet.has_pace:
        yield Cell(standing.pace if standing is not None else None)
    yield Cell("", status=line.status if line is not None and standing is not None else None)


def _has_share(briefing: Briefing, sheet: _Sheet) -> bool:
    return sheet.whole is not None and is_shared_out(sheet.metric, briefing.catalog)


def _share(entry: Entry, sheet: _Sheet) -> Cell:
    part = number(entry.now.get(sheet.metric.key))
    whole = number(sheet.whole.now.get(sheet.metric.key)) if sheet.whole is not None else None
    return Cell(ratio(part, whole) if part is not None and whole is not None else None, unit=Unit.RATIO)


def _has_pace(briefing: Briefing, plan: DrillPlan) -> bool:
    """Whether the lights of the metric judge by pace: some of its lines have days left."""
    company = briefing.of_company()
    return any(goes_on(company.lines(key)) for key in plan.metrics[:1])


def _has_target(row: Row, columns: Sequence[Column]) -> bool:
    cell = row.cells[[column.key for column in columns].index("target")]
    return isinstance(cell, Cell) and cell.value is not None


def _without(block: TableBlock, dropped: AbstractSet[str]) -> TableBlock:
    """The table without some of its columns."""
    kept = [place for place, column in enumerate(block.columns) if column.key not in dropped]

    def narrowed(row: Row) -> Row:
        return replace(row, cells=tuple(row.cells[place] for place in kept))

    return replace(
        block,
        columns=tuple(block.columns[place] for place in kept),
        rows=tuple(map(narrowed, block.rows)),
        total=narrowed(block.total) if block.total is not None else None,
    )
