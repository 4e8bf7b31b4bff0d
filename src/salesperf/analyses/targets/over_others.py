"""Leaders that only a sheet of targets knows: its titles, and a target that is about what all the others have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.targets.owners import People
from salesperf.facts.goals import Goal, aim

_FEWEST = 2
"""People beside the one whose target is about the sum of theirs."""
_NEAR = Decimal("0.1")
"""How far, as a part of that sum, a target may lie from it: rounded, or asked for with something to spare."""
_ByRep = Mapping[str, Sequence[Goal]]


def with_titles(people: People, reps: _ByRep) -> People:
    """The people with the titles that a sheet of targets gives those whose title no people table has."""
    titles = {key: goal.role for key, goals in reps.items() for goal in goals if goal.role}
    return replace(people, titles={**titles, **people.titles}) if titles else people


def over_the_others(people: People, reps: _ByRep, leaders: Collection[str]) -> People:
    """The people, all others reporting to the only leader whom nobody is known to report to.

    Only where the leader's target is about the sum of those of all others, in every period: else who is led is not
    known.
    """
    alone = [key for key in leaders if not people.reports.get(key)]
    if len(alone) != 1 or len(leaders) != 1 or near_sum(alone[0], reps) is None:
        return people
    others = tuple(key for key in reps if key not in leaders)
    return replace(people, reports={**people.reports, alone[0]: others})


def near_sum(key: str, reps: _ByRep) -> tuple[Goal, Decimal] | None:
    """The first target of a rep and the sum of those of all others; None where they are apart in any period."""
    found = []
    for goal in reps[key]:
        aims = [aim(goals, goal.period, adds_up=True) for other, goals in reps.items() if other != key]
        amounts = [one.amount for one in aims if one is not None]
        together = sum(amounts, Decimal(0))
        if len(amounts) < _FEWEST or not together or abs(goal.amount - together) > _NEAR * together:
            return None
        found.append((goal, together))
    return found[0] if found else None
