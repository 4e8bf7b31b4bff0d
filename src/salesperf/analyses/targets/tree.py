"""Who has targets of a metric: the company, each team over its reps, then the others; all in the order of the targets.

A target that nobody set is the sum of those below it, measured over the same people; those of leaders contain the
targets of the people they lead and are never added to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People
from salesperf.core.text import Text
from salesperf.facts.goals import Goal

Who = str | frozenset[str] | None
ByKey = Mapping[str, Sequence[Goal]]


class Holding(Struct, frozen=True):
    """The goals somebody holds, and the groups of a dimension that are measured against them."""

    goals: tuple[Goal, ...]
    measured_by: str
    who: Who


class Owner(Struct, frozen=True):
    """Whose a target is.

    `holdings` are those it is made of (one, unless `is_sum`); `who` are the groups of the dimension `measured_by` that
    are measured for all of them; `unmeasured` says why nobody can be.
    """

    scope: str
    key: str | None
    name: str
    depth: int
    holdings: tuple[Holding, ...]
    measured_by: str
    who: Who
    is_sum: bool = False
    leads: bool = False
    unmeasured: Text | None = None


class Tree(Struct, frozen=True):
    """The owners of one metric, in order."""

    owners: tuple[Owner, ...]


def tree_of(
    goals: Mapping[str, ByKey],
    people: People,
    *,
    leads: Callable[[str], bool],
    team_of: Callable[[str], str | None],
    name_of: Callable[[str, str], str],
) -> Tree:
    """The tree of goals that are matched to groups: by scope, then by key.

    `leads` tells whether a rep's target contains those of others, `team_of` the team of a rep, `name_of` what people
    call a group of a dimension.
    """
    reps, teams = dict(goals.get(REP, {})), dict(goals.get(TEAM, {}))
    led = {key: reps.pop(key) for key in list(reps) if leads(key)}
    led |= {key: teams.pop(key) for key in list(teams) if key in people.names or key in people.reports}
    grouped: dict[str | None, list[str]] = {}
    for key in reps:
        grouped.setdefault(team_of(key), []).append(key)
    below = list(_below(reps, teams, grouped, name_of))
    others = [
        _single(scope, key, found, name_of)
        for scope, by_key in goals.items()
        if scope not in {COMPANY, TEAM, REP}
        for key, found in by_key.items()
    ]
    company = _company(goals.get(COMPANY, {}), below, others)
    leaders = [_leader(key, tuple(found), people, name_of) for key, found in led.items()]
    return Tree((*company, *below, *leaders, *others))


def _single(
    scope: str, key: str, goals: Sequence[Goal], name_of: Callable[[str, str], str], *, depth: int = 1
) -> Owner:
    return Owner(scope, key, name_of(scope, key), depth, (Holding(tuple(goals), scope, key),), scope, key)


def _below(
    reps: ByKey, teams: ByKey, grouped: Mapping[str | None, Sequence[str]], name_of: Callable[[str, str], str]
) -> Iterator[Owner]:
    """Each team over its reps, and the reps without a team."""
    for team in dict.fromkeys((*teams, *(team for team in grouped if team is not None))):
        members = grouped.get(team, ())
        if team in teams:
            yield _single(TEAM, team, teams[team], name_of)
        else:
            each = tuple(Holding(tuple(reps[key]), REP, key) for key in members)
            yield Owner(TEAM, team, name_of(TEAM, team), 1, each, REP, frozenset(members), is_sum=True)
        for key in members:
            yield _single(REP, key, reps[key], name_of, depth=2)
    for key in grouped.get(None, ()):
        yield _single(REP, key, reps[key], name_of)


def _company(own: ByKey, below: Sequence[Owner], others: Sequence[Owner]) -> Iterator[Owner]:
    """The company by its own target, else by those of teams and reps, else by those of the first other dimension."""
    if own:
        goals = tuple(goal for found in own.values() for goal in found)
        yield Owner(COMPANY, None, COMPANY, 0, (Holding(goals, COMPANY, None),), COMPANY, None)
        return
    first = next((owner.scope for owner in others), None)
    parts = [owner for owner in below if owner.depth == 1] or [owner for owner in others if owner.scope == first]
    if not parts:
        return
    holdings = tuple(holding for owner in parts for holding in owner.holdings)
    by = {holding.measured_by for holding in holdings}
    if len(by) == 1:
        who = frozenset(holding.who for holding in holdings if isinstance(holding.who, str))
        yield Owner(COMPANY, None, COMPANY, 0, holdings, by.pop(), who, is_sum=True)
    else:
        yield Owner(COMPANY, None, COMPANY, 0, holdings, COMPANY, None, is_sum=True)


def _leader(key: str, goals: tuple[Goal, ...], people: People, name_of: Callable[[str, str], str]) -> Owner:
    led = people.below(key)
    unmeasured = phrases.LED_UNKNOWN if len(led) == 1 else None
    holding = Holding(goals, REP, led)
    return Owner(REP, key, name_of(REP, key), 1, (holding,), REP, led, leads=True, unmeasured=unmeasured)
