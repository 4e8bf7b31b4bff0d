"""`over_target`: a rate of what exceeds the target, and nothing up to it.

Worked example: 3 % of what exceeds a target of 300,000: 345,000 pay 45,000 x 3 % = 1,350, 300,000 pay nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Ladder
from salesperf.analyses.commission.phrases import NO_TARGET, figure
from salesperf.analyses.commission.windowed import by_slices, target_of
from salesperf.analyses.commission.written.component import Component
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO = Decimal(0)
_BELOW = Text("{missing} are missing to the target of {target}", "距目标{target}还差{missing}")
_ON_IT = Text("the target of {target} is reached and not exceeded", "正好达到目标{target}，没有超额")


class OverTarget(Component):
    """A rate of the excess over the target of the window; a fraction of money, an amount for one of what is counted."""

    rule: Literal["over_target"]
    per: Literal["period", "quarter", "year", "dates"] = Field(
        default="period",
        description="over what the target is reached: the period, the quarter or year to date, all days of the plan",
    )
    rate: Decimal = Field(description="what is paid for one above the target: 0.03 is 3 % of money")

    @property
    def asks_target(self) -> bool:
        """Always: what is above it is paid for."""
        return True

    @property
    def never_below_zero(self) -> bool:
        """Where the rate is not."""
        return self.rate >= 0


def earned(rule: OverTarget, case: Case) -> Earned:
    """One participant's excess of the window to date less that before the period, exact.

    Without a target nothing is paid, and below it neither; both are said.

    >>> rule = OverTarget(name="more", rule="over_target", rate=Decimal("0.03"))
    >>> str(earned(rule, Case(credited=Decimal(345_000), target=Decimal(300_000))).exact)
    '1350.00'
    """
    target = target_of(case)
    if target is None:
        return Earned(reasons=(NO_TARGET,))
    found = by_slices(Ladder((target,), (ZERO, rule.rate)), case)
    above = tuple(Part(tuple(one for one in part.slices if max(one.start, one.end) > target)) for part in found.parts)
    missing = EXACT.subtract(target, case.to_date)
    if missing < ZERO:
        return Earned(above)
    told = (
        _BELOW.fill(missing=figure(missing), target=figure(target)) if missing else _ON_IT.fill(target=figure(target))
    )
    return Earned(above, reasons=(told,))
