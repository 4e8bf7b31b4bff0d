"""Where one score ends and the next begins: edges worked out from the customers, or given, without rounding.

An edge is a fraction, and so is what is held against it: of 995 customers the second edge may lie two fifths of the way
between two amounts, and whoever lies exactly on it must be on the side that the convention says.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct


class Passes(StrEnum):
    """When a value is beyond an edge."""

    ABOVE = "above"
    """It is larger: what equals the edge is in the lower bin (right-closed bins, as pandas.qcut cuts)."""
    FROM = "from"
    """It is as large or larger: what equals the edge is in the upper bin (left-closed bins)."""
    ONE_MORE = "one_more"
    """It is as large as the edge and one: the convention of the R package rfm."""


class Edges(Struct, frozen=True):
    """The edges between bins, from the lowest; there is one bin more than edges.

    >>> found = Edges((Fraction(5), Fraction(8)), Passes.ABOVE)
    >>> [found.bin_of(Fraction(value)) for value in (5, 6, 8, 9)]
    [0, 1, 1, 2]
    """

    at: tuple[Fraction, ...]
    passes: Passes

    def least(self, edge: Fraction, *, step: Fraction) -> Fraction:
        """The smallest multiple of a step that is beyond an edge.

        >>> Edges((), Passes.ONE_MORE).least(Fraction("296.4"), step=Fraction(1))
        Fraction(298, 1)
        """
        if self.passes is Passes.ABOVE:
            return (floor(edge / step) + 1) * step
        return ceil((edge + (1 if self.passes is Passes.ONE_MORE else 0)) / step) * step

    def bin_of(self, value: Fraction) -> int:
        """The number of edges that a value is beyond."""
        if self.passes is Passes.ABOVE:
            return sum(value > edge for edge in self.at)
        more = 1 if self.passes is Passes.ONE_MORE else 0
        return sum(value >= edge + more for edge in self.at)


def places_of(count: int, bins: int) -> tuple[tuple[int, Fraction], ...]:
    """Where the edges of equal parts lie among `count` sorted values: the place before, and how far to the next one.

    Type 7 of Hyndman and Fan (Sample Quantiles in Statistical Packages, 1996): the quantile p lies at (n - 1) p.

    >>> places_of(6, 4)
    ((1, Fraction(1, 4)), (2, Fraction(1, 2)), (3, Fraction(3, 4)))
    """
    spots = (Fraction((count - 1) * part, bins) for part in range(1, bins))
    return tuple((floor(spot), spot - floor(spot)) for spot in spots)
