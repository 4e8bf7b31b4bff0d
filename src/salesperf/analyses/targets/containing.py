"""Team targets that are the sum of reps' targets beside them: a manager's row in a sheet without a people table.

They are measured over the reps they add up and added to nobody's. Below a team that is known stand those it adds up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
    goals come to its own in each of at least three periods; one rep is a run where the rows stand next to each other.
    """
    known = {folded(name) for name in (*teams, *people.team.values(), *people.ids, *people.names.values())}
    rows = _rows([goal for goal in goals if goal.key and folded(goal.key) not in known], TEAM)
    found = tuple(
        Above(name, tuple(goal for goal in goals if goal.scope == TEAM and goal.key == name), parts)
        for name, parts in _sums(rows, goals)
    )
    gone = {id(goal) for one in found for goal in one.goals}
    return [goal for goal in goals if id(goal) not in gone], found


def members(goals: Sequence[Goal], has_team: Callable[[str], bool]) -> Mapping[str, str]:
    """The team of each rep, both as written, whose goals a team's adds up; not where every rep has a team."""
    reps = dict.fromkeys(goal.key for goal in goals if goal.scope == REP and goal.key)
    if all(map(has_team, reps)):
        return {}
    return {rep: team for team, parts in _sums(_rows(goals, TEAM), goals) for rep in parts}


def _sums(rows: _Rows, goals: Sequence[Goal]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names whose goals are the sum of those of reps, with these reps."""
    reps = _rows(goals, REP) if rows else {}
    for name, row in rows.items():
        if len(row) >= _FEWEST and (parts := _run(row, reps) or _next_to(name, row, reps, goals)):
            yield name, parts


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


def _next_to(name: str, wanted: Mapping[Period, Decimal], reps: _Rows, goals: Sequence[Goal]) -> tuple[str, ...]:
    """The rep right below a row, else right above it, who alone has the same goals."""
    places = {(goal.scope, goal.key): goal.where for goal in reversed(goals)}
    own = places[TEAM, name]
    for step in (1, -1):
        for rep, row in reps.items():
            place = places[REP, rep]
            is_next = own.row is not None and place.row == own.row + step
            if is_next and (place.file, place.sheet) == (own.file, own.sheet) and row == wanted:
                return (rep,)
    return ()
