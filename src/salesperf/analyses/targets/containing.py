"""Team targets that are the sum of reps' targets beside them: a manager's row in a sheet without a people table.

They are measured over the reps they add up and added to nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets.owners import REP, TEAM, People
from salesperf.core.period import Period
from salesperf.core.text import folded
from salesperf.facts.goals import Goal

_FEWEST = 3
"""Periods in which a sum must hold."""
_Rows = Mapping[str, Mapping[Period, Decimal]]


class Above(Struct, frozen=True):
    """A name whose goals are the sum of those of reps, as these are written."""

    name: str
    goals: tuple[Goal, ...]
    reps: tuple[str, ...]


def containing(goals: Sequence[Goal], teams: Collection[str], people: People) -> tuple[list[Goal], tuple[Above, ...]]:
    """The goals without those that add up others, and these; `teams` are the teams that the data know.

    A team that data or people know is measured as one. Another adds up a run of reps, in the order of the sheet, whose
    goals come to its own in each of at least three periods.
    """
    known = {folded(name) for name in (*teams, *people.team.values(), *people.ids, *people.names.values())}
    reps = _rows(goals, REP)
    rows = _rows([goal for goal in goals if goal.key and folded(goal.key) not in known], TEAM)
    found = []
    for name, row in rows.items():
        if len(row) >= _FEWEST and (parts := _run(row, reps)):
            own = tuple(goal for goal in goals if goal.scope == TEAM and goal.key == name)
            found.append(Above(name, own, parts))
    gone = {id(goal) for one in found for goal in one.goals}
    return [goal for goal in goals if id(goal) not in gone], tuple(found)


def _rows(goals: Sequence[Goal], scope: str) -> _Rows:
    rows: dict[str, dict[Period, Decimal]] = defaultdict(dict)
    for goal in goals:
        if goal.scope == scope and goal.key and goal.amount:
            rows[goal.key].setdefault(goal.period, goal.amount)
    return rows


def _run(wanted: Mapping[Period, Decimal], reps: _Rows) -> tuple[str, ...]:
    """The longest run of at least two reps that comes to a row in each of its periods; empty where none does."""
    names = list(reps)
    for length in range(len(names), 1, -1):
        for first in range(len(names) - length + 1):
            run = names[first : first + length]
            total: dict[Period, Decimal] = defaultdict(Decimal)
            for name in run:
                for period, amount in reps[name].items():
                    total[period] += amount
            if total == wanted:
                return tuple(run)
    return ()
