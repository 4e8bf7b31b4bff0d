"""What a component pays over what is credited: from nothing to twice its last bound, or 50 % to 200 % of a target."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people.limits import limited
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator
from salesperf.analyses.commission.rules.flat import FlatRule
from salesperf.analyses.commission.rules.margin import MarginRule
from salesperf.analyses.commission.rules.over_target import OverTarget
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.analyses.commission.rules.tiered import InterpolatedTiers, MarginalTiers, OtherMeasure, WholeTiers
from salesperf.analyses.commission.told_apart import ORDER
from salesperf.core.money import EXACT

ZERO, ONE = Decimal(0), Decimal(1)
STEPS = 20
NOTIONAL = Decimal(100_000)
"""The target, or the amount that is paid for, where the curve is over a share of it."""
_UNITS = Decimal(20)
"""How many are counted where a count has no bound."""
_LEAST, _MOST = Decimal("0.5"), Decimal(2)


class Over(StrEnum):
    """What a curve is over."""

    CREDITED = "credited"
    ATTAINMENT = "attainment"
    DECIDING = "deciding"
    MARGIN = "margin"


class PaidAt(Struct, frozen=True):
    """At `at` the component pays `pay` for `credited`, within its limits, not rounded."""

    at: Decimal
    credited: Decimal
    pay: Decimal


class Course(Struct, frozen=True):
    """How the pay of a component is followed: over what, from where to where, and what its rule is asked there."""

    over: Over
    places: tuple[Decimal, ...]
    case: Callable[[Decimal], Case]


class PayoutCurve(Struct, frozen=True):
    """Points by ascending values of what it is over."""

    over: Over
    points: tuple[PaidAt, ...]


def payout_curve(component: AnyComponent, *, in_money: bool) -> PayoutCurve | None:
    """The pay of a component on its own; None where no one figure decides it (rate tables, records, discounts).

    `in_money` is whether what it measures is an amount of money. Targets are taken to be 100,000.
    """
    course = course_of(component, in_money=in_money)
    if course is None:
        return None
    return PayoutCurve(course.over, tuple(paid_at(component, course, at) for at in course.places))


def paid_at(component: AnyComponent, course: Course, at: Decimal) -> PaidAt:
    """What a component pays at one place of its course, within its limits."""
    asked = course.case(at)
    within = limited(earned(component, asked).exact, cap=component.cap, floor=component.floor)
    return PaidAt(at, asked.credited, within.amount)


def course_of(component: AnyComponent, *, in_money: bool) -> Course | None:
    """How the pay of a component is followed; None where no one figure decides it."""
    match component:
        case MarginalTiers() | WholeTiers() | InterpolatedTiers():
            return _of_tiers(component)
        case MarginalAccelerator() | WholeAccelerator() | OverTarget():
            return Course(Over.ATTAINMENT, _shares(), _of_target)
        case FlatRule() | OverrideRule():
            return Course(Over.CREDITED, _upward(NOTIONAL if in_money else _UNITS), Case)
        case SpifRule():
            bound = component.first or component.at_least
            return Course(Over.CREDITED, _upward(_UNITS if bound is None else 2 * bound), Case)
        case MarginRule():
            return _of_margin(component)
        case _:
            return None


def _of_tiers(component: MarginalTiers | WholeTiers | InterpolatedTiers) -> Course:
    if isinstance(component.on, OtherMeasure):
        return _of_other(component)
    if component.of_target:
        return Course(Over.ATTAINMENT, _shares(), _of_target)
    bounds = bounds_of(component)
    most = EXACT.multiply(Decimal(2), bounds[-1]) if bounds and bounds[-1] > ZERO else NOTIONAL
    by_deal = component.per == "deal"
    return Course(Over.CREDITED, _upward(most), _of_deal if by_deal else Case)


def _of_other(component: MarginalTiers | WholeTiers | InterpolatedTiers) -> Course:
    """For an amount of 100,000, over what decides the tier."""
    if component.of_target:
        return Course(Over.ATTAINMENT, _shares(), _of_other_target)
    bounds = bounds_of(component)
    most = EXACT.multiply(Decimal(2), bounds[-1]) if bounds and bounds[-1] > ZERO else NOTIONAL
    return Course(Over.DECIDING, _upward(most), lambda at: Case(NOTIONAL, reached=at))


def _of_margin(component: MarginRule) -> Course:
    """For a revenue of 100,000, over its margin."""
    bounds = [tier.to for tier in component.tiers if tier.to is not None]
    most = min(max([EXACT.multiply(Decimal(2), bounds[-1])] if bounds else [ONE]), ONE)
    is_of_profit = component.measure == "gross_profit"

    def case(at: Decimal) -> Case:
        profit = EXACT.multiply(NOTIONAL, at)
        margin = Proportion(profit, NOTIONAL)
        amount = profit if is_of_profit else NOTIONAL
        return Case(amount, proportion=margin, parts={("",): amount}, proportions={("",): margin})

    return Course(Over.MARGIN, _upward(most), case)


def bounds_of(component: AnyComponent) -> tuple[Decimal, ...]:
    """Where the tiers of a component part, or the points of its curve; nothing where it has none."""
    if isinstance(component, InterpolatedTiers):
        return tuple(point.at for point in component.points)
    tiers = getattr(component, "tiers", ())
    return tuple(tier.to for tier in tiers if tier.to is not None)


def _of_target(at: Decimal) -> Case:
    return Case(EXACT.multiply(NOTIONAL, at), target=NOTIONAL)


def _of_other_target(at: Decimal) -> Case:
    return Case(NOTIONAL, reached=EXACT.multiply(NOTIONAL, at), target=NOTIONAL)


def _of_deal(at: Decimal) -> Case:
    return Case(at, parts={(ORDER,): at})


def _upward(most: Decimal) -> tuple[Decimal, ...]:
    return tuple(EXACT.divide(EXACT.multiply(most, Decimal(step)), Decimal(STEPS)) for step in range(STEPS + 1))


def _shares() -> tuple[Decimal, ...]:
    """50 % to 200 %, by tenths."""
    return tuple(Decimal(tenth).scaleb(-1, context=EXACT) for tenth in range(int(_LEAST * 10), int(_MOST * 10) + 1))
