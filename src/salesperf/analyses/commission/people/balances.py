"""What happens when more is taken back than was earned: carried on, paid back, or forgiven."""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from msgspec import Struct

from salesperf.analyses.commission.written.answers import NegativeBalance
from salesperf.core.money import EXACT

ZERO = Decimal(0)


class Balanced(Struct, frozen=True):
    """What is paid, what was held against it of before (`used`), what is forgiven, and what is owed from now on."""

    paid: Decimal
    used: Decimal
    forgiven: Decimal
    owed: Decimal


def balanced(amount: Decimal, *, owed: Decimal, policy: NegativeBalance) -> Balanced:
    """An amount after a debt of earlier periods (`owed`, not below zero).

    Worked by hand: 2,000 were taken back too much and 1,500 are earned: nothing is paid and 500 stay owed.

    >>> str(balanced(Decimal(1500), owed=Decimal(2000), policy=NegativeBalance.CARRY).owed)
    '500'
    """
    left = EXACT.subtract(amount, owed)
    if left >= ZERO:
        return Balanced(left, owed, ZERO, ZERO)
    missing = EXACT.minus(left)
    used = max(min(amount, owed), ZERO)
    match policy:
        case NegativeBalance.CARRY:
            return Balanced(ZERO, used, ZERO, missing)
        case NegativeBalance.PAY_BACK:
            return Balanced(left, owed, ZERO, ZERO)
        case NegativeBalance.ZERO:
            return Balanced(ZERO, used, missing, ZERO)
        case _:
            assert_never(policy)
