"""`accelerator`: a base rate times a factor by how far the target is reached; factors below one are decelerators.

Worked example: 8 % up to the quota of 150,000, 1.5 times that up to 120 % of it, twice that above. 195,000 pay
150,000 x 8 % + 30,000 x 12 % + 15,000 x 16 % = 18,000 by slices (marginal), and 195,000 x 16 % = 31,200 as a whole.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.windowed import as_a_whole, by_slices, target_of
from salesperf.analyses.commission.written.answers import Mode
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import FactorTiers, ladder_of_factors

_PER = "over what attainment is counted: the period, the quarter or year to date, all days of the plan to date"


class MarginalAccelerator(Component):
    """Each slice of the attainment at the base rate times its own factor; passing a bound never lowers the pay."""

    rule: Literal["accelerator"]
    per: Literal["period", "quarter", "year", "dates"] = Field(default="period", description=_PER)
    mode: Literal[Mode.MARGINAL]
    rate: Decimal = Field(description="what a factor of 1 pays, as a fraction: 0.08 is 8 %")
    tiers: FactorTiers = Field(description="factors by attainment from zero up: to = 1 is the target")

    @property
    def asks_target(self) -> bool:
        """Always: it is paid by the attainment of one."""
        return True

    @property
    def never_below_zero(self) -> bool:
        """Where neither the rate nor a factor is."""
        return self.rate >= 0 and all(one.factor >= 0 for one in self.tiers)


class WholeAccelerator(Component):
    """All of it at the base rate times the factor of the tier reached; passing a bound is a jump."""

    rule: Literal["accelerator"]
    per: Literal["period", "quarter", "year", "dates"] = Field(default="period", description=_PER)
    mode: Literal[Mode.WHOLE]
    tie: Tie = Field(description="which tier an attainment exactly on a bound is in")
    rate: Decimal = Field(description="what a factor of 1 pays, as a fraction: 0.08 is 8 %")
    tiers: FactorTiers = Field(description="factors by attainment from zero up: to = 1 is the target")

    @property
    def asks_target(self) -> bool:
        """Always: it is paid by the attainment of one."""
        return True

    @property
    def never_below_zero(self) -> bool:
        """Where a higher tier never pays less."""
        factors = [Decimal(0), *(one.factor for one in self.tiers)]
        return self.rate >= 0 and factors == sorted(factors)


def earned(rule: MarginalAccelerator | WholeAccelerator, case: Case) -> Earned:
    """One participant's window to date less its earlier periods, exact; without a target nothing, and why.

    Bounds are multiplied by the target, so that an attainment exactly on one is: nothing is divided.

    >>> tiers = [{"to": Decimal(1), "factor": Decimal(1)}, {"factor": Decimal("1.5")}]
    >>> told = {"name": "base", "rule": "accelerator", "mode": "marginal", "rate": Decimal("0.08"), "tiers": tiers}
    >>> rule = MarginalAccelerator.model_validate(told)
    >>> str(earned(rule, Case(credited=Decimal(180), target=Decimal(150))).exact)
    '15.600'
    """
    target = target_of(case)
    if target is None:
        return Earned(reasons=(NO_TARGET,))
    ladder = ladder_of_factors(rule.tiers, rule.rate).times(target)
    match rule:
        case MarginalAccelerator():
            return by_slices(ladder, case)
        case WholeAccelerator():
            return as_a_whole(ladder, case, tie=rule.tie)
