"""Taking back no more than was released: what is still held back of a returned sale is never paid out instead."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.people.settlement import SettlementTerms, Standing
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Period

ZERO = Decimal(0)


def of_released(
    line: Line,
    of: Mapping[Period, Decimal],
    standing: Standing,
    *,
    terms: SettlementTerms,
    numbers: Mapping[Period, int],
) -> tuple[Line, Standing]:
    """The line that takes back what was released of each earlier period, and the standing without the rest of it.

    `of` is what is taken back of each period, below zero, `numbers` the number of the person's periods. What a period
    held back is released by its number; with the payout of that period it counts as paid.

    Worked by hand: 60 % are held back for three periods. 10,000 of an earlier period come back in the next: 4,000 were
    paid and are taken, 6,000 of the reserve are not released.
    """
    holdback = terms.holdback
    if holdback is None:
        return line, standing
    reserve, lapsed = dict(standing.reserve), ZERO
    for period, amount in of.items():
        if period not in numbers:
            continue
        due = numbers[period] + holdback.release_after
        if amount >= ZERO or due <= standing.number + 1 or due not in reserve:
            continue
        held = settle(EXACT.multiply(EXACT.minus(amount), holdback.share), places=terms.places, mode=terms.mode)
        unpaid = min(held, reserve[due])
        reserve[due] = EXACT.subtract(reserve[due], unpaid)
        lapsed = EXACT.add(lapsed, unpaid)
    if not lapsed:
        return line, standing
    told = words.NOT_RELEASED.fill(amount=said(lapsed))
    left = {number: amount for number, amount in reserve.items() if amount}
    pay, moved = EXACT.add(line.pay, lapsed), EXACT.minus(lapsed)
    paid = replace(line, pay=pay, reasons=(told, *line.reasons), moved=moved)
    return paid, replace(standing, reserve=left)
