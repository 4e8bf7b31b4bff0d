"""An amount under a header that no list has (Goods beside VAT and Gross): what with the tax comes to another column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import polars as pl

from salesperf.sources.recognition.guessed_amount import is_no_sale
from salesperf.sources.recognition.no_amounts import money_under
from salesperf.sources.recognition.sample import Sample

_CENT = 0.011
_FEW = 2
_MOST = 6
"""More columns of numbers than these are a sheet of figures, in which some always add up."""


def net_beside_tax(sample: Sample, tax: str, free: Sequence[str]) -> tuple[str, str] | None:
    """The headers of the net and the gross amount: net + tax = gross in every row, and for no other two columns."""
    sums = [header for header in free if header != tax and not is_no_sale(header) and sample.is_sum(header)]
    if not _FEW <= len(sums) <= _MOST:
        return None
    off = money_under(sample, tax)
    money = {header: money_under(sample, header) for header in sums}
    pairs = [pair for pair in permutations(sums, 2) if adds_up(money[pair[0]], off, money[pair[1]])]
    return pairs[0] if len(pairs) == 1 else None


def adds_up(net: pl.Series, more: pl.Series, whole: pl.Series, *, share: float = 1.0) -> bool:
    """Whether net + more = whole in (that share of) the rows, in some of which there is more."""
    rows = pl.DataFrame({"net": net, "more": more, "whole": whole}).drop_nulls()
    gap = (pl.col("net") + pl.col("more") - pl.col("whole")).abs()
    held = rows.filter(pl.col("more").abs() > _CENT * 2).height
    fitting = rows.filter(gap <= _CENT).height
    return held >= _FEW and rows.height >= share * net.drop_nulls().len() and fitting >= share * rows.height
