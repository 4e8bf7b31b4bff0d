"""Margins and discounts as what they are of and what they come to, not divided: a bound is met exactly or not."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.core.money import EXACT

ZERO = Decimal(0)


class Proportion(Struct, frozen=True):
    """`part` of `whole`: profit of revenue, what was let off of the list value.

    >>> ladder = Ladder((Decimal("0.3"),), (Decimal("0.05"), Decimal("0.08")))
    >>> str(Proportion(Decimal(30), Decimal(100)).rate(ladder, tie=Tie.UPPER))
    '0.08'
    """

    part: Decimal
    whole: Decimal

    def plus(self, other: Proportion) -> Proportion:
        """The proportion of both together."""
        return Proportion(EXACT.add(self.part, other.part), EXACT.add(self.whole, other.whole))

    def rate(self, ladder: Ladder, *, tie: Tie) -> Decimal | None:
        """The rate of the tier it is in; None of a whole of zero. What comes back is judged as what was sold."""
        if not self.whole:
            return None
        part = self.part if self.whole > ZERO else EXACT.minus(self.part)
        return ladder.rates[ladder.times(EXACT.abs(self.whole)).tier_of(part, tie=tie)]

    def is_below(self, bound: Decimal) -> bool:
        """Whether it is less than a bound; a whole of zero is below every one."""
        part = self.part if self.whole > ZERO else EXACT.minus(self.part)
        return not self.whole or part < EXACT.multiply(bound, EXACT.abs(self.whole))
