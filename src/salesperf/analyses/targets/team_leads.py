"""Leaders that no table names: reps whose target is the sum of those of their own team.

A sum alone may be chance (200 = 100 + 100), so the title, the name or next to no sales of their own must go with it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.targets.owners import People
from salesperf.core.text import folded
from salesperf.facts.goals import Goal, aim

_FEWEST = 2
"""People of a team beside the one whose target is their sum."""
_ByRep = Mapping[str, Sequence[Goal]]


def with_team_leads(
    people: People, reps: _ByRep, *, sells_little: Callable[[str], bool], sellers: Collection[str]
) -> tuple[People, frozenset[str]]:
    """The people, those of a team reporting to the one whose target is the sum of theirs; and who these are.

    Nobody of a team in which somebody reports to somebody; not who is one of the `sellers`. `sells_little` tells of a
    rep whether own sales are far below the target.
    """
    aside = {people.ids.get(folded(word), word) for word in sellers}
    found = {
        key: mates
        for key, mates in _sums(people, reps)
        if key not in aside and (people.is_leader_by_title(key) or people.is_leader_by_name(key) or sells_little(key))
    }
    return replace(people, reports={**people.reports, **found}), frozenset(found)


def _sums(people: People, reps: _ByRep) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Reps whose targets are the sum of those of all others of their team in every period, with these others."""
    led = {one for under in people.reports.values() for one in under}
    for key, goals in reps.items():
        team = people.team.get(key)
        mates = tuple(one for one in reps if one != key and team is not None and people.team.get(one) == team)
        if len(mates) >= _FEWEST and led.isdisjoint({key, *mates}) and _adds_up(goals, [reps[one] for one in mates]):
            yield key, mates


def _adds_up(goals: Sequence[Goal], others: Sequence[Sequence[Goal]]) -> bool:
    for goal in goals:
        aims = [one for each in others if (one := aim(each, goal.period, adds_up=True)) is not None]
        if len(aims) < _FEWEST or sum((one.amount for one in aims), Decimal(0)) != goal.amount:
            return False
    return bool(goals)
