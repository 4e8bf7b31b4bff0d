"""`tiered`: rates by tiers of what is credited, or of how far a target is reached.

Worked example: 1 % to 1M, 1.5 % from 1M to 2M, 2 % above; 2.5M pay 35,000 by slices (marginal) and 50,000 as a whole.
In a window to date the tiers are those of the window: after 900,000 in the quarter so far, 200,000 more pay
100,000 x 1 % + 100,000 x 1.5 % = 2,500 by slices; as a whole 1.1M x 1.5 % less the 9,000 of before = 7,500.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.curve import Curve
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.windowed import as_a_whole, by_slices, target_of
from salesperf.analyses.commission.written.choices import Mode
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Points, Tiers, curve_of, ladder_of

On = Literal["amount", "attainment"]


class MarginalTiers(Component):
    """Each slice at its own rate; crossing a bound never lowers the pay."""

    rule: Literal["tiered"]
    mode: Literal[Mode.MARGINAL]
    on: On = Field(default="amount", description="what bounds are of: the amount, or the attainment of the target")
    tiers: Tiers = Field(description="tiers from zero up")


class WholeTiers(Component):
    """All of it at the rate of the tier reached; crossing a bound is a jump."""

    rule: Literal["tiered"]
    mode: Literal[Mode.WHOLE]
    tie: Tie = Field(description="which tier an amount exactly on a bound is in")
    on: On = Field(default="amount", description="what bounds are of: the amount, or the attainment of the target")
    tiers: Tiers = Field(description="tiers from zero up")


class InterpolatedTiers(Component):
    """All of it at a rate that moves in a straight line between points."""

    rule: Literal["tiered"]
    mode: Literal[Mode.INTERPOLATED]
    on: On = Field(default="amount", description="what points are of: the amount, or the attainment of the target")
    points: Points = Field(description="points by ascending amounts; outside them the rate stays")


def earned(rule: MarginalTiers | WholeTiers | InterpolatedTiers, case: Case) -> Earned:
    """The pay of the period: that of the window to date, less that of its earlier periods."""
    target = target_of(case)
    if rule.on == "attainment" and target is None:
        return Earned(reasons=(NO_TARGET,))
    factor = target if rule.on == "attainment" and target is not None else Decimal(1)
    match rule:
        case MarginalTiers():
            return by_slices(ladder_of(rule.tiers).times(factor), case)
        case WholeTiers():
            return as_a_whole(ladder_of(rule.tiers).times(factor), case, tie=rule.tie)
        case InterpolatedTiers():
            curve = curve_of(rule.points).times(factor)
            now, before = (_on_curve(curve, amount) for amount in (case.to_date, case.before))
            return Earned((Part((now,)),), (before,) if case.before else ())


def _on_curve(curve: Curve, amount: Decimal) -> Slice:
    return Slice(Decimal(0), amount, curve.value(amount))
