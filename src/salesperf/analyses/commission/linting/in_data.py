"""What of a plan the data never reach: tiers nobody was in, gates nobody passed, people without target or plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.tiers import share_words
from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.linting.finding import Finding, Found
from salesperf.analyses.commission.phrases import NO_TARGET, figure
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.pools.filled import Filled
from salesperf.analyses.commission.pools.terms import Pool
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator
from salesperf.analyses.commission.rules.over_target import OverTarget
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.analyses.commission.rules.tiered import MarginalTiers, WholeTiers
from salesperf.analyses.commission.windowed import target_of
from salesperf.analyses.commission.written.tiers import ladder_of_factors
from salesperf.core.money import EXACT
from salesperf.core.text import Count, Text, in_quotes

ZERO, ONE = Decimal(0), Decimal(1)
_NAMED = 5
_DEAD = Text(
    "{label}: nobody was ever in tier {number} ({place}); the most was {most}, of {who} in {period}",
    "{label}：第{number}档（{place}）从未有人处于其中；最高为{who}在{period}的{most}",
)
_UP_TO, _BETWEEN, _ABOVE = (
    Text("up to {to}", "{to}以内"),
    Text("{start} to {to}", "{start}至{to}"),
    Text("above {start}", "{start}以上"),
)
_GATE = Text(
    "{label}: no team ever passed the gate of {gate}; the best was {best}, of {team} in {window}",
    "{label}：从未有团队达到门槛{gate}；最好的是{team}在{window}的{best}",
)
_NO_TEAM_TARGET = Text(
    "{label}: no team has a target, so that nobody can pass the gate of {gate}",
    "{label}：没有团队目标，因此无人能达到门槛{gate}",
)
_NEVER_ENOUGH = Text(
    "{label}: nobody ever sold {at_least}; the most was {most}, of {who} in {period}",
    "{label}：从未有人售出{at_least}件；最高为{who}在{period}的{most}件",
)
_NEVER_OVER = Text(
    "{label}: nobody ever exceeded the target; the best was {most}, of {who} in {period}",
    "{label}：从未有人超过目标；最好的是{who}在{period}的{most}",
)
_NO_TARGETS = Text(
    "{label}: no target above zero for {people} in {periods:period|periods}",
    "{label}：{people}在 {periods} 期没有大于零的目标",
)
_AND_MORE = Text("{names} and {more} more", "{names}及另外{more}人")


class _At(Struct, frozen=True):
    """How far somebody came in a period: an amount, or a share of their target."""

    line: Line
    case: Case
    reached: Decimal


def found_in(found: Payroll) -> tuple[Finding, ...]:
    """What the data say against a plan that was worked out over them."""
    return (
        *(finding for component in found.plan.component for finding in _of_component(found, component)),
        *(finding for pool in found.plan.pool for finding in _of_pool(pool, found.pools)),
        *(Finding(Found.NO_PLAN, found.plan.plan.id, told) for told in found.uncovered),
    )


def _of_component(found: Payroll, component: AnyComponent) -> Iterator[Finding]:
    lines = [line for line in found.lines if line.component == component.name and line.earned is not None]
    yield from _without_target(found, component, lines)
    match component:
        case MarginalTiers() | WholeTiers():
            ladder = component.ladder
            tie = component.tie if isinstance(component, WholeTiers) else Tie.LOWER
            yield from _dead(found, component, lines, ladder, tie, of_target=component.of_target)
        case MarginalAccelerator() | WholeAccelerator():
            ladder = ladder_of_factors(component.tiers, component.rate)
            tie = component.tie if isinstance(component, WholeAccelerator) else Tie.LOWER
            yield from _dead(found, component, lines, ladder, tie, of_target=True)
        case SpifRule() if component.at_least is not None:
            best = _best(_reached(found, component, lines, of_target=False))
            if best is not None and best.reached < component.at_least:
                yield _gate(found, component, best, _NEVER_ENOUGH, at_least=figure(component.at_least))
        case OverTarget():
            best = _best(_reached(found, component, lines, of_target=True))
            if best is not None and best.reached <= ONE:
                yield _gate(found, component, best, _NEVER_OVER, is_share=True)
        case _:
            return


def _gate(
    found: Payroll, component: AnyComponent, best: _At, words: Text, *, is_share: bool = False, **said: str
) -> Finding:
    most = _cut(best.reached) if is_share else figure(best.reached)
    told = words.fill(label=component.label, most=most, **_where(found, best), **said)
    return Finding(Found.GATE, component.name, told, best.reached)


def _where(found: Payroll, best: _At) -> dict[str, str]:
    return {"who": found.name(best.line.participant), "period": best.line.period.key}


def _dead(
    found: Payroll, component: AnyComponent, lines: Sequence[Line], ladder: Ladder, tie: Tie, *, of_target: bool
) -> Iterator[Finding]:
    """The tiers that nobody was in; of slices each tier below the one that was reached was passed."""
    places = list(_reached(found, component, lines, of_target=of_target))
    best = _best(places)
    if best is None:
        return
    numbers = {_tier(one, ladder, tie, of_target=of_target) for one in places}
    passes = isinstance(component, MarginalTiers | MarginalAccelerator)
    seen = set(range(max(numbers) + 1)) if passes else numbers
    said = share_words if of_target else figure
    most = _cut(best.reached) if of_target else figure(best.reached)
    for number in sorted(set(range(len(ladder.rates))) - seen):
        start = ladder.bounds[number - 1] if number else None
        to = ladder.bounds[number] if number < len(ladder.bounds) else None
        place = _place(None if start is None else said(start), None if to is None else said(to))
        told = _DEAD.fill(label=component.label, number=number + 1, place=place, most=most, **_where(found, best))
        yield Finding(Found.DEAD_TIER, component.name, told, start)


def _tier(one: _At, ladder: Ladder, tie: Tie, *, of_target: bool) -> int:
    """Its tier, with bounds multiplied by the target: what lies exactly on a bound does."""
    if not of_target:
        return ladder.tier_of(one.reached, tie=tie)
    return ladder.times(target_of(one.case) or ONE).tier_of(one.case.deciding, tie=tie)


def _place(start: str | None, to: str | None) -> Text:
    if to is None:
        return _ABOVE.fill(start=start)
    return _UP_TO.fill(to=to) if start is None else _BETWEEN.fill(start=start, to=to)


def _reached(found: Payroll, component: AnyComponent, lines: Sequence[Line], *, of_target: bool) -> Iterator[_At]:
    """How far everybody came in every period in which anything counted; each deal where tiers are of deals."""
    for line in lines:
        case = found.desk.case(component, line.participant, line.period)
        target = target_of(case)
        if component.per == "deal":
            yield from (_At(line, case, amount) for amount in case.parts.values() if amount > ZERO)
        elif of_target and target is not None and case.deciding > ZERO:
            yield _At(line, case, EXACT.divide(case.deciding, target))
        elif not of_target and case.deciding > ZERO:
            yield _At(line, case, case.deciding)


def _best(places: Sequence[_At] | Iterator[_At]) -> _At | None:
    return max(places, key=lambda one: one.reached, default=None)


def _cut(share: Decimal) -> str:
    """An attainment, cut after a tenth of a per cent: what is below a bound does not look like it."""
    return share_words(share.quantize(Decimal("0.001"), rounding="ROUND_FLOOR", context=EXACT))


def _without_target(found: Payroll, component: AnyComponent, lines: Sequence[Line]) -> Iterator[Finding]:
    lacking = [line for line in lines if line.credited and line.earned and NO_TARGET in line.earned.reasons]
    names = sorted({found.name(line.participant) for line in lacking})
    if names:
        quoted = in_quotes(names[:_NAMED])
        people = _AND_MORE.fill(names=quoted, more=len(names) - _NAMED) if len(names) > _NAMED else quoted
        periods = Count(len({line.period for line in lacking}))
        told = _NO_TARGETS.fill(label=component.label, people=people, periods=periods)
        yield Finding(Found.NO_TARGET, component.name, told)


def _of_pool(pool: Pool, filled: Sequence[Filled]) -> Iterator[Finding]:
    if pool.gate is None:
        return
    own = [one for one in filled if one.pool == pool]
    shares = [(EXACT.divide(one.credited, one.target), one) for one in own if one.target is not None and one.target > 0]
    gate = share_words(pool.gate)
    if own and not shares:
        yield Finding(Found.GATE, pool.name, _NO_TEAM_TARGET.fill(label=pool.label, gate=gate), pool.gate)
    elif shares:
        share, best = max(shares, key=lambda one: one[0])
        if share < pool.gate:
            said = {"best": _cut(share), "team": best.label, "window": best.window.key}
            yield Finding(Found.GATE, pool.name, _GATE.fill(label=pool.label, gate=gate, **said), pool.gate)
