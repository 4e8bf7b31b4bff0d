"""Money in Decimal: the only rounding (`settle`) and the only sharing-out (`split`)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from fractions import Fraction

from salesperf.core.apportion import Claim, apportioned

EXACT = Context(prec=76)
"""Enough digits for the product of two amounts of 38 digits."""


class Rounding(StrEnum):
    """How the last place is decided."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


_MODES = {Rounding.HALF_UP: ROUND_HALF_UP, Rounding.HALF_EVEN: ROUND_HALF_EVEN, Rounding.DOWN: ROUND_DOWN}


def exact(number: Decimal | float) -> Decimal:
    """A number as Decimal: a float by its shortest spelling, which is what people wrote.

    >>> exact(0.1)
    Decimal('0.1')
    """
    return number if isinstance(number, Decimal) else Decimal(repr(number))


def settle(amount: Decimal, *, places: int = 2, mode: Rounding = Rounding.HALF_UP) -> Decimal:
    """Round an amount to what can be paid; once, on the line that is paid.

    >>> settle(Decimal("0.125"))
    Decimal('0.13')
    >>> settle(Decimal("-0.125"))
    Decimal('-0.13')
    """
    return amount.quantize(Decimal(1).scaleb(-places), rounding=_MODES[mode], context=EXACT)


def split(total: Decimal, weights: Sequence[Decimal], *, places: int = 2) -> tuple[Decimal, ...]:
    """Share a settled total by weight so that the shares add up exactly.

    Largest remainder (Hamilton's method); ties go to the earlier weight. Weights must not be negative and
    must not all be zero.

    >>> split(Decimal("100.00"), [Decimal(1), Decimal(1), Decimal(1)])
    (Decimal('33.34'), Decimal('33.33'), Decimal('33.33'))
    """
    if not any(weights) or any(weight < 0 for weight in weights):
        raise ValueError("weights must not be negative and must add up to more than zero")
    if total != settle(total, places=places):
        raise ValueError(f"{total} is not settled to {places} places")
    units = abs(int(total.scaleb(places, context=EXACT)))
    shares = apportioned(units, [Claim(Fraction(weight)) for weight in weights])
    sign = -1 if total < 0 else 1
    # The context of plain `sum` and `*` keeps 28 digits; an amount may have 38.
    return tuple(Decimal(sign * share).scaleb(-places, context=EXACT) for share in shares)
