"""Teams under other names than those of the data: 销售二部 for 二部, `Team North` for North, in a column of people too.

A name that people or sales know as a person's stays one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question, actuals_by
from salesperf.analyses.targets.owners import REP, TEAM, People, key_of
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.late import late
from salesperf.core.text import folded
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Metric
from salesperf.tables.header_words import name_words

_ENGLISH = late(r"(?<![a-z])(?:the|sales|team|dept|department|group|division|unit|squad)(?![a-z])\.?")
_BEFORE = late(r"^(?:(?:销售|营销|业务)(?:中心|团队|部门|部)?(?=.)|第(?=[一二三四五六七八九十]))+")
_BEHIND = late(r"(?:销售|营销|业务)?(?:部门|团队|小组|部|组|队)$|(?:销售|营销|业务)$")
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
    there = actuals.get(TEAM) or actuals_by(question, metrics, TEAM)
    teams = frozenset({*people.team.values(), *(there.groups() if there is not None else ())})
    taken = {
        (scope, name): team
        for scope, name in strange
        if (team := team_named(name, teams, is_person=scope == REP)) is not None
    }
    if not taken:
        return TeamsNamed(known, actuals, ())
    renamed = [
        (metric, replace(goal, scope=TEAM, key=taken.get((goal.scope, goal.key or ""), goal.key)))
        if (goal.scope, goal.key or "") in taken
        else (metric, goal)
        for metric, goal in known
    ]
    findings = tuple(
        _told(strange[one], team, sum((goal.scope, goal.key) == one for _, goal in known))
        for one, team in sorted(taken.items(), key=lambda pair: pair[0])
    )
    return TeamsNamed(renamed, actuals if there is None else {**actuals, TEAM: there}, findings)


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


def _is_strange(goal: Goal, actuals: Mapping[str, Actuals], people: People) -> bool:
    if goal.scope not in {REP, TEAM} or goal.key is None:
        return False
    there = actuals.get(goal.scope)
    groups, labels = (there.groups(), there.labels) if there is not None else ((), {})
    is_person = goal.scope == REP
    return key_of(goal.key, groups, labels, people, is_person=is_person) is None


def _told(goal: Goal, team: str, count: int) -> Issue:
    message = phrases.TAKEN_AS_TEAM.fill(name=goal.key, team=team)
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
