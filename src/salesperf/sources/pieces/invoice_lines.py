"""Invoices on several rows, one an item, that repeat what is said of the whole invoice: it counts once.

What is repeated stands on the first row of its invoice, so that rows still add up; with an amount goes the tax of all
rows. Only where rows prove it: the same figure on all rows of every such invoice, though the rows are worth different
amounts, or less than it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import TAX
from salesperf.sources.conform.row_places import PART
from salesperf.tables.header_words import header_words
from salesperf.tables.schema import MONEY

_OF_WHOLE = ("total_amount", "paid_amount", "balance")
_SAYS_WHOLE = re.compile(
    r"invoice (?:amount|total|value)|\b(?:sub ?)?total\b|发票金额|发票总额|开票金额|开票总额|合计|整单", re.IGNORECASE
)
_FEW = 2
"""Invoices of several rows from which a repeated amount is no chance."""
_ROWS = "_rows"
_ONCE = Text(
    "{header!r} is of the whole invoice on each of its rows: it counts once in {invoices:invoice|invoices} of several "
    "rows ({sum} not counted again)",
    "「{header}」是整张发票的金额，在其每一行重复：{invoices} 张多行发票只计一次（重复的 {sum} 未计入）",
)
_OWN = Text(
    '; if it is each line\'s own, say so: columns = {{ amount = "{header}" }} under [[table]]',
    '；若是每行自己的金额，请在 [[table]] 中写 columns = {{ amount = "{header}" }}',
)


class InvoiceLines(Struct, frozen=True):
    """The rows with what is of their invoice on the first of them, and what is said of it."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def invoice_lines(frame: pl.DataFrame, headers: Mapping[str, str], *, is_settled: bool) -> InvoiceLines:
    """Let figures of a whole invoice count once; `is_settled` where the configuration says what the amount is."""
    if not {"invoice_id", "amount"} <= set(frame.columns):
        return InvoiceLines(frame)
    key = [PART, "invoice_id"]
    counted = frame.with_columns(pl.when(pl.col("invoice_id").is_not_null()).then(pl.len().over(key)).alias(_ROWS))
    several = counted.filter(pl.col(_ROWS) > 1)
    if several.is_empty():
        return InvoiceLines(frame)
    is_whole = not is_settled and _is_amount_of_whole(several, headers.get("amount", ""), key)
    there = [name for name in _OF_WHOLE if name in frame.columns]
    once = [name for name in there if _is_of_whole(several, name, key, is_shown=is_whole)]
    once += ["amount"] if is_whole else []
    first = pl.int_range(pl.len()).over(key) == 0
    nothing = pl.lit(0).cast(MONEY)
    taxed = _with_tax_of_whole(counted, several, key) if is_whole else counted
    kept = taxed.with_columns(
        pl.when((pl.col(_ROWS).fill_null(1) == 1) | first).then(name).otherwise(nothing).alias(name) for name in once
    )
    notes = tuple(_told(several, name, headers.get(name, name), key) for name in once)
    return InvoiceLines(kept.drop(_ROWS), notes)


def _with_tax_of_whole(frame: pl.DataFrame, several: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """The frame with the tax of each invoice on its first row alone: what all rows say, else what their own come to."""
    tax = TAX.column
    if tax not in frame.columns:
        return frame
    kinds = several.group_by(key).agg(pl.col(tax).n_unique().alias("kinds"), pl.col(tax).first())
    is_repeated = kinds["kinds"].max() == 1 and kinds[tax].n_unique() > 1
    of_whole = pl.col(tax) if is_repeated else pl.col(tax).sum().over(key)
    first = pl.int_range(pl.len()).over(key) == 0
    is_one = pl.col(_ROWS).fill_null(1) == 1
    return frame.with_columns(
        pl.when(is_one).then(tax).when(first).then(of_whole).otherwise(pl.lit(0).cast(MONEY)).cast(MONEY).alias(tax)
    )


def _is_of_whole(several: pl.DataFrame, name: str, key: list[str], *, is_shown: bool) -> bool:
    """Whether a figure is the same on all rows of every invoice and cannot be that of a row.

    It cannot where the rows are worth different amounts or less than it, or where `is_shown` by their amounts.
    """
    value, amount = pl.col(name).fill_null(0), pl.col("amount").fill_null(0)
    judged = several.group_by(key).agg(
        (value.n_unique() == 1).alias("same"),
        ((value != 0) & (pl.lit(is_shown) | (amount.n_unique() > 1) | (value.abs() > amount.abs())))
        .any()
        .alias("shows"),
    )
    return bool(judged["same"].all()) and bool(judged["shows"].any())


def _is_amount_of_whole(several: pl.DataFrame, header: str, key: list[str]) -> bool:
    amounts = several.group_by(key).agg(pl.col("amount").n_unique().alias("kinds"), pl.col("amount").first())
    is_same = amounts.height >= _FEW and amounts["kinds"].max() == 1 and amounts["amount"].n_unique() > 1
    return is_same and _SAYS_WHOLE.search(header_words(header)) is not None


def _told(several: pl.DataFrame, name: str, header: str, key: list[str]) -> Text:
    again = several.group_by(key).agg((pl.col(name).sum() - pl.col(name).first()).alias("again"))
    told = _ONCE.fill(header=header, invoices=Count(again.height), sum=f"{again['again'].sum() or 0:,.2f}")
    own = _OWN.fill(header=header)
    return Text(f"{told.en}{own.en}", f"{told.zh}{own.zh}") if name == "amount" else told
