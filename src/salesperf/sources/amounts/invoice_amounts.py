"""Amounts of invoices without the tax they hold, their totals with it: the first are sold, the second are owed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial

import polars as pl

from salesperf.core.text import Text
from salesperf.sources.amounts.charges import TAX, said
from salesperf.sources.amounts.net_amounts import WITH_TAX, net_of_charges
from salesperf.sources.amounts.tax_rates import TAX_RATE, with_tax_of_rate
from salesperf.sources.amounts.title_tax import TitleTax, said_by_title, with_rate_of_title

TAXES = frozenset({TAX.column, TAX_RATE})
"""What an invoice may say of its tax; the canonical table has only the total with it."""
_TOTAL = re.compile(r"(?<!sub)(?<!sub )(?<!net )\btotal\b|合计|总金?额", re.IGNORECASE)


def invoice_amounts(
    frame: pl.DataFrame,
    headers: Mapping[str, str],
    *,
    includes: Collection[str] | None = None,
    title: TitleTax | None = None,
) -> tuple[pl.DataFrame, tuple[Text, ...]]:
    """The invoices with `amount` net of tax as far as a column or title tells it; what is said of it."""
    if "amount" not in frame.columns:
        return frame.drop(TAXES, strict=False), ()
    header = headers.get("amount", "amount")
    base = "total_amount" if _TOTAL.search(header.replace("_", " ")) else "amount"
    rated, words = with_rate_of_title(frame, headers, title)
    told = partial(said_by_title, title, {**headers, base: header}, base=base)
    if not TAXES & set(rated.columns):
        by_name = (WITH_TAX.fill(header=header),) if said(header, TAX) else told(is_taken=False)
        return frame, () if includes is not None else by_name
    taxed, words = with_tax_of_rate(rated, words)
    inside = frozenset() if title is None else frozenset({TAX.column})
    net = net_of_charges(taxed, {**words, base: header}, base=base, includes=includes, inside=inside)
    found = net.frame.drop(TAXES, strict=False)
    if net.taken:
        whole = frame["amount"]
        found = found.with_columns(
            frame["total_amount"].fill_null(whole) if "total_amount" in frame.columns else whole.alias("total_amount")
        )
    return found, net.notes if includes is not None else (*net.notes, *told(is_taken=TAX.column in net.taken))
