"""`margin`: a rate by the margin of the deals or of the period, nothing below a hurdle.

Worked example: of gross profit nothing below a margin of 10 %, 5 % up to 30 %, 8 % from there on. 30,000 of profit on
100,000 of revenue are exactly 30 %: 30,000 x 8 % = 2,400 where the bound belongs to the upper tier. A deal of 9,000 on
100,000 pays nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from typing import Literal

from pydantic import Field

from salesperf.analyses.commission.case import Case, Earned, Part
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.phrases import BELOW_HURDLE, DEALS_BELOW, NO_MARGIN, figure, percent
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.told_apart import ORDER
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Tiers, ladder_of
from salesperf.core.money import EXACT
from salesperf.core.text import Count, Text

ZERO = Decimal(0)


class MarginRule(Component):
    """All of the measure at the rate of the tier that the margin, gross profit of net revenue, lies in."""

    rule: Literal["margin"]
    measure: str = Field(default="gross_profit", description="what is paid for: gross_profit or net_revenue")
    tie: Tie = Field(description="which tier a margin exactly on a bound is in")
    hurdle: Decimal | None = Field(default=None, description="the margin below which nothing is paid: 0.1 is 10 %")
    tiers: Tiers = Field(description="rates by margin as a fraction: to = 0.3 is 30 %")

    @property
    def needs(self) -> Needs:
        """The margin; of each order where it is counted by deal."""
        return Needs(parts=(ORDER,) if self.per == "deal" else (), proportion="margin")


def earned(rule: MarginRule, case: Case) -> Earned:
    """One participant's period, or window to date less its earlier periods, exact; each deal on its own where asked.

    What comes back is taken back at the rate of its own margin. Cost must be known of every line (F613), which is seen
    to before. A margin is never divided out: profit is held against bound x revenue.

    >>> rule = MarginRule.model_validate({"name": "m", "rule": "margin", "tie": "upper", "tiers": [
    ...     {"to": Decimal("0.3"), "rate": Decimal("0.05")}, {"rate": Decimal("0.08")}]})
    >>> margin = Proportion(Decimal(30_000), Decimal(100_000))
    >>> str(earned(rule, Case(Decimal(30_000), proportion=margin)).exact)
    '2400.00'
    """
    if rule.per == "deal":
        return _by_deal(rule, case)
    margin, before = case.proportion or Proportion(ZERO, ZERO), case.proportion_before
    now = _part(rule, case.to_date, margin)
    earlier = None if before is None else _part(rule, case.before, before)
    return Earned(
        (now,) if now is not None else (),
        earlier.slices if earlier is not None else (),
        reasons=tuple(_why_not(rule, case, margin)) if now is None else (),
    )


def _by_deal(rule: MarginRule, case: Case) -> Earned:
    paid: list[Part] = []
    unpaid: list[Decimal] = []
    for name, amount in sorted(case.parts.items()):
        found = _part(rule, amount, case.proportions.get(name, Proportion(ZERO, ZERO)), name)
        if found is not None:
            paid.append(found)
        elif amount:
            unpaid.append(amount)
    waiting = figure(reduce(EXACT.add, unpaid, ZERO))
    told = DEALS_BELOW.fill(deals=Count(len(unpaid)), hurdle=percent(rule.hurdle or ZERO), amount=waiting)
    return Earned(tuple(paid), reasons=(told,) if unpaid else ())


def _part(rule: MarginRule, amount: Decimal, margin: Proportion, name: tuple[str, ...] = ()) -> Part | None:
    """What a margin pays; None where there is none, or one below the hurdle."""
    rate = margin.rate(ladder_of(rule.tiers), tie=rule.tie)
    if rate is None or (rule.hurdle is not None and margin.is_below(rule.hurdle)):
        return None
    return Part((Slice(ZERO, amount, rate),), name)


def _why_not(rule: MarginRule, case: Case, margin: Proportion) -> Iterator[Text]:
    if not margin.whole:
        if case.to_date:
            yield NO_MARGIN.fill(amount=figure(case.to_date))
        return
    share = EXACT.divide(margin.part, margin.whole)
    hurdle = percent(rule.hurdle or ZERO)
    yield BELOW_HURDLE.fill(margin=percent(share), hurdle=hurdle, amount=figure(case.to_date))
