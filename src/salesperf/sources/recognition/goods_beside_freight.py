"""The goods of a total that holds freight: the column that with a freight comes to the total in nearly every row.

Of several columns of freight the rows decide which one the total holds: what the buyer paid, or what the carrier took.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.sources.amounts.charges import FREIGHT, is_named
from salesperf.sources.recognition.guessed_amount import is_no_sale
from salesperf.sources.recognition.net_beside_tax import adds_up
from salesperf.sources.recognition.no_amounts import money_under
from salesperf.sources.recognition.sample import Sample

_NEARLY = 0.95
"""The share of rows that shows it: an order that was cancelled may come to nothing."""


def goods_beside_freight(sample: Sample, total: str, freight: str, free: Sequence[str]) -> tuple[str, str] | None:
    """The headers of the goods and of the freight that the total is the sum of; None where no two columns are.

    `free` are the headers that may be either; the `freight` that is known as such is tried first.
    """
    others = [header for header in free if is_named(header, FREIGHT) and sample.is_sum(header)]
    sums = [header for header in free if not is_no_sale(header) and sample.is_sum(header)]
    whole = money_under(sample, total)
    for more in (freight, *others):
        paid = money_under(sample, more)
        for goods in sums:
            if adds_up(money_under(sample, goods), paid, whole, share=_NEARLY):
                return goods, more
    return None
