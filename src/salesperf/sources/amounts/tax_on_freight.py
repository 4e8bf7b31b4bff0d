"""Tax taken off amounts without freight that may be on the freight as well: told with what it may come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import polars as pl

from salesperf.core.money import EXACT, settle
from salesperf.core.text import Text
from salesperf.sources.amounts.charge_evidence import matters
from salesperf.sources.amounts.charges import FREIGHT, TAX
from salesperf.sources.amounts.tax_rates import TAX_RATE

PERHAPS = Text(
    "the amounts hold no freight: if the tax under {tax!r} is on that under {freight!r} ({sum}) too, about {off} too "
    "much is taken off",
    "金额不含运费：若「{tax}」中也含「{freight}」（合计 {sum}）的税，则约多减了 {off}",
)
_SAME_RATE = Decimal("0.002")


def perhaps_on_freight(frame: pl.DataFrame, headers: Mapping[str, str]) -> Iterator[Text]:
    """The note on a tax that comes off `amount`, which holds no freight; none where the rates show that it is not.

    `amount` has the tax still. What may be too much is worked out at one rate for goods and freight.
    """
    if not {TAX.column, FREIGHT.column} <= headers.keys() or headers.get(TAX_RATE) == headers[TAX.column]:
        # A tax that was worked out from the amount at a rate is on nothing else.
        return
    taxed = frame.lazy().filter(matters(TAX), pl.col("amount") > 0)
    is_sent = matters(FREIGHT).fill_null(value=False)
    names = ("amount", TAX.column, FREIGHT.column)
    sums = taxed.group_by(is_sent.alias("sent")).agg(pl.col(names).sum()).collect()
    found = {row[0]: row[1:] for row in sums.iter_rows()}
    if True not in found:
        return
    amount, tax, freight = found[True]
    if False in found and abs(_rate(amount, tax) - _rate(found[False][0], found[False][1])) <= _SAME_RATE:
        return
    off = settle(EXACT.divide(EXACT.multiply(tax, freight), amount + freight))
    yield PERHAPS.fill(
        tax=headers[TAX.column], freight=headers[FREIGHT.column], sum=f"{freight:,.2f}", off=f"{off:,.2f}"
    )


def _rate(amount: Decimal, tax: Decimal) -> Decimal:
    return EXACT.divide(tax, amount)
