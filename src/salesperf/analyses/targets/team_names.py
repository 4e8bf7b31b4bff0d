"""Teams and regions under other names than those of the data: 销售二部 for 二部, `East region` for East.

They may stand in a column of people; a name that people or sales know as a person's stays one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question, actuals_by
from salesperf.analyses.targets.naming import NOBODY, key_of
from salesperf.analyses.targets.owners import REGION, REP, TEAM, People
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Metric
from salesperf.tables.header_words import name_words

_ENGLISH = late(r"(?<![a-z])(?:the|sales|team|dept|department|group|division|unit|squad)(?![a-z])\.?")
_BEFORE = late(r"^(?:(?:销售|营销|业务)(?:中心|团队|部门|部)?(?=.)|第(?=[一二三四五六七八九十]))+")
_BEHIND = late(r"(?:销售|营销|业务)?(?:部门|团队|小组|部|组|队)$|(?:销售|营销|业务)$")
_REGION = late(
    r"(?:大区|区域|片区|战区|地区|(?<=[\u4e00-\u9fff]{2})区)$|(?<![a-z])(?:region|territory|area|district)(?![a-z])"
)
_KINDS = (("部", "部"), ("门", "部"), ("组", "组"))
_NUMERALS = str.maketrans("123456789", "一二三四五六七八九")
_LONG = 3
"""Letters from which the bare name of a team is no initial of a person."""
Known = Sequence[tuple[Metric, Goal]]


class TeamsNamed(Struct, frozen=True):
    """The goals, those of teams under the names of the data, what measures them, and what was taken for what."""

    known: Known
    actuals: Mapping[str, Actuals]
    findings: tuple[Issue, ...]


def with_team_names(known: Known, actuals: Mapping[str, Actuals], people: People, question: Question) -> TeamsNamed:
    """Take targets of nobody the data know for those of the one team whose name differs by words for a team alone."""
    strange = {(goal.scope, goal.key or ""): goal for _, goal in reversed(known) if _is_strange(goal, actuals, people)}
    if not strange:
        return TeamsNamed(known, actuals, ())
    metrics = tuple(dict.fromkeys(metric.key for metric, _ in known))
    by = {scope: actuals.get(scope) or actuals_by(question, metrics, scope) for scope in (TEAM, REGION)}
    names = {scope: frozenset(there.groups() if there is not None else ()) for scope, there in by.items()}
    names[TEAM] |= frozenset(people.team.values())
    taken = {one: found for one in strange if (found := _group_named(*one, names)) is not None}
    if not taken:
        return TeamsNamed(known, actuals, ())
    renamed = [(metric, _renamed(goal, taken.get((goal.scope, goal.key or "")))) for metric, goal in known]
    findings = tuple(
        _told(strange[one], found, sum((goal.scope, goal.key) == one for _, goal in known))
        for one, found in sorted(taken.items())
    )
    able = {scope: there for scope, there in by.items() if there is not None}
    used = {scope: able[scope] for scope, _ in taken.values() if scope in able}
    return TeamsNamed(renamed, {**actuals, **used}, findings)


def _group_named(scope: str, name: str, names: Mapping[str, Collection[str]]) -> tuple[str, str] | None:
    """The team or region of the data that a target of nobody is of: of its own scope, or any for a person's."""
    for of in (TEAM, REGION) if scope == REP else (scope,):
        found = (team_named if of == TEAM else region_named)(name, names[of], is_person=scope == REP)
        if found is not None:
            return of, found
    return None


def _renamed(goal: Goal, found: tuple[str, str] | None) -> Goal:
    return goal if found is None else replace(goal, scope=found[0], key=found[1])


def team_named(written: str, teams: Collection[str], *, is_person: bool = False) -> str | None:
    """The only team that a name means but for the words for teams; of a person's name that alone is no initial.

    >>> team_named("销售二部", ["一部", "二部"]), team_named("Team North", ["North"]), team_named("二组", ["二部"])
    ('二部', 'North', None)
    """
    exact = [team for team in teams if folded(team) == folded(written)]
    if exact:
        return exact[0]
    core, kind = _core(written)
    if not core or (is_person and core == _plain(written) and len(core.encode()) < _LONG):
        return None
    alike = [team for team in teams if _is_alike((core, kind), _core(team))]
    return alike[0] if len(alike) == 1 else None


def region_named(written: str, regions: Collection[str], *, is_person: bool = False) -> str | None:
    """The only region that a name means but for the words for regions.

    >>> region_named("华东大区", ["华东", "华南"]), region_named("East", ["Far East"])
    ('华东', None)
    """
    core = _REGION.sub("", _plain(written)).strip()
    if not core or (is_person and core == _plain(written) and len(core.encode()) < _LONG):
        return None
    alike = [region for region in regions if _REGION.sub("", _plain(region)).strip() == core]
    return alike[0] if len(alike) == 1 else None


def _is_strange(goal: Goal, actuals: Mapping[str, Actuals], people: People) -> bool:
    if goal.scope not in {REP, TEAM, REGION} or goal.key is None:
        return False
    there = actuals.get(goal.scope)
    names = NOBODY if there is None else there.names()
    is_person = goal.scope == REP
    return key_of(goal.key, names, people if goal.scope != REGION else None, is_person=is_person) is None


def _told(goal: Goal, found: tuple[str, str], count: int) -> Issue:
    message = phrases.TAKEN_AS_GROUP.fill(name=goal.key, scope=DIMENSIONS[found[0]].label, group=found[1])
    return issue("F573", message, goal.where, value=goal.key, count=count)


def _is_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def _core(name: str) -> tuple[str, str]:
    """A name without the words for teams, and whether these were 部 or 组, which are levels of their own."""
    plain = _plain(name)
    bare = " ".join(_ENGLISH.sub(" ", plain).split())
    without = _BEFORE.sub("", bare.translate(_NUMERALS) if re.search(r"[部组队]", bare) else bare)
    core = _BEHIND.sub("", without)
    kind = next((kind for ending, kind in _KINDS if without.endswith(ending)), "")
    return core.strip(), kind


def _plain(name: str) -> str:
    return " ".join(name_words(folded(name)).split())
