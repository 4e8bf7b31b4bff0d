"""A target beside the targets it should be the sum of, period by period, and how far they may lie apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.core.period import Grain, Period
from salesperf.core.rounded import rounding_of
from salesperf.core.text import Count, Text
from salesperf.facts.goals import Goal, aim

_MORE = Text("; likewise in {periods:more period|more periods}", "；另有 {periods} 个期间同样不符")


class Level(Struct, frozen=True):
    """A target and those it should be the sum of, all of one scope; `leaders` lead some of them."""

    parent: Holder
    scope: str
    children: tuple[Holder, ...]
    leaders: tuple[Holder, ...] = ()
    team: Holder | None = None
    """Set where only those count who are of this team in the period."""
    region: Holder | None = None
    """Set where only those count who sell in this region."""
    leader: Holder | None = None
    """Set where only those count whom this one leads in the period; in place of one without targets those led by it."""
    is_whole: bool = True
    """Whether the children are all there is; of products and channels only some may have targets."""

    def among(self, holders: Sequence[Holder], case: Case, period: Period) -> list[Holder]:
        """Those of the holders that count in a period."""
        if self.leader is not None:
            by_identity = {case.identity(one): one for one in holders}
            led = case.people_on(period.end).nearest_below(case.identity(self.leader), by_identity)
            return [one for identity, one in by_identity.items() if identity in led]
        if self.region is not None:
            return [one for one in holders if case.regions.get(one.key) == self.region.key]
        if self.team is None:
            return list(holders)
        names = {self.team.key, self.team.name}
        return [one for one in holders if case.team_of(one, period.end) in names]


class Gap(Struct, frozen=True):
    """A target beside the sum of its parts; `amounts` are those of the parts, by name."""

    goal: Goal
    period: Period
    target: Decimal
    amounts: Mapping[str, Decimal]

    @property
    def parts(self) -> Decimal:
        """The parts added up."""
        return sum(self.amounts.values(), Decimal(0))


def gaps_of(case: Case, level: Level) -> Iterator[Gap]:
    """Periods in which the sum of the parts differs from the target, where both are told."""
    told = [found for goal in level.parent.goals if (found := _gap(case, level, goal.period)) is not None]
    if not told:
        years = dict.fromkeys(case.calendar.period(Grain.YEAR, goal.period.start) for goal in level.parent.goals)
        told = [found for year in years if (found := _gap(case, level, year)) is not None]
    for gap in sorted(told, key=lambda one: one.period):
        if abs(gap.parts - gap.target) > allowed(case, gap.target, tuple(gap.amounts.values())):
            yield gap


def _gap(case: Case, level: Level, period: Period) -> Gap | None:
    """Target and parts in a period; None where the target does not cover it, or a part is of longer periods."""
    own = aim(level.parent.goals, period, adds_up=True)
    children = level.among(level.children, case, period)
    if own is None or own.uncovered or any(_is_across(one, period) for one in children):
        return None
    amounts = amounts_of(children, period)
    return Gap(own.parts[0], period, own.amount, amounts) if amounts else None


def amounts_of(holders: Sequence[Holder], period: Period) -> Mapping[str, Decimal]:
    """What each is to reach in a period, by name; not those without a target in it."""
    found = ((one.name, aim(one.goals, period, adds_up=True)) for one in holders)
    return {name: wanted.amount for name, wanted in found if wanted is not None}


def _is_across(holder: Holder, period: Period) -> bool:
    """Whether a target lies in a period with some of its days only, and none lies in it whole."""
    shares = [goal for goal in holder.goals if goal.period.start <= period.end and period.start <= goal.period.end]
    return bool(shares) and aim(holder.goals, period, adds_up=True) is None


def likewise(gaps: Sequence[Gap]) -> Text:
    """In how many more periods the like holds."""
    return _MORE.fill(periods=Count(len(gaps) - 1)) if len(gaps) > 1 else Text("", "")


def allowed(case: Case, target: Decimal, parts: Sequence[Decimal]) -> Decimal:
    """How far a sum may be off: a part of the target, or what rounding to tens, hundreds or thousands explains."""
    return max(case.rules.sums * abs(target), rounding_of(target, parts))
