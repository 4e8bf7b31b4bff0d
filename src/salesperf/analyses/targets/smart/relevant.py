"""Relevant: whether targets add up to the level above, and nobody's are counted in it twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd

from salesperf.analyses.targets.owners import COMPANY, REP, TEAM
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, named, scope_word, some
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.period import Grain, Period
from salesperf.core.text import Count, Text
from salesperf.facts.goals import Goal, aim

_FINEST, _HALF = 1_000, 2
_MOST_ROUNDED = Decimal("0.02")
"""Sums of rounded targets differ by half of what they are rounded to, each; never by more than this part."""
_DIFFERS = Text(
    "{parent}: in {period} the targets below it (by {scope}: {parts}) come to {sum}, its own is {target} "
    "({sign}{difference}){more}",
    "{parent}：{period} 下级（{scope}）{parts} 合计 {sum}，而目标为 {target}（相差 {sign}{difference}）{more}",
)
_MORE = Text("; likewise in {periods:more period|more periods}", "；另有 {periods} 个期间同样不符")
_TWICE = Text(
    "{parent}: in {period} the target {target} adds the target of {leaders} to those of the people led, which it "
    "contains already{more}",
    "{parent}：{period} 目标 {target} 将{leaders}与其下属的目标重复相加{more}",
)


@dataclass(frozen=True, slots=True)
class Level:
    """A target and those it should be the sum of, all of one scope; `leaders` lead some of them."""

    parent: Holder
    scope: str
    children: tuple[Holder, ...]
    leaders: tuple[Holder, ...] = ()
    team: Holder | None = None
    """Set where only those count who are of this team in the period."""
    is_whole: bool = True
    """Whether the children are all there is; of products and channels only some may have targets."""

    def among(self, holders: Sequence[Holder], case: Case, period: Period) -> list[Holder]:
        """Those of the holders that count in a period."""
        if self.team is None:
            return list(holders)
        names = {self.team.key, self.team.name}
        return [one for one in holders if case.team_of(one, period.end) in names]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A target beside the sum of its parts; `amounts` are those of the parts, by name."""

    goal: Goal
    period: Period
    target: Decimal
    amounts: Mapping[str, Decimal]

    @property
    def parts(self) -> Decimal:
        """The parts added up."""
        return sum(self.amounts.values(), Decimal(0))


def relevant(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on sums, one for each target and level below it."""
    for case in cases:
        if case.adds:
            for level in levels(case):
                yield from _of_level(case, level)


def levels(case: Case) -> Iterator[Level]:
    """The company over its teams (without any, over its people), over its regions and the like; teams over people."""
    company = next((holder for holder in case.holders if holder.scope == COMPANY), None)
    teams, reps = case.of(TEAM), case.of(REP)
    leaders = tuple(holder for holder in case.holders if holder.leads)
    if company is not None and teams:
        yield Level(company, TEAM, teams)
    elif company is not None and reps:
        yield Level(company, REP, reps, leaders)
    for scope in dict.fromkeys(holder.scope for holder in case.holders):
        if company is not None and scope not in {COMPANY, TEAM, REP}:
            yield Level(company, scope, case.of(scope), is_whole=scope == "region")
    if reps:
        yield from (Level(team, REP, reps, leaders, team) for team in teams)


def _of_level(case: Case, level: Level) -> Iterator[Issue]:
    gaps = [gap for gap in _gaps(case, level) if level.is_whole or gap.parts > gap.target]
    if not gaps:
        return
    first, unit = gaps[0], case.metric.unit
    led = _amounts(level.among(level.leaders, case, first.period), first.period)
    together = sum(led.values(), first.parts)
    more = _MORE.fill(periods=Count(len(gaps) - 1)) if len(gaps) > 1 else Text("", "")
    said = {
        "parent": named(level.parent),
        "target": figure(first.target, unit),
        "period": first.period.key,
        "more": more,
    }
    if led and abs(together - first.target) <= allowed(case, first.target, (together,)):
        message = _TWICE.fill(leaders=some(list(led)), **said)
        yield issue("F591", message, first.goal.where, value=figure(first.target, unit), count=len(gaps))
        return
    difference = first.parts - first.target
    message = _DIFFERS.fill(
        parts=some(list(first.amounts)),
        scope=scope_word(level.scope),
        sum=figure(first.parts, unit),
        sign="+" if difference > 0 else "-",
        difference=figure(abs(difference), unit),
        **said,
    )
    yield issue("F590", message, first.goal.where, value=figure(first.target, unit), count=len(gaps))


def _gaps(case: Case, level: Level) -> Iterator[_Gap]:
    """Periods in which the sum of the parts differs from the target, where both are told."""
    told = [found for goal in level.parent.goals if (found := _gap(case, level, goal.period)) is not None]
    if not told:
        years = dict.fromkeys(case.calendar.period(Grain.YEAR, goal.period.start) for goal in level.parent.goals)
        told = [found for year in years if (found := _gap(case, level, year)) is not None]
    for gap in sorted(told, key=lambda one: one.period):
        if abs(gap.parts - gap.target) > allowed(case, gap.target, (gap.target, *gap.amounts.values())):
            yield gap


def _gap(case: Case, level: Level, period: Period) -> _Gap | None:
    """Target and parts in a period; None where the target does not cover it, or a part is of longer periods."""
    own = aim(level.parent.goals, period, adds_up=True)
    children = level.among(level.children, case, period)
    if own is None or own.uncovered or any(_is_across(one, period) for one in children):
        return None
    amounts = _amounts(children, period)
    return _Gap(own.parts[0], period, own.amount, amounts) if amounts else None


def _amounts(holders: Sequence[Holder], period: Period) -> Mapping[str, Decimal]:
    """What each is to reach in a period, by name; not those without a target in it."""
    found = ((one.name, aim(one.goals, period, adds_up=True)) for one in holders)
    return {name: wanted.amount for name, wanted in found if wanted is not None}


def _is_across(holder: Holder, period: Period) -> bool:
    """Whether a target lies in a period with some of its days only, and none lies in it whole."""
    shares = [goal for goal in holder.goals if goal.period.start <= period.end and period.start <= goal.period.end]
    return bool(shares) and aim(holder.goals, period, adds_up=True) is None


def allowed(case: Case, target: Decimal, amounts: Sequence[Decimal]) -> Decimal:
    """How far a sum may be off: a part of the target, or what rounding to tens, hundreds or thousands explains."""
    allowed = case.rules.sums * abs(target)
    if all(amount == int(amount) for amount in amounts):
        step = gcd(*(int(amount) for amount in amounts))
        unit = next((size for size in (_FINEST, 100, 10, 1) if step and step % size == 0), 1)
        rounded = Decimal(unit * len(amounts)) / _HALF
        allowed = max(allowed, min(rounded, _MOST_ROUNDED * abs(target)))
    return allowed
