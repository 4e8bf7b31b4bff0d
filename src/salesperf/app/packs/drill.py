"""`drill`: a section for each team (or region), and in it one for each rep; tables of the page link to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesperf.app.pack_plans.company import DrillPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.drill_table import by_size, groups_table
from salesperf.app.packs.levels import MANAGER, REGION, REP, TEAM, level_above_reps, reps_by, section_of
from salesperf.app.packs.one_of_all import Whom
from salesperf.app.packs.tiles import tiles_of
from salesperf.core.text import Text, same
from salesperf.report.model import Section, TableBlock

TITLE = Text("Teams and reps", "团队与个人")
_TITLES = {
    TEAM: TITLE,
    REGION: Text("Regions and reps", "区域与个人"),
    MANAGER: Text("Managers and reps", "经理与个人"),
    REP: Text("Reps", "销售员"),
}
_TABLES = {
    TEAM: Text("Teams", "团队"),
    REGION: Text("Regions", "区域"),
    MANAGER: Text("Managers", "经理"),
    REP: Text("Reps", "销售员"),
}
_REPS_OF = Text("Reps of {group}", "{group}的销售员")
_OTHERS = {
    TEAM: Text("Reps without a team", "未归入团队的销售员"),
    REGION: Text("Reps without a region", "未归入区域的销售员"),
    MANAGER: Text("Reps without a manager", "未注明经理的销售员"),
}
_OTHERS_KEY = "reps-of-none"


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
    groups = by_size(briefing, plan, level, tuple(briefing.groups(level)))
    sections = [
        *(_of_group(briefing, plan, level, key, reps.get(key, ()), has_sections=has_sections) for key in groups),
        _of_none(briefing, plan, level, reps.get(None, ()), has_sections=has_sections),
    ]
    made = tuple(section for section in sections if section is not None)
    return _section(briefing, plan, groups, dimension=level, inner=made)


def _section(
    briefing: Briefing, plan: DrillPlan, keys: Sequence[str], *, dimension: str, inner: tuple[Section, ...]
) -> Section | None:
    ordered = by_size(briefing, plan, dimension, keys)
    block = groups_table(briefing, plan, ordered, dimension=dimension, key="drill", title=_TABLES[dimension])
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
    ordered = by_size(briefing, plan, REP, reps)
    block = groups_table(briefing, plan, ordered, dimension=REP, key="reps", title=title) if reps else None
    return (block,) if block is not None else (), _of_reps(briefing, plan, reps) if has_sections else ()


def _of_reps(briefing: Briefing, plan: DrillPlan, reps: Sequence[str]) -> tuple[Section, ...]:
    ordered = by_size(briefing, plan, REP, reps)
    return tuple(section for key in ordered if (section := _of_rep(briefing, plan, key)) is not None)


def _of_rep(briefing: Briefing, plan: DrillPlan, key: str) -> Section | None:
    name = briefing.groups("rep")[key]
    tiles = tiles_of(briefing.of(Whom(REP, key, name)), plan.metrics, months=plan.months)
    anchor = section_of(briefing, REP, key)
    return None if not tiles or anchor is None else Section(anchor, same(name), tiles=tiles)
