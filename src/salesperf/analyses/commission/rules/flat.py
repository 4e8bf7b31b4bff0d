"""`flat`: one rate of all that is credited, or an amount for each unit of it.

Worked example: 2.5M of net revenue at 1 % pay 25,000; 12 new customers at 300 each pay 3,600.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.written.component import Component


class FlatRule(Component):
    """A rate: a fraction of a measure in money, an amount for one of a measure that counts."""

    rule: Literal["flat"]
    rate: Decimal = Field(description="what is paid for one of the measure: 0.01 is 1 % of money, 300 for each piece")

    @property
    def never_below_zero(self) -> bool:
        """Where the rate is not."""
        return self.rate >= 0


def earned(rule: FlatRule, case: Case) -> Earned:
    """Each period on its own: what was credited, at the rate.

    >>> rule = FlatRule(name="base", rule="flat", rate=Decimal("0.01"))
    >>> earned(rule, Case(credited=Decimal(2_500_000))).exact
    Decimal('25000.00')
    """
    return Earned((Part((Slice(Decimal(0), case.credited, rule.rate),)),))
