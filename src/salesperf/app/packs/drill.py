"""`drill`: a section for each team, and in it one for each rep; tables of the page link to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.kpi.growth import growth_unit, value_cell
from salesperf.analyses.targets import phrases as words
from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import growth_cell, number, target_cells
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.people import section_of
from salesperf.app.packs.targets_board import goes_on
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.text import Text, same
from salesperf.core.unit import Unit
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

TITLE = Text("Teams and reps", "团队与个人")
_TEAMS, _REPS = Text("Teams", "团队"), Text("Reps", "销售员")
_REPS_OF = Text("Reps of {team}", "{team}的销售员")
_OTHERS = Text("Reps without a team", "未归入团队的销售员")
_TEAM, _REP = Text("team", "团队"), Text("rep", "销售员")
_TARGETED = frozenset({"target", "attainment", "pace", "status"})


def drill(briefing: Briefing, plan: DrillPlan) -> Section | None:
    """Company over teams over reps; None where the files tell neither teams nor reps."""
    if briefing.whom is not None and briefing.whom.dimension == "rep":
        return None
    teams = briefing.groups("team") if briefing.whom is None else {}
    reps = _reps_by_team(briefing)
    has_sections = sum(map(len, reps.values())) <= plan.reps
    if briefing.whom is not None:
        own = reps.get(briefing.whom.key, ())
        inner = _of_reps(briefing, plan, own) if has_sections else ()
        return _section(briefing, plan, own, dimension="rep", inner=inner) if own else None
    if not teams:
        every = tuple(briefing.groups("rep"))
        inner = _of_reps(briefing, plan, every) if has_sections else ()
        return _section(briefing, plan, every, dimension="rep", inner=inner) if every else None
    sections = [_of_team(briefing, plan, key, reps.get(key, ()), has_sections=has_sections) for key in teams]
    made = tuple(section for section in sections if section is not None)
    return _section(briefing, plan, tuple(teams), dimension="team", inner=made)


def _section(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, inner: tuple[Section, ...]
) -> Section | None:
    title = _TEAMS if dimension == "team" else _REPS
    block = _table(briefing, plan, keys, dimension=dimension, key="drill", title=title)
    if block is None:
        return None
    return Section("drill", plan.heading(TITLE), blocks=(block,), sections=inner)


def _of_team(
    briefing: Briefing, plan: DrillPlan, key: str, reps: Sequence[str], *, has_sections: bool
) -> Section | None:
    name = briefing.groups("team")[key]
    of_team = briefing.of(Whom("team", key, name))
    tiles = tiles_of(of_team, plan.metrics, months=plan.months)
    anchor = section_of(briefing, "team", key)
    if not tiles or anchor is None:
        return None
    title = _REPS_OF.fill(team=name)
    block = _table(briefing, plan, reps, dimension="rep", key="reps", title=title) if reps else None
    return Section(
        anchor,
        same(name),
        tiles=tiles,
        blocks=(block,) if block is not None else (),
        sections=_of_reps(briefing, plan, reps) if has_sections else (),
    )


def _of_reps(briefing: Briefing, plan: DrillPlan, reps: Sequence[str]) -> tuple[Section, ...]:
    return tuple(section for key in reps if (section := _of_rep(briefing, plan, key)) is not None)


def _of_rep(briefing: Briefing, plan: DrillPlan, key: str) -> Section | None:
    name = briefing.groups("rep")[key]
    tiles = tiles_of(briefing.of(Whom("rep", key, name)), plan.metrics, months=plan.months)
    anchor = section_of(briefing, "rep", key)
    return None if not tiles or anchor is None else Section(anchor, same(name), tiles=tiles)


def _reps_by_team(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """The reps of each team, by name: of those with sales in several the team where they sold most, else by target."""
    alone = briefing.of_company()
    found = alone.result(
        alone.measured.get(("team", "rep"), ("net_revenue",)), by=("team", "rep"), compare=(Compare.YOY,)
    )
    best: dict[str, tuple[float, str]] = {}
    for entry in found.entries if found is not None else ():
        team, rep = entry.group
        if team is not None and rep is not None:
            amount = float(number(entry.now.get(found.scope.metrics[0].key)) or 0) if found is not None else 0.0
            best[rep] = max(best.get(rep, (amount, team)), (amount, team))
    teams = {rep: team for rep, (_, team) in best.items()}
    for rep, team in _by_target(alone):
        teams.setdefault(rep, team)
    names = briefing.groups("rep")
    by_team: dict[str, list[str]] = {}
    for rep in names:
        if rep in teams:
            by_team.setdefault(teams[rep], []).append(rep)
    return {team: tuple(reps) for team, reps in by_team.items()}


def _by_target(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Reps whose target stands under that of a team."""
    standings = briefing.targets.standings
    for board in standings.boards if standings is not None else ():
        team = None
        for owner in board.tree.owners:
            if owner.depth <= 1:
                team = owner.key if owner.scope == "team" else None
            elif team is not None and owner.scope == "rep" and owner.key is not None:
                yield owner.key, team


def _table(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, key: str, title: Text
) -> TableBlock | None:
    """The groups with their target and growth, in the order given."""
    metric: Metric | None = None
    rows: list[Row] = []
    has_pace = _has_pace(briefing, plan)
    for group in keys:
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
        Column(dimension, _TEAM if dimension == "team" else _REP),
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
