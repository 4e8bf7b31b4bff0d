"""Payout curves: between the points of a plan the rate moves in a straight line, outside them it stays."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from salesperf.core.money import EXACT


class Point(Struct, frozen=True):
    """At `at` it is exactly `value`."""

    at: Decimal
    value: Decimal


class Curve(Struct, frozen=True):
    """Values by ascending points, one at least.

    >>> curve = Curve((Point(Decimal("0.5"), Decimal(0)), Point(Decimal(1), Decimal("0.02"))))
    >>> [str(curve.value(Decimal(at))) for at in ("0.4", "0.75", "1", "1.2")]
    ['0', '0.010', '0.02', '0.02']
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if not self.points:
            raise ValueError("a curve needs a point")
        if any(later.at <= earlier.at for earlier, later in pairwise(self.points)):
            raise ValueError(f"points must ascend: {self.points}")

    def times(self, factor: Decimal) -> Curve:
        """The same values with every point multiplied: points of attainment become points of the amount."""
        return Curve(tuple(Point(EXACT.multiply(point.at, factor), point.value) for point in self.points))

    def value(self, at: Decimal) -> Decimal:
        """The value there; divided once, so that what can be told exactly is."""
        after = bisect_right([point.at for point in self.points], at)
        if after in {0, len(self.points)}:
            return self.points[max(after - 1, 0)].value
        low, high = self.points[after - 1], self.points[after]
        from_low = EXACT.multiply(low.value, EXACT.subtract(high.at, at))
        from_high = EXACT.multiply(high.value, EXACT.subtract(at, low.at))
        return EXACT.divide(EXACT.add(from_low, from_high), EXACT.subtract(high.at, low.at))
