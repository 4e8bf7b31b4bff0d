"""What people and teams are to reach, by the periods of a plan: the targets that `targets status` measures against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from salesperf.analyses.commission.own_periods import OwnTarget
from salesperf.analyses.targets.compute import Desk, aim_of
from salesperf.analyses.targets.owners import REP
from salesperf.analyses.targets.status import standings
from salesperf.analyses.targets.tree import Owner
from salesperf.app.target_question import question_of
from salesperf.app.workspace import Opened
from salesperf.core.period import Period, Span
from salesperf.facts.subjects import Facts
from salesperf.metrics.request import Request

Place = tuple[str, str, str, Period]
"""Scope (rep, team, company), key, metric and period."""


class Quotas(Mapping[Place, Decimal]):
    """What is to be reached, worked out when it is asked for; iterates over the periods it was made for."""

    def __init__(self, aimed: Mapping[tuple[str, str, str], tuple[Desk, Owner]], periods: Sequence[Period]) -> None:
        self._aimed = aimed
        self._periods = tuple(periods)
        self._known: dict[Place, Decimal | None] = {}

    def __getitem__(self, place: Place) -> Decimal:
        if place not in self._known:
            self._known[place] = self._worked_out(place)
        found = self._known[place]
        if found is None:
            raise KeyError(place)
        return found

    def __iter__(self) -> Iterator[Place]:
        places = ((*whose, period) for whose in self._aimed for period in self._periods)
        return (place for place in places if place in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._aimed)

    def own(self, ends_in: Span) -> tuple[OwnTarget, ...]:
        """The targets of people that end in a span, where any is of no month, quarter or year of the calendar."""
        found = [
            OwnTarget(key, metric, goal.period, goal.amount)
            for (scope, key, metric), (_, owner) in self._aimed.items()
            if scope == REP
            for holding in owner.holdings
            for goal in holding.goals
            if goal.period.end in ends_in
        ]
        return tuple(found) if any(one.period.grain is None for one in found) else ()

    def _worked_out(self, place: Place) -> Decimal | None:
        scope, key, metric, period = place
        found = self._aimed.get((scope, key, metric))
        aim = None if found is None else aim_of(*found, period)
        return aim.amount if aim is not None and aim.aims else None


def quotas_of(opened: Opened, facts: Facts, metrics: Sequence[str], periods: Sequence[Period]) -> Quotas:
    """What everybody is to reach; nothing where the files have no targets of the metrics.

    Raises `DataError` where there are targets and none of them can be measured.
    """
    table = opened.loaded.bundle.get("targets")
    if table is None or not set(metrics) & set(table.frame["metric"].to_list()):
        return Quotas({}, ())
    settings = opened.space.configured.settings
    question = question_of(opened, Request(tuple(metrics)), facts)
    found = standings(question, settings.targets, lang=opened.lang, spans=())
    aimed = {
        (owner.scope, owner.key or "", board.desk.metric.key): (board.desk, owner)
        for board in found.boards
        for owner in board.tree.owners
        if not owner.leads
    }
    return Quotas(aimed, periods)
