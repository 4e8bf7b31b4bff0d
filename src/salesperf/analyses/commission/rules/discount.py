"""`discount`: a rate by the discount that was given, of each order or of each line.

Worked example: 3 % up to a discount of 5 %, 2 % up to 15 %, 1 % above. An order of 950 at a list value of 1,000 has a
discount of exactly 5 %: 950 x 3 % = 28.50 where the bound belongs to the lower tier; one of 800 pays 800 x 1 % = 8.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Lacking, Part
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.told_apart import LINE, ORDER
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Tiers, ladder_of
from salesperf.core.text import Text

ZERO = Decimal(0)
_NO_DISCOUNT = Text("no list price of what came back in {order}", "{order}中的退货没有标价")


class DiscountRule(Component):
    """All of an order, or of a line, at the rate of the tier that its discount lies in."""

    rule: Literal["discount"]
    per: Literal["period"] = Field(default="period", description="each period on its own")
    of: Literal["order", "line"] = Field(description="whether the discount is that of the order or of each line")
    tie: Tie = Field(description="which tier a discount exactly on a bound is in")
    tiers: Tiers = Field(description="rates by discount as a fraction of the list value: to = 0.05 is 5 %")
    rate_of_returns: Decimal | None = Field(
        default=None,
        description="the rate at which returns without a list price are taken back; without it they are a fault of "
        "the data",
    )

    @property
    def needs(self) -> Needs:
        """The discount, of each order or line."""
        return Needs(parts=(ORDER,) if self.of == "order" else (ORDER, LINE), proportion="discount")


def earned(rule: DiscountRule, case: Case) -> Earned:
    """One participant's orders or lines of the period, exact.

    List prices must be known of all that is sold (F614), which is seen to before; of what came back alone there is
    none, so that it is lacking (F615) unless the plan says its rate. A discount is never divided out.

    >>> rule = DiscountRule.model_validate({"name": "d", "rule": "discount", "of": "order", "tie": "lower", "tiers": [
    ...     {"to": Decimal("0.05"), "rate": Decimal("0.03")}, {"rate": Decimal("0.01")}]})
    >>> given = {("A-1",): Proportion(Decimal(50), Decimal(1000))}
    >>> str(earned(rule, Case(Decimal(950), parts={("A-1",): Decimal(950)}, proportions=given)).exact)
    '28.50'
    """
    ladder = ladder_of(rule.tiers)
    paid, lacking = [], []
    for name, amount in sorted(case.parts.items()):
        discount = case.proportions.get(name, Proportion(ZERO, ZERO))
        rate = discount.rate(ladder, tie=rule.tie)
        if rate is None:
            rate = rule.rate_of_returns if amount else ZERO
        if rate is not None:
            paid.append(Part((Slice(ZERO, amount, rate),), name[:1]))
        else:
            lacking.append(Lacking("F615", _NO_DISCOUNT.fill(order=name[0]), amount, name))
    return Earned(tuple(paid), lacking=tuple(lacking))
