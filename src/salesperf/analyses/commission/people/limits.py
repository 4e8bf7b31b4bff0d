"""Caps and floors: the most and the least that is paid; a floor never lifts what comes back."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.core.money import EXACT

ZERO = Decimal(0)


class Limited(Struct, frozen=True):
    """An amount within its limits, what the cap withheld, and what the floor added."""

    amount: Decimal
    withheld: Decimal = ZERO
    lifted: Decimal = ZERO


def limited(amount: Decimal, *, cap: Decimal | None = None, floor: Decimal | None = None) -> Limited:
    """An amount not above the cap, and not below the floor where it is above zero.

    A floor is for what was sold: an amount of zero, and one that is taken back, stay as they are. A floor that turned
    a return of 500 into a payout of 200 is a published error of a commission system.

    >>> [str(limited(Decimal(amount), floor=Decimal(200)).amount) for amount in (50, 300, 0, -500)]
    ['200', '300', '0', '-500']
    """
    if cap is not None and floor is not None and floor > cap:
        raise ValueError(f"a floor of {floor} is above the cap of {cap}")
    if cap is not None and amount > cap:
        return Limited(cap, withheld=EXACT.subtract(amount, cap))
    if floor is not None and ZERO < amount < floor:
        return Limited(floor, lifted=EXACT.subtract(floor, amount))
    return Limited(amount)
