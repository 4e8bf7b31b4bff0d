"""What an owner is to reach in a period: the goals that lie in it, without those of periods before the data begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.cuts import Cut, fitted
from salesperf.analyses.targets.tree import Holding, Owner
from salesperf.analyses.targets.weights import Weights
from salesperf.core.period import Period, Span
from salesperf.core.text import Count, Text
from salesperf.facts.goals import Aim, Goal, aim
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import atoms_under
from salesperf.metrics.scope import Scope

_ONE_DAY = timedelta(days=1)
_LONG = 31
"""Days of a target before the data that are always told; of shorter ones half of its days."""


class Wanted(Struct, frozen=True):
    """The aim of each holding that has one in the data, and the goals of periods that ended before them."""

    aims: tuple[tuple[Holding, Aim], ...]
    before: tuple[Goal, ...]
    begins: date
    cuts: tuple[Cut, ...] = ()
    until: date | None = None
    """The last day of what is to be reached, where the last target goes on after the span."""

    @property
    def amount(self) -> Decimal:
        """All goals added up; where all lie before the data, those."""
        if not self.aims:
            return sum((goal.amount for goal in self.before), Decimal(0))
        return sum((one.amount for _, one in self.aims), Decimal(0))

    @property
    def parts(self) -> tuple[Goal, ...]:
        """Every goal in it."""
        return tuple(part for _, one in self.aims for part in one.parts)

    def runs(self, period: Span) -> tuple[Period, ...]:
        """The days of a period that any of the goals covers, from gap to gap."""
        return _runs((part.period for part in self.parts), period)

    def reason(self, untargeted: int) -> Text | None:
        """What is left out: days without a target, targets before the data; or that the data begin inside one."""
        said = [phrases.UNCOVERED.fill(days=untargeted)] if untargeted else []
        if self.before:
            amount = sum((goal.amount for goal in self.before), Decimal(0))
            said.append(
                phrases.WITHOUT_DATA.fill(
                    targets=Count(len(self.before)), amount=f"{amount.normalize():,f}", day=self.begins
                )
            )
        lost = [((self.begins - part.period.start).days, part.period.days) for part in self.parts]
        if not self.before and any(days >= _LONG or 2 * days >= whole for days, whole in lost):
            said.append(phrases.BEGINS_INSIDE.fill(day=self.begins))
        return Text("; ".join(one.en for one in said), "；".join(one.zh for one in said)) if said else None


def begins_of(metric: Metric, scope: Scope) -> date:
    """The first day that the tables of a metric tell of."""
    subjects = {lens.subject for lens in atoms_under([metric], scope.measure.catalog)}
    firsts = [
        min(events.days.first, events.reach.start) if events.reach else events.days.first
        for subject, events in scope.facts.items()
        if subject in subjects and events.days is not None
    ]
    return min(firsts, default=scope.measure.span.start)


def wanted_of(
    owner: Owner, period: Span, *, adds_up: bool, begins: date, through: date, weights: Weights
) -> Wanted | None:
    """What an owner is to reach; of an owner whose target is that of others, the sum of theirs.

    Where the span cuts targets (`cuts`), they count by the share of their workdays in it.
    """
    if len(owner.holdings) > 1 and not adds_up:
        return None
    if not adds_up:
        found = [(holding, aim(holding.goals, period, adds_up=False)) for holding in owner.holdings]
        return _of_aims(found, begins)
    fits = [(holding, fitted(holding.goals, period, through=through, weights=weights)) for holding in owner.holdings]
    wanted = _of_aims([(holding, aim(one.goals, one.span, adds_up=True)) for holding, one in fits], begins)
    if wanted is None:
        return None
    until = max(one.span.end for _, one in fits)
    cuts = tuple(cut for _, one in fits for cut in one.cuts)
    return replace(wanted, cuts=cuts, until=until if until > period.end else None)


def _of_aims(found: Sequence[tuple[Holding, Aim | None]], begins: date) -> Wanted | None:
    there = [(holding, one) for holding, one in found if one is not None]
    if not there:
        return None
    aims = tuple((holding, _measurable(one, begins)) for holding, one in there)
    before = [part for _, one in there for part in one.parts if part.period.end < begins]
    return Wanted(tuple((holding, one) for holding, one in aims if one.parts), tuple(before), begins)


def none_for(owner: Owner, period: Period, *, adds_up: bool) -> Text:
    """That an owner has no target in a period, and the shortest one around it, which nobody shared out.

    The targets of several are none of theirs together where they do not add up.
    """
    goals = (goal for holding in owner.holdings for goal in holding.goals)
    around = [goal.period for goal in goals if goal.period.start <= period.start and period.end <= goal.period.end]
    if not around:
        return phrases.NO_TARGET.fill(period=period.key)
    if len(owner.holdings) > 1 and not adds_up:
        return phrases.NOT_ADDED_UP
    return phrases.OF_LONGER.fill(period=period.key, longer=min(around, key=lambda one: one.days).key)


def untargeted_days(wanted: Wanted, period: Span) -> int:
    """The days of a period that no goal covers, not of anybody nor before the data."""
    every = (goal.period for goal in (*wanted.parts, *wanted.before))
    return period.days - sum(run.days for run in _runs(every, period))


def _runs(spans: Iterable[Span], period: Span) -> tuple[Period, ...]:
    """The days of a period that lie in any of the spans, joined where they touch."""
    inside = [Span(max(one.start, period.start), min(one.end, period.end)) for one in spans if _touches(one, period)]
    joined: list[Span] = []
    for one in sorted(inside, key=lambda span: (span.start, span.end)):
        if joined and one.start <= joined[-1].end + _ONE_DAY:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return tuple(Period(one.start, one.end, str(one)) for one in joined)


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _measurable(one: Aim, begins: date) -> Aim:
    """An aim without the goals of periods that ended before the data, whose days nothing covers then."""
    kept = tuple(part for part in one.parts if part.period.end >= begins)
    return Aim(kept, one.uncovered + sum(part.period.days for part in one.parts if part.period.end < begins))
