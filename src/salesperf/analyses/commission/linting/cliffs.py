"""Where the pay of a component jumps: the smallest step of sales brings an amount, or costs one.

Worked example: 1 % up to 100,000 and 1.5 % of all of it above: at 100,000 the pay jumps from 1,000 to 1,500, by 500.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.commission.in_words.payout_curve import NOTIONAL, Course, Over, bounds_of, course_of, paid_at
from salesperf.analyses.commission.in_words.tiers import share_words
from salesperf.analyses.commission.linting.finding import Finding, Found
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.margin import MarginRule
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.core.money import EXACT, Rounding, settle
from salesperf.core.text import Text

_STEP = Decimal("1e-9")
"""So small that what it brings at any rate is nothing beside a cent."""
_CENT = 2
_UP = Text(
    "{label}: at {place} the pay jumps by {jump}, from {below} to {above}",
    "{label}：在{place}处提成由{below}跳至{above}，增加{jump}",
)
_DOWN = Text(
    "{label}: at {place} the pay falls by {jump}, from {below} to {above}: who sells more is paid less",
    "{label}：在{place}处提成由{below}降至{above}，减少{jump}：卖得更多反而得到更少",
)
_PLACES = {
    Over.CREDITED: Text("{at}", "{at}"),
    Over.ATTAINMENT: Text("{share} of a target of {notional}", "目标 {notional} 的{share}"),
    Over.DECIDING: Text(
        "{at} of what decides the tier, for {notional} credited", "决定档位的数值 {at}（业绩 {notional}）"
    ),
    Over.MARGIN: Text("a margin of {share} on a revenue of {notional}", "收入 {notional}、毛利率{share}"),
}


def cliffs(component: AnyComponent, *, in_money: bool) -> tuple[Finding, ...]:
    """The jumps of a component on its own, by ascending places; none where no one figure decides its pay."""
    course = course_of(component, in_money=in_money)
    return () if course is None else tuple(_jumps(component, course))


def _jumps(component: AnyComponent, course: Course) -> Iterator[Finding]:
    for at in sorted(set(_edges(component))):
        before, after = (paid_at(component, course, EXACT.add(at, step)) for step in (-_STEP, _STEP))
        below, above = (settle(one.pay, places=_CENT, mode=Rounding.HALF_UP) for one in (before, after))
        jump = EXACT.subtract(above, below)
        if jump:
            place = _PLACES[course.over].fill(at=figure(at), share=share_words(at), notional=figure(NOTIONAL))
            said = {"below": figure(below), "above": figure(above), "jump": figure(abs(jump))}
            told = (_UP if jump > 0 else _DOWN).fill(label=component.label, place=place, **said)
            yield Finding(Found.CLIFF if jump > 0 else Found.FALL, component.name, told, at, jump)


def _edges(component: AnyComponent) -> Iterator[Decimal]:
    yield from bounds_of(component)
    if isinstance(component, SpifRule) and component.at_least is not None:
        yield component.at_least
    if isinstance(component, MarginRule) and component.hurdle is not None:
        yield component.hurdle
