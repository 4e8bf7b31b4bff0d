"""How much a few carry: the Gini coefficient, the Lorenz curve, the share of the largest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.core.money import EXACT

TOPS = (1, 5, 10, 20, 50, 100)


def gini(amounts: Sequence[Decimal]) -> float | None:
    """The Gini coefficient of amounts that are not below zero: 0 of equals, 1 - 1/n where one has all.

    With amounts x ascending, 2 sum(i x_i) / (n sum(x)) - (n + 1) / n (Sen, On Economic Inequality, 1973). None where
    there is nothing to share.

    >>> gini([Decimal(1), Decimal(1)]), gini([Decimal(0), Decimal(0), Decimal(0), Decimal(8)])
    (0.0, 0.75)
    """
    ordered = sorted(amounts)
    count, whole = len(ordered), sum(ordered, Decimal(0))
    if whole <= 0:
        return None
    weighted = sum((at * amount for at, amount in enumerate(ordered, start=1)), Decimal(0))
    return float(EXACT.divide(2 * weighted, count * whole) - EXACT.divide(Decimal(count + 1), Decimal(count)))


def lorenz(amounts: Sequence[Decimal], parts: int = 10) -> Iterator[tuple[float, float]]:
    """The share that the smallest part of all bring, for each of so many parts: (0.1, 0.01) and so on to (1.0, 1.0).

    Between two of them the curve runs straight: of five the smallest tenth is half of the smallest one.
    """
    ordered = sorted(amounts)
    whole = sum(ordered, Decimal(0))
    if whole <= 0:
        return
    sums = [Decimal(0)]
    for amount in ordered:
        sums.append(sums[-1] + amount)
    for part in range(1, parts + 1):
        spot, rest = divmod(part * len(ordered), parts)
        reached = sums[spot] + (ordered[spot] * rest / parts if rest else Decimal(0))
        yield part / parts, float(EXACT.divide(reached, whole))


def top_shares(amounts: Sequence[Decimal]) -> Iterator[tuple[int, Decimal]]:
    """What the largest one, five, ten ... bring, as far as there are as many."""
    ordered = sorted(amounts, reverse=True)
    for count in TOPS:
        if count < len(ordered):
            yield count, sum(ordered[:count], Decimal(0))
