"""`drill`: a section for each team (or region), and in it one for each rep; tables of the page link to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import growth_unit, value_cell
from salesperf.analyses.targets import phrases as words
from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, number, target_cells
from salesperf.app.packs.levels import REGION, REP, TEAM, level_above_reps, reps_by, section_of
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.targets_board import goes_on
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.text import Text, same
from salesperf.core.unit import Unit
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

TITLE = Text("Teams and reps", "团队与个人")
_TITLES = {
    TEAM: TITLE,
    REGION: Text("Regions and reps", "区域与个人"),
    REP: Text("Reps", "销售员"),
}
_TABLES = {TEAM: Text("Teams", "团队"), REGION: Text("Regions", "区域"), REP: Text("Reps", "销售员")}
_REPS_OF = Text("Reps of {group}", "{group}的销售员")
_OTHERS = {
    TEAM: Text("Reps without a team", "未归入团队的销售员"),
    REGION: Text("Reps without a region", "未归入区域的销售员"),
}
_OTHERS_KEY = "reps-of-none"
_TARGETED = frozenset({"target", "attainment", "pace", "status"})


def drill(briefing: Briefing, plan: DrillPlan) -> Section | None:
    """Company over teams over reps; None where the files tell neither teams nor reps."""
    whom = briefing.whom
    if whom is not None and whom.dimension == REP:
        return None
    level = level_above_reps(briefing) if whom is None else whom.dimension
    reps: Mapping[str | None, tuple[str, ...]] = {None: tuple(briefing.groups(REP))}
    if level is not None:
        reps = reps_by(briefing, level)
    has_sections = sum(map(len, reps.values())) <= plan.reps
    if whom is not None or level is None:
        own = reps.get(whom.key if whom is not None else None, ())
        inner = _of_reps(briefing, plan, own) if has_sections else ()
        return _section(briefing, plan, own, dimension=REP, inner=inner) if own else None
    groups = _by_size(briefing, plan, level, tuple(briefing.groups(level)))
    sections = [
        *(_of_group(briefing, plan, level, key, reps.get(key, ()), has_sections=has_sections) for key in groups),
        _of_none(briefing, plan, level, reps.get(None, ()), has_sections=has_sections),
    ]
    made = tuple(section for section in sections if section is not None)
    return _section(briefing, plan, groups, dimension=level, inner=made)


def _by_size(briefing: Briefing, plan: DrillPlan, dimension: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Teams, regions or reps by the first metric, the largest first; those it says nothing of last, by name."""

    def size(key: str) -> float:
        own = briefing.of(Whom(dimension, key, briefing.groups(dimension)[key]))
        found = own.result(plan.metrics[:1])
        amount = number(found.entries[0].now.get(plan.metrics[0])) if found is not None and found.entries else None
        return float("-inf") if amount is None else float(amount)

    return tuple(sorted(keys, key=size, reverse=True))


def _section(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, inner: tuple[Section, ...]
) -> Section | None:
    block = _table(briefing, plan, keys, dimension=dimension, key="drill", title=_TABLES[dimension])
    if block is None:
        return None
    return Section("drill", plan.heading(_TITLES[dimension]), blocks=(block,), sections=inner)


def _of_group(
    briefing: Briefing, plan: DrillPlan, level: str, key: str, reps: Sequence[str], *, has_sections: bool
) -> Section | None:
    name = briefing.groups(level)[key]
    tiles = tiles_of(briefing.of(Whom(level, key, name)), plan.metrics, months=plan.months)
    anchor = section_of(briefing, level, key)
    if not tiles or anchor is None:
        return None
    blocks, inner = _reps_with_sections(briefing, plan, reps, _REPS_OF.fill(group=name), has_sections=has_sections)
    return Section(anchor, same(name), tiles=tiles, blocks=blocks, sections=inner)


def _of_none(
    briefing: Briefing, plan: DrillPlan, level: str, reps: Sequence[str], *, has_sections: bool
) -> Section | None:
    """The reps of whom nothing says where they belong."""
    title = _OTHERS[level]
    blocks, inner = _reps_with_sections(briefing, plan, reps, title, has_sections=has_sections)
    return Section(_OTHERS_KEY, title, blocks=blocks, sections=inner) if blocks else None


def _reps_with_sections(
    briefing: Briefing, plan: DrillPlan, reps: Sequence[str], title: Text, *, has_sections: bool
) -> tuple[tuple[TableBlock, ...], tuple[Section, ...]]:
    """The table of some reps, and a section for each of them."""
    block = _table(briefing, plan, reps, dimension=REP, key="reps", title=title) if reps else None
    return (block,) if block is not None else (), _of_reps(briefing, plan, reps) if has_sections else ()


def _of_reps(briefing: Briefing, plan: DrillPlan, reps: Sequence[str]) -> tuple[Section, ...]:
    ordered = _by_size(briefing, plan, REP, reps)
    return tuple(section for key in ordered if (section := _of_rep(briefing, plan, key)) is not None)


def _of_rep(briefing: Briefing, plan: DrillPlan, key: str) -> Section | None:
    name = briefing.groups("rep")[key]
    tiles = tiles_of(briefing.of(Whom(REP, key, name)), plan.metrics, months=plan.months)
    anchor = section_of(briefing, REP, key)
    return None if not tiles or anchor is None else Section(anchor, same(name), tiles=tiles)


def _table(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, key: str, title: Text
) -> TableBlock | None:
    """The groups with their target and growth, the largest first."""
    metric: Metric | None = None
    rows: list[Row] = []
    has_pace = _has_pace(briefing, plan)
    for group in _by_size(briefing, plan, dimension, keys):
        name = briefing.groups(dimension)[group]
        own = briefing.of(Whom(dimension, group, name))
        found = own.result(plan.metrics[:1])
        if found is None or not found.entries:
            continue
        metric = found.scope.metrics[0]
        rows.append(
            _row(own, found.entries[0], metric, section=section_of(briefing, dimension, group), has_pace=has_pace)
        )
    if metric is None:
        return None
    columns = (
        Column(dimension, DIMENSIONS[dimension].label),
        Column(metric.key, metric.label, metric.unit),
        Column("target", phrases.TARGET, metric.unit),
        Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
        Column("growth", phrases.ON[Compare.YOY], growth_unit(metric)),
        *((Column("pace", words.PACE, Unit.RATIO),) if has_pace else ()),
        Column("status", phrases.STATUS),
    )
    return _of_targets(TableBlock(key, title, columns, tuple(rows)))


def _has_pace(briefing: Briefing, plan: DrillPlan) -> bool:
    """Whether the lights of the metric judge by pace: some of its lines have days left."""
    company = briefing.of_company()
    return any(goes_on(company.lines(key)) for key in plan.metrics[:1])


def _of_targets(block: TableBlock) -> TableBlock:
    """The table without the columns of targets, where nobody in it has one."""
    at = [column.key for column in block.columns].index("target")
    if any(isinstance(cell := row.cells[at], Cell) and cell.value is not None for row in block.rows):
        return block
    kept = [place for place, column in enumerate(block.columns) if column.key not in _TARGETED]
    return replace(
        block,
        columns=tuple(block.columns[place] for place in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in block.rows),
    )


def _row(own: Briefing, entry: Entry, metric: Metric, *, section: str | None, has_pace: bool) -> Row:
    assert own.whom is not None  # noqa: S101 -- narrowed above
    target, reached = target_cells(own, entry, metric)
    line = own.line(metric.key)
    is_of_it = line is not None and line.standing is not None and line.period == entry.period
    pace = line.standing.pace if line is not None and line.standing is not None and is_of_it else None
    light = line.status if line is not None and is_of_it else None
    return Row(
        (
            Cell(own.whom.name),
            value_cell(entry, metric, own.catalog),
            target,
            reached,
            growth_cell(own, entry, metric, Compare.YOY),
            *((Cell(pace),) if has_pace else ()),
            Cell("", status=light),
        ),
        section=section,
    )
