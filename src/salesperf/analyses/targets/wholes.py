"""Sums written beside the targets of reps: a sum that holds with a leader's target and those of the people led in it.

It proves that the leader's target is of own sales alone, for nobody adds up what is contained already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from salesperf.analyses.targets.owners import COMPANY, TEAM, People
from salesperf.core.text import folded
from salesperf.facts.goals import Goal, aim

_FEWEST = 2
_ByRep = Mapping[str, Sequence[Goal]]
Whole = tuple[Sequence[Goal], Collection[str]]
"""Targets, and the reps whose targets they may be the sum of."""


def added_up(
    reps: _ByRep, people: People, by_scope: Mapping[str, _ByRep], above: Iterable[Whole]
) -> tuple[frozenset[str], ...]:
    """The reps of each sum that holds: of `above`, of the company, of teams, of directors, of written totals."""
    found = [frozenset(keys) for goals, keys in (*above, *_wholes(reps, people, by_scope)) if _holds(goals, keys, reps)]
    totals: dict[object, set[str]] = defaultdict(set)
    for key, goals in reps.items():
        for goal in goals:
            if goal.total is not None:
                totals[goal.where.file, goal.where.sheet, goal.total].add(key)
    return (*found, *map(frozenset, totals.values()))


def _wholes(reps: _ByRep, people: People, by_scope: Mapping[str, _ByRep]) -> Iterator[Whole]:
    yield by_scope.get(COMPANY, {}).get("", ()), tuple(reps)
    for team, goals in by_scope.get(TEAM, {}).items():
        leader = people.ids.get(folded(team), team)
        below = people.below(leader) - {leader}
        yield goals, tuple(key for key in reps if key in below or folded(people.team.get(key, "")) == folded(team))
    for key, goals in reps.items():
        below = people.below(key) - {key}
        if any(people.reports.get(one) for one in below):
            yield goals, tuple(one for one in reps if one in below)


def _holds(goals: Sequence[Goal], keys: Collection[str], reps: _ByRep) -> bool:
    """Whether the targets are the sum of those of at least two reps, each of them."""
    for goal in goals:
        aims = [one for key in keys if (one := aim(reps.get(key, ()), goal.period, adds_up=True)) is not None]
        if len(aims) < _FEWEST or sum((one.amount for one in aims), Decimal(0)) != goal.amount:
            return False
    return bool(goals)
