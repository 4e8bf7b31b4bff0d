"""Who leads others and holds a target that contains theirs, and who leads and holds one of own sales alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

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
_ByRep = Mapping[str, Sequence[Goal]]


class Beside(Struct, frozen=True):
    """A target of a leader and what those of the people led come to; `is_added` where a written sum adds all of them.

    Of several periods it is the first.
    """

    goal: Goal
    together: Decimal
    is_added: bool = False


class Leading(Struct, frozen=True):
    """Leaders by what they are known by, those who lead but hold a target of their own sales, and who may be such."""

    leaders: Mapping[str, Text]
    sellers: Mapping[str, Beside] = {}
    doubts: Mapping[str, Beside] = {}


def leading(desk: Desk, reps: _ByRep, people: People, *, sums: Sequence[frozenset[str]] = ()) -> Leading:
    """Who among the reps with targets of one metric holds a target that contains those of others.

    The configuration comes first, then who somebody reports to; of these a target is their own where one of the `sums`
    of reps has both theirs and those of people led in it, or where it is below these in every period, as one that
    contains them cannot be, and the leader sells.
    """
    found: dict[str, Text] = {}
    own: dict[str, Beside] = {}
    doubts: dict[str, Beside] = {}
    told, sellers = (
        {people.ids.get(folded(word), word) for word in words}
        for words in (desk.section.managers, desk.section.sellers)
    )
    for key in leaders(reps, people, desk.section):
        beside = [] if key in told else list(_beside(key, reps, people))
        proof, doubt = _proof(desk, key, reps, beside, sums=_around(key, reps, people, sums))
        if proof is not None:
            own[key] = proof
            continue
        found[key] = phrases.BY_CONFIG if key in told else phrases.BY_REPORTS
        if doubt is not None:
            doubts[key] = doubt
    for key, goals in reps.items():
        if key not in {*found, *own, *sellers} and people.is_leader_by_title(key) and is_hollow(desk, key, goals):
            found[key] = phrases.BY_TITLE
    return Leading(found, own, doubts)


def _proof(
    desk: Desk, key: str, reps: _ByRep, beside: Sequence[Beside], *, sums: bool
) -> tuple[Beside | None, Beside | None]:
    """What proves that a leader's target is of own sales, and what makes that likely where nothing proves it."""
    unlike = next((one for one in beside if one.goal.amount != one.together), None)
    if unlike is None or not adds_up(desk.metric, desk.question.catalog):
        return None, None
    if sums:
        return replace(unlike, is_added=True), None
    hollow = is_hollow(desk, key, reps[key])
    if all(one.goal.amount < one.together for one in beside):
        return (None, unlike) if hollow else (unlike, None)
    return None, unlike if hollow is False else None


def _around(key: str, reps: _ByRep, people: People, sums: Sequence[frozenset[str]]) -> bool:
    """Whether one of some sums has the target of a leader in it and that of somebody led."""
    led = people.nearest_below(people.ids.get(folded(key), key), reps)
    return any(key in one and not led.isdisjoint(one) for one in sums)


def _beside(key: str, reps: _ByRep, people: People) -> Iterator[Beside]:
    """The target of a leader and the sum of those of the people led, period by period."""
    by_identity = {people.ids.get(folded(rep), rep): goals for rep, goals in reps.items()}
    led = people.nearest_below(people.ids.get(folded(key), key), by_identity)
    for goal in reps[key]:
        amounts = [one.amount for rep in led if (one := aim(by_identity[rep], goal.period, adds_up=True)) is not None]
        if amounts:
            yield Beside(goal, sum(amounts, Decimal(0)))


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
