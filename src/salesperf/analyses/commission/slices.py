"""The parts of a base that are paid at one rate: where a payout comes from, exact until the line is settled."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from salesperf.core.money import EXACT


class Slice(Struct, frozen=True):
    """What lies between two points of a base, and its rate; from a higher to a lower point it is negative.

    >>> Slice(Decimal(1000), Decimal(1500), Decimal("0.02")).pay
    Decimal('10.00')
    """

    start: Decimal
    end: Decimal
    rate: Decimal

    @property
    def amount(self) -> Decimal:
        """How much of the base it is."""
        return EXACT.subtract(self.end, self.start)

    @property
    def pay(self) -> Decimal:
        """What it earns, not rounded."""
        return EXACT.multiply(self.amount, self.rate)


def pay_of(slices: Iterable[Slice]) -> Decimal:
    """What slices earn together, not rounded."""
    total = Decimal(0)
    for one in slices:
        total = EXACT.add(total, EXACT.multiply(EXACT.subtract(one.end, one.start), one.rate))
    return total
