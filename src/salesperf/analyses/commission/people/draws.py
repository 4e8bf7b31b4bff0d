"""Draws: money paid ahead of commission, as a minimum or on top, to be earned back or not.

A recoverable minimum pays what commission lacks of it and takes the advance back from later commission above it; a
recoverable addition is paid on top and taken back later. What is not recoverable is never owed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct
from pydantic import Field

from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.money import EXACT

ZERO = Decimal(0)


class Draw(Written):
    """`[draw]` of a plan."""

    kind: Literal["recoverable", "non_recoverable"] = Field(description="whether later commission pays it back")
    style: Literal["minimum", "additive"] = Field(
        description="minimum: commission is filled up to it; additive: it is paid on top of commission"
    )
    amount: Decimal = Field(gt=0, description="what a period's draw is")
    periods: int | None = Field(
        default=None, ge=1, description="how many periods of a person it is paid in; all of them when not set"
    )
    recovered_after: int = Field(
        default=0, ge=0, description="periods from a person's first until commission begins to pay it back"
    )
    recovered_within: int | None = Field(
        default=None, ge=1, description="periods of paying back, after which the rest is forgiven; no end when not set"
    )
    keep: Decimal = Field(default=ZERO, ge=0, description="the part of a period's commission that nothing is taken of")


class Drawn(Struct, frozen=True):
    """A period of a draw: what was paid ahead, taken back and forgiven, and what is owed after it."""

    advanced: Decimal
    recovered: Decimal
    forgiven: Decimal
    owed: Decimal


def drawn(draw: Draw, gross: Decimal, *, owed: Decimal, number: int) -> Drawn:
    """The draw of a person's period `number` (from 1), who earned `gross` and owed `owed` before it.

    Commission below zero advances no more than the draw: what is taken back beyond commission is a balance, not a
    draw.

    A recoverable minimum of 3,000: 2,000 of commission are filled up by 1,000; of 5,000 a month later, 1,000 pay it
    back.

    >>> draw = Draw(kind="recoverable", style="minimum", amount=Decimal(3000))
    >>> first = drawn(draw, Decimal(2000), owed=Decimal(0), number=1)
    >>> str(first.advanced), str(drawn(draw, Decimal(5000), owed=first.owed, number=2).recovered)
    ('1000', '1000')
    """
    earned = max(gross, ZERO)
    is_paid = draw.periods is None or number <= draw.periods
    advanced = _advance(draw, earned) if is_paid else ZERO
    if draw.kind == "non_recoverable":
        return Drawn(advanced, ZERO, ZERO, ZERO)
    untouched = max(draw.keep, draw.amount if draw.style == "minimum" and is_paid else ZERO)
    free = max(EXACT.subtract(earned, untouched), ZERO)
    last = None if draw.recovered_within is None else draw.recovered_after + draw.recovered_within
    is_recovered = number > draw.recovered_after and (last is None or number <= last)
    recovered = min(owed, free) if is_recovered else ZERO
    left = EXACT.add(EXACT.subtract(owed, recovered), advanced)
    forgiven = left if last is not None and number >= last else ZERO
    return Drawn(advanced, recovered, forgiven, EXACT.subtract(left, forgiven))


def _advance(draw: Draw, earned: Decimal) -> Decimal:
    return draw.amount if draw.style == "additive" else max(EXACT.subtract(draw.amount, earned), ZERO)
