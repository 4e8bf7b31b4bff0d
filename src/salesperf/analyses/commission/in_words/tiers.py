"""Tiers in words: each slice or step with its rate, and what bounds are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.written.tiers import Bounded, CurvePoint, FactorTier, Tier
from salesperf.core.money import EXACT
from salesperf.core.text import Text, listing, same

SEMICOLON = Text("; ", "；")
_UP_TO = Text("{pay} up to {to}", "{to}以内{pay}")
_BETWEEN = Text("{pay} from {start} to {to}", "{start}至{to}部分{pay}")
_ABOVE = Text("{pay} above {start}", "{start}以上{pay}")
_ALL = Text("{pay} of all", "全部{pay}")
_AT = Text("{rate} at {at}", "{at}处{rate}")
_TIMES = Text("times {factor}", "×{factor}")


class Paid(Struct, frozen=True):
    """How rates and bounds are said: whether a rate is a share, and whether bounds are shares of a target."""

    is_share: bool = True
    of_target: bool = False

    def rate(self, rate: Decimal) -> str:
        """A rate: a share in per cent, or an amount for one of what is counted."""
        return share_words(rate) if self.is_share else figure(rate)

    def bound(self, bound: Decimal) -> str:
        """A bound of tiers."""
        return share_words(bound) if self.of_target else figure(bound)


def share_words(share: Decimal) -> str:
    """A share in per cent with every digit that says something.

    >>> share_words(Decimal("0.0125")), share_words(Decimal("0.01"))
    ('1.25%', '1%')
    """
    return f"{figure(share.scaleb(2, context=EXACT))}%"


def tiers_words(tiers: Sequence[Tier | FactorTier], paid: Paid) -> Text:
    """All tiers one after the other.

    >>> told = [Tier(to=Decimal(1000), rate=Decimal("0.01")), Tier(rate=Decimal("0.02"))]
    >>> tiers_words(told, Paid()).en
    '1% up to 1,000; 2% above 1,000'
    """
    return listing(_each(tiers, paid), SEMICOLON)


def _each(tiers: Sequence[Tier | FactorTier], paid: Paid) -> Iterator[Text]:
    before: Bounded | None = None
    for tier in tiers:
        pay = same(paid.rate(tier.rate)) if isinstance(tier, Tier) else _TIMES.fill(factor=figure(tier.factor))
        start = None if before is None or before.to is None else paid.bound(before.to)
        if tier.to is None:
            yield _ALL.fill(pay=pay) if start is None else _ABOVE.fill(pay=pay, start=start)
        elif start is None:
            yield _UP_TO.fill(pay=pay, to=paid.bound(tier.to))
        else:
            yield _BETWEEN.fill(pay=pay, start=start, to=paid.bound(tier.to))
        before = tier


def points_words(points: Sequence[CurvePoint], paid: Paid) -> Text:
    """All points of a curve one after the other."""
    return listing((_AT.fill(rate=paid.rate(one.rate), at=paid.bound(one.at)) for one in points), SEMICOLON)
