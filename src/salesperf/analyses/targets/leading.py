"""Who leads others and holds a target that contains theirs, and who leads and holds one of own sales alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.compute import Desk
from salesperf.analyses.targets.owners import REP, People, leaders
from salesperf.core.period import Period, Span
from salesperf.core.text import Text, folded
from salesperf.facts.goals import Goal, aim
from salesperf.metrics.adding import adds_up

_HOLLOW = 0.25
"""A leader's own sales are less than this part of a target that contains those of others."""
_HALF = 0.5
"""The part of a target's period that must be over for sales to say anything of it."""
_CONTAINS = Decimal("0.75")
"""A target below this part of what those led are to reach together does not contain theirs."""
_ByRep = Mapping[str, Sequence[Goal]]


class Leading(Struct, frozen=True):
    """Leaders by what they are known by, and those who lead but hold a target of their own sales."""

    leaders: Mapping[str, Text]
    sellers: tuple[str, ...] = ()


def leading(desk: Desk, reps: _ByRep, people: People) -> Leading:
    """Who among the reps with targets of one metric holds a target that contains those of others.

    The configuration comes first, then who somebody reports to; of these a target is their own where it is far below
    the targets of the people led in every period, and the days that are over show sales that go with it.
    """
    found: dict[str, Text] = {}
    own = []
    told, sellers = (
        {people.ids.get(folded(word), word) for word in words}
        for words in (desk.section.managers, desk.section.sellers)
    )
    for key in leaders(reps, people, desk.section):
        if key in told:
            found[key] = phrases.BY_CONFIG
        elif _is_far_below(key, reps, people) and is_hollow(desk, key, reps[key]) is False:
            own.append(key)
        else:
            found[key] = phrases.BY_REPORTS
    for key, goals in reps.items():
        if key not in {*found, *own, *sellers} and people.is_leader_by_title(key) and is_hollow(desk, key, goals):
            found[key] = phrases.BY_TITLE
    return Leading(found, tuple(own))


def _is_far_below(key: str, reps: _ByRep, people: People) -> bool:
    """Whether a leader's target is far below what the people led are to reach, wherever both are told."""
    parts = list(_beside(key, reps, people))
    return bool(parts) and all(own < _CONTAINS * together for own, together in parts)


def _beside(key: str, reps: _ByRep, people: People) -> Iterator[tuple[Decimal, Decimal]]:
    """The target of a leader and the sum of those of the people led, period by period."""
    by_identity = {people.ids.get(folded(rep), rep): goals for rep, goals in reps.items()}
    led = people.nearest_below(people.ids.get(folded(key), key), by_identity)
    for goal in reps[key]:
        amounts = [one.amount for rep in led if (one := aim(by_identity[rep], goal.period, adds_up=True)) is not None]
        if amounts:
            yield goal.amount, sum(amounts, Decimal(0))


def is_hollow(desk: Desk, key: str, goals: Sequence[Goal]) -> bool | None:
    """Whether a rep's own sales are far below the targets to date; None where none is half over, or no sales tell."""
    actuals = desk.actuals.get(REP)
    if actuals is None or not adds_up(desk.metric, desk.question.catalog):
        return None
    gone = ((goal, desk.weights.share(goal.period, Span(date.min, desk.through))) for goal in goals)
    due = [(goal, share) for goal, share in gone if share >= _HALF and goal.period.end >= desk.begins]
    if not due:
        return None
    first, last = min(goal.period.start for goal, _ in due), max(goal.period.end for goal, _ in due)
    own = float(actuals.value(desk.metric.key, Period(first, last, "due"), key) or 0)
    return own < _HOLLOW * sum(float(goal.amount) * share for goal, share in due)
