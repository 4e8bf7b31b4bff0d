"""Rates that pay all of what is sold, or more: mostly per cent that was written where a fraction is meant.

Worked example: `rate = 1.5` of revenue pays 150 % of it; 1.5 % is 0.015.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import BaseModel

from salesperf.analyses.commission.in_words.tiers import share_words
from salesperf.analyses.commission.linting.finding import Finding, Found
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.pools.terms import Pool
from salesperf.core.money import EXACT
from salesperf.core.text import Text

_ALL = Decimal(1)
_RATES = frozenset({"rate", "advance_rate", "default"})
"""What keys of components are called that pay a fraction of an amount."""
_TOLD = Text(
    "{label}: a rate of {rate} pays {share} of the amount; {meant} is written {fraction}",
    "{label}：比率 {rate} 即支付金额的{share}；{meant}应写作 {fraction}",
)


def high_rates(one: AnyComponent | Pool, *, in_money: bool) -> tuple[Finding, ...]:
    """Each rate of an amount of money that is 1 or more, once; amounts for each piece sold may be anything."""
    if not in_money:
        return ()
    found = sorted({rate for rate in _rates_in(one) if rate >= _ALL}, reverse=True)
    return tuple(Finding(Found.RATE, one.name, _told(one, rate), rate) for rate in found)


def _told(one: AnyComponent | Pool, rate: Decimal) -> Text:
    fraction = rate.scaleb(-2, context=EXACT)
    said = {"rate": figure(rate), "share": share_words(rate), "meant": share_words(fraction), "fraction": fraction}
    return _TOLD.fill(label=one.label, **said)


def _rates_in(model: BaseModel) -> Iterator[Decimal]:
    for name, value in model:
        if name in _RATES and isinstance(value, Decimal):
            yield value
        for below in value if isinstance(value, tuple) else (value,):
            if isinstance(below, BaseModel):
                yield from _rates_in(below)
