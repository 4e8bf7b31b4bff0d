"""`tiered`: rates by tiers of what is credited, of how far a target is reached, or of another measure such as units.

Worked example: 1 % to 1M, 1.5 % from 1M to 2M, 2 % above; 2.5M pay 35,000 by slices (marginal) and 50,000 as a whole.
In a window to date the tiers are those of the window: after 900,000 in the quarter so far, 200,000 more pay
100,000 x 1 % + 100,000 x 1.5 % = 2,500 by slices; as a whole 1.1M x 1.5 % less the 9,000 of before = 7,500.
Deal by deal two deals of 1.5M each pay 10,000 + 7,500 by slices each, 35,000 together.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Literal, Self, TypeVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.curve import Curve
from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.told_apart import ORDER
from salesperf.analyses.commission.windowed import as_a_whole, by_deal, by_slices, target_of
from salesperf.analyses.commission.written.answers import Mode
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Points, Tiers, Written, curve_of, ladder_of
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO = Decimal(0)
NOT_BY_DEAL = Text(
    "the tiers of each deal are of its own amount: leave `on` out, or count over the period",
    "按单计算的阶梯以每单金额为准：请去掉 on，或按期间计算",
)


class OtherMeasure(Written):
    """`on = { measure = "units" }`: another measure than the one that is paid for decides the tier."""

    measure: str = Field(description="the metric that decides the tier")
    attainment: bool = Field(default=False, description="whether bounds are of the attainment of its target")


_Shape = TypeVar("_Shape", Ladder, Curve)
OfOwn = Literal["amount", "attainment"]
On = OfOwn | OtherMeasure
_ON = "what bounds are of: the amount, the attainment of the target, or { measure = ... }, another measure"


class _Tiered(Component):
    """What tiers share: over what they are counted, and what decides them."""

    rule: Literal["tiered"]
    on: On = Field(default="amount", description=_ON)

    @model_validator(mode="after")
    def _of_its_amount(self) -> Self:
        if self.per == "deal" and self.on != "amount":
            raise PydanticCustomError("by_deal", "do not go together", {"hint": NOT_BY_DEAL})
        return self

    @property
    def of_target(self) -> bool:
        """Whether bounds are of the attainment of a target."""
        return self.on.attainment if isinstance(self.on, OtherMeasure) else self.on == "attainment"

    @property
    def asks_target(self) -> bool:
        """Where bounds are of the attainment of one."""
        return self.of_target

    @property
    def needs(self) -> Needs:
        """Each order where tiers are counted by deal; the measure that decides the tier."""
        reached = self.on.measure if isinstance(self.on, OtherMeasure) else None
        return Needs(parts=(ORDER,) if self.per == "deal" else (), reached=reached)


class MarginalTiers(_Tiered):
    """Each slice at its own rate; crossing a bound never lowers the pay."""

    mode: Literal[Mode.MARGINAL]
    on: OfOwn = Field(default="amount", description="what bounds are of: the amount, or the attainment of the target")
    tiers: Tiers = Field(description="tiers from zero up")

    @cached_property
    def ladder(self) -> Ladder:
        """The tiers as rates between bounds."""
        return ladder_of(self.tiers)

    @property
    def never_below_zero(self) -> bool:
        """Where no rate is."""
        return all(one.rate >= 0 for one in self.tiers)


class WholeTiers(_Tiered):
    """All of it at the rate of the tier reached; crossing a bound is a jump."""

    mode: Literal[Mode.WHOLE]
    tie: Tie = Field(description="which tier an amount exactly on a bound is in")
    tiers: Tiers = Field(description="tiers from zero up")

    @cached_property
    def ladder(self) -> Ladder:
        """The tiers as rates between bounds."""
        return ladder_of(self.tiers)

    @property
    def never_below_zero(self) -> bool:
        """Where a higher tier never pays less, and another measure cannot lead back to a lower one."""
        rates = [ZERO, *(one.rate for one in self.tiers)]
        return rates == sorted(rates) and not isinstance(self.on, OtherMeasure)


class InterpolatedTiers(_Tiered):
    """All of it at a rate that moves in a straight line between points."""

    mode: Literal[Mode.INTERPOLATED]
    points: Points = Field(description="points by ascending amounts; outside them the rate stays")

    @cached_property
    def curve(self) -> Curve:
        """The points as a curve."""
        return curve_of(self.points)


def earned(rule: MarginalTiers | WholeTiers | InterpolatedTiers, case: Case) -> Earned:
    """The pay of the period, exact: that of the window to date less that of its earlier periods, or of each deal.

    Where another measure decides the tier its target is the one that attainment is of; without a target nothing is
    paid, and it is said why.
    """
    target = target_of(case)
    if rule.of_target and target is None:
        return Earned(reasons=(NO_TARGET,))
    factor = target if rule.of_target else None
    # What counts against a target beside what is paid decides no tier of the amount.
    case = case.on_its_own() if rule.on == "amount" else case
    by_deals = rule.per == "deal"
    match rule:
        case MarginalTiers():
            ladder = _of_target(rule.ladder, factor)
            return by_deal(ladder, case, tie=None) if by_deals else by_slices(ladder, case)
        case WholeTiers():
            ladder = _of_target(rule.ladder, factor)
            return by_deal(ladder, case, tie=rule.tie) if by_deals else as_a_whole(ladder, case, tie=rule.tie)
        case InterpolatedTiers():
            curve = _of_target(rule.curve, factor)
            return _deals_on_curve(curve, case) if by_deals else _on_curve(curve, case)


def _of_target(shape: _Shape, target: Decimal | None) -> _Shape:
    return shape if target is None else shape.times(target)


def _on_curve(curve: Curve, case: Case) -> Earned:
    now = Slice(ZERO, case.to_date, curve.value(case.deciding))
    before = Slice(ZERO, case.before, curve.value(case.deciding_before))
    return Earned((Part((now,)),), (before,) if case.before else ())


def _deals_on_curve(curve: Curve, case: Case) -> Earned:
    paid: list[Part] = []
    before: list[Slice] = []
    for name, amount in sorted(case.parts.items()):
        earlier = case.parts_before.get(name, ZERO)
        now = EXACT.add(earlier, amount)
        paid.append(Part((Slice(ZERO, now, curve.value(now)),), name))
        before += [Slice(ZERO, earlier, curve.value(earlier))] if earlier else []
    return Earned(tuple(paid), tuple(before))
