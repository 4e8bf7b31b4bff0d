"""What a company consists of above its reps: teams; where files tell of none, its reps' regions or managers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from salesperf.analyses.targets.board import Board
from salesperf.app.packs.anchors import anchor
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.metrics.request import Compare

TEAM, REGION, MANAGER, REP = "team", "region", "manager", "rep"
_SALES = "net_revenue"


def level_above_reps(briefing: Briefing) -> str | None:
    """team, where the files tell of teams; else region or manager.

    Regions stand above reps where they have targets or each rep sells in one alone, managers where neither is so.
    """
    found = briefing.once("level_above_reps", lambda: (_level(briefing.of_company()),))
    return found[0]


def section_of(briefing: Briefing, dimension: str, key: str | None) -> str | None:
    """The key of the section that a pack with a drill-down has for a team, a region in the place of one, or a rep."""
    if key is None or all(plan.kind != "drill" for plan in briefing.pack.plan.sections):
        return None
    if dimension != REP and dimension != level_above_reps(briefing):
        return None
    return anchor(dimension, key) if key in briefing.groups(dimension) else None


def reps_by(briefing: Briefing, level: str) -> Mapping[str | None, tuple[str, ...]]:
    """The reps of each team or region: of those with sales in several it is where they sold most, else by target.

    Under None stand those of whom nothing says where they belong.
    """
    home = _home(briefing, level)
    found: dict[str | None, list[str]] = {}
    for rep in briefing.groups(REP):
        found.setdefault(home.get(rep), []).append(rep)
    return {key: tuple(reps) for key, reps in found.items()}


def _level(company: Briefing) -> str | None:
    if company.groups(TEAM):
        return TEAM
    if _is_region(company):
        return REGION
    return MANAGER if len(company.groups(MANAGER)) > 1 else None


def _is_region(company: Briefing) -> bool:
    """Whether regions stand above reps: they have targets, or each rep sells in one alone."""
    if len(company.groups(REGION)) <= 1:
        return False
    if any(owner.scope == REGION for board in _boards(company) for owner in board.tree.owners):
        return True
    sold = _sold(company, REGION)
    return bool(sold) and all(len(places) == 1 for places in sold.values())


def _home(briefing: Briefing, level: str) -> Mapping[str, str]:
    """Where each rep belongs."""
    company = briefing.of_company()
    home = {rep: max(places, key=lambda key: (places[key], key)) for rep, places in _sold(company, level).items()}
    for rep, place in _by_target(_boards(company), level):
        home.setdefault(rep, place)
    return home


def _sold(company: Briefing, level: str) -> Mapping[str, Mapping[str, float]]:
    """What each rep sold in each team or region, this period or in that of a year ago."""
    by = (level, REP)
    found = company.result(company.measured.get(by, (_SALES,)), by=by, compare=(Compare.YOY,))
    sold: dict[str, dict[str, float]] = {}
    for entry in found.entries if found is not None else ():
        place, rep = entry.group
        if found is not None and place is not None and rep is not None:
            sold.setdefault(rep, {})[place] = float(number(entry.now.get(found.scope.metrics[0].key)) or 0)
    return sold


def _by_target(boards: Sequence[Board], level: str) -> Iterator[tuple[str, str]]:
    """Reps whose target stands under that of a team."""
    for board in boards:
        place = None
        for owner in board.tree.owners:
            if owner.depth <= 1:
                place = owner.key if owner.scope == level else None
            elif place is not None and owner.scope == REP and owner.key is not None:
                yield owner.key, place


def _boards(briefing: Briefing) -> Sequence[Board]:
    return briefing.targets.standings.boards if briefing.targets.standings is not None else ()
