"""How far a sum may lie from its parts where all were rounded before they were written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

_STEPS = tuple(map(Decimal, ("1000", "100", "10", "1", "0.1")))
_FINEST = Decimal("0.01")
_HALF = 2
_MOST = Decimal("0.02")
"""Rounding explains no more than this part of a sum."""


def rounding_of(whole: Decimal, parts: Sequence[Decimal]) -> Decimal:
    """What rounding explains of the difference of a sum and its parts: half of what all are rounded to, each.

    >>> rounding_of(Decimal(38000), [Decimal(12000), Decimal(25500)]), rounding_of(Decimal(7), [Decimal(3)] * 2)
    (Decimal('150'), Decimal('0.14'))
    """
    amounts = (whole, *parts)
    step = next((step for step in _STEPS if all(amount % step == 0 for amount in amounts)), _FINEST)
    return min(step * len(amounts) / _HALF, _MOST * abs(whole))
