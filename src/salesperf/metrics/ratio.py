"""Ratios of two amounts: null, never 0 or infinite, where there is nothing above zero to divide by."""

from __future__ import annotations

from decimal import Decimal


def ratio(part: Decimal, whole: Decimal) -> float | None:
    """A part of a whole that is above zero.

    >>> ratio(Decimal(1), Decimal(4)), ratio(Decimal(1), Decimal(0)), ratio(Decimal(1), Decimal(-4))
    (0.25, None, None)
    """
    return float(part / whole) if whole > 0 else None


def growth(now: Decimal, base: Decimal) -> float | None:
    """The change from a base that is above zero, as a part of it.

    Divided as decimals: 90 / 100 - 1 is -0.1 and not -0.09999999999999998.

    >>> growth(Decimal(90), Decimal(100)), growth(Decimal(90), Decimal(0))
    (-0.1, None)
    """
    return float(now / base - 1) if base > 0 else None
