"""The team or region of each rep as the sales themselves tell it, where no people table does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import narwhals as nw
from msgspec.structs import replace

from salesperf.analyses.targets.actuals import Actuals, Question, actuals_by
from salesperf.analyses.targets.owners import REP, TEAM, People
from salesperf.core.text import folded
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Metric

_Stay = tuple[date, date, str]
"""The first and the last day of sales for a team, and the team."""


def with_sales_teams(people: People, question: Question, known: Sequence[tuple[Metric, Goal]]) -> People:
    """The people with the teams of those for whom the sales name one; as they are where a people table has teams.

    Only where somebody of the `known` goals may be in a team.

    Of several teams one after the other the last one counts; who sells for several at a time has none.
    """
    metrics = tuple(dict.fromkeys(metric.key for metric, goal in known if goal.scope == REP))
    if people.team or not metrics:
        return people
    teams = {rep: team for rep, team in of_sales(TEAM, question, metrics[0]).items() if team is not None}
    # The people table knows by an id whom sales know by name.
    by_id = {people.ids.get(folded(rep), rep): team for rep, team in teams.items()}
    return replace(people, team={**teams, **by_id})


def of_sales(dimension: str, question: Question, metric: str) -> Mapping[str, str | None]:
    """The team or region of everybody with lines of a metric: the last of several that follow each other, else None."""
    both = actuals_by(question, (metric,), REP, beside=dimension)
    found: dict[str, list[_Stay]] = {}
    for rep, stay in _stays(both, dimension) if both is not None else ():
        found.setdefault(rep, []).append(stay)
    return {rep: _team_of(stays) for rep, stays in found.items()}


def _stays(both: Actuals, dimension: str) -> Iterator[tuple[str, _Stay]]:
    rep, team = column_of(REP), column_of(dimension)
    for frame in both.scope.measure.lines.values():
        dated = frame.filter(~nw.col("date").is_null(), ~nw.col(team).is_null(), ~nw.col(rep).is_null())
        days = dated.group_by(rep, team).agg(nw.col("date").min().alias("first"), nw.col("date").max().alias("last"))
        for row in collect(days).iter_rows(named=True):
            yield str(row[rep]), (row["first"], row["last"], str(row[team]))


def _team_of(stays: Sequence[_Stay]) -> str | None:
    """The only team, or the last of several that follow each other."""
    latest = max(stays, key=lambda stay: stay[1])
    before = [last for _, last, team in stays if team != latest[2]]
    return latest[2] if all(last < latest[0] for last in before) else None
