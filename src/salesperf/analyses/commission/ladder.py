"""Tiers of rates: each slice at its own rate (marginal), or all of it at the rate of the tier reached (whole).

Vendors disagree which of the two "1 % to 1M, 1.5 % to 2M, 2 % above" means, so a plan says it; 2.5M earn 35,000 by
slices and 50,000 as a whole. An amount exactly on a bound matters to the whole alone: the marginal pay has no jump.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from salesperf.analyses.commission.slices import Slice
from salesperf.core.money import EXACT


class Tie(StrEnum):
    """Which tier an amount exactly on a bound is in: the one that ends there, or the one that begins."""

    LOWER = "lower"
    UPPER = "upper"


class Ladder(Struct, frozen=True):
    """Rates by ascending tiers: `rates[i]` from `bounds[i - 1]` to `bounds[i]`.

    The first holds below the first bound, and below zero; the last above the last.
    """

    bounds: tuple[Decimal, ...]
    rates: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        if len(self.rates) != len(self.bounds) + 1:
            raise ValueError(f"{len(self.bounds)} bounds part {len(self.bounds) + 1} tiers, not {len(self.rates)}")
        if any(later <= earlier for earlier, later in pairwise(self.bounds)):
            raise ValueError(f"bounds must ascend: {self.bounds}")

    def times(self, factor: Decimal) -> Ladder:
        """The same rates with every bound multiplied: tiers of attainment become tiers of the amount.

        `factor` must be above zero. Nothing is divided, so an amount exactly on a bound stays on it.
        """
        return Ladder(tuple(EXACT.multiply(bound, factor) for bound in self.bounds), self.rates)

    def by_slices(self, start: Decimal, end: Decimal) -> tuple[Slice, ...]:
        """What lies between two amounts, each part at the rate of its own tier; downwards where `end` is lower.

        >>> ladder = Ladder((Decimal(1000), Decimal(2000)), (Decimal("0.01"), Decimal("0.015"), Decimal("0.02")))
        >>> [str(part.pay) for part in ladder.by_slices(Decimal(0), Decimal(2500))]
        ['10.00', '15.000', '10.00']
        """
        low, high = sorted((start, end))
        parts = tuple(self._between(low, high))
        return parts if start <= end else tuple(Slice(one.end, one.start, one.rate) for one in reversed(parts))

    def as_a_whole(self, amount: Decimal, *, tie: Tie) -> Slice:
        """All of it at the rate of the tier that the amount reaches.

        >>> ladder = Ladder((Decimal(1000),), (Decimal("0.01"), Decimal("0.02")))
        >>> [str(ladder.as_a_whole(Decimal(1000), tie=tie).rate) for tie in Tie]
        ['0.01', '0.02']
        """
        return Slice(Decimal(0), amount, self.rates[self.tier_of(amount, tie=tie)])

    def tier_of(self, amount: Decimal, *, tie: Tie) -> int:
        """The number of the tier of an amount, from 0."""
        return bisect_left(self.bounds, amount) if tie is Tie.LOWER else bisect_right(self.bounds, amount)

    def _between(self, low: Decimal, high: Decimal) -> Iterator[Slice]:
        first, last = self.tier_of(low, tie=Tie.UPPER), self.tier_of(high, tie=Tie.LOWER)
        if low == high:
            return
        edges = (low, *self.bounds[first:last], high)
        for rate, (start, end) in zip(self.rates[first : last + 1], pairwise(edges), strict=True):
            yield Slice(start, end, rate)
