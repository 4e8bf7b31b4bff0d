"""Rows of a document itself beside those of its items, as accounting systems export them: counted with nothing.

Such a row names no item and comes to what the items of its document add up to, in all documents of several rows.
"""

from __future__ import annotations

import re

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charge_lines import ITEMS
from salesperf.sources.amounts.order_shares import ORDER
from salesperf.sources.known import Known
from salesperf.tables.schema import MONEY

LEFT_OUT = Text(
    "{rows:row without an item comes|rows without an item come} to the sum of the other lines of the document ({sum} "
    "in all): counted with nothing; if such rows are lines of their own, say so: "
    'columns = {{ amount = "{header}" }} under [[table]]',
    "{rows} 行没有商品，金额（合计 {sum}）等于同一单据其余各行之和：为单据汇总行，不计入；"
    '若确为独立明细，请在 [[table]] 中写 columns = {{ amount = "{header}" }}',
)
_MARKED = re.compile(r"(?i)^main[ _]?line$")
"""What the column is called that marks such rows, if it is called anything: its cells may only be stars."""
_ALL = 0.99
_FEW = 2
_CENT = pl.lit("0.005").cast(MONEY)
_ZEROED = ("amount", "quantity", "list_amount", "discount", "cost", "total_amount", "tax", "freight")
_MAIN, _REST = "_main", "_rest"


class Lines(Struct, frozen=True):
    """The lines, those of documents worth nothing, and what is said of them."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def without_main_lines(frame: pl.DataFrame, file: Known) -> Lines:
    """Take rows of documents out of sales, unless the configuration says which column the amounts are."""
    amount = file.found.get("amount")
    if amount is None or amount.how == "config":
        return Lines(frame)
    items = [name for name in ITEMS if name in frame.columns]
    if not items or not {"order_id", "amount"} <= set(frame.columns) or not frame[items[0]].null_count():
        return Lines(frame)
    lacks = pl.all_horizontal(pl.col(name).is_null() for name in items) & pl.col("amount").is_not_null()
    if "quantity" in frame.columns:
        lacks = lacks & (pl.col("quantity").fill_null(0) == 0)
    marked = frame.with_columns(lacks.alias(_MAIN))
    documents = _documents(marked.filter(pl.col("order_id").is_not_null()))
    proved = documents.filter(pl.col("mains") == 1, pl.col("is_first"), (pl.col("main") - pl.col(_REST)).abs() <= _CENT)
    is_shown = (proved["others"] >= _FEW).any() or any(_marks(file, header) for header in file.raw.header)
    if proved.height < _FEW or proved.height < _ALL * documents.height or not is_shown:
        return Lines(frame)
    known = proved.select(*ORDER, pl.lit(value=True).alias("_known"))
    joined = marked.join(known, on=ORDER, how="left", maintain_order="left")
    is_main = pl.col(_MAIN) & pl.col("_known").fill_null(value=False)
    total = joined.filter(is_main)["amount"].sum() or 0
    nothing = [
        pl.when(is_main).then(pl.when(pl.col(name).is_not_null()).then(0)).otherwise(name).cast(MONEY).alias(name)
        for name in _ZEROED
        if name in frame.columns
    ]
    note = LEFT_OUT.fill(rows=Count(proved.height), sum=f"{total:,.2f}", header=amount.header)
    return Lines(joined.with_columns(nothing).select(frame.columns), (note,))


def _marks(file: Known, header: str) -> bool:
    return _MARKED.search(header) is not None or set(file.raw.sample[header].unique().to_list()) == {None, "*"}


def _documents(rows: pl.DataFrame) -> pl.DataFrame:
    """The documents of several rows: their rows without an item, what these and the others come to."""
    return (
        rows.group_by(ORDER, maintain_order=True)
        .agg(
            pl.col(_MAIN).sum().alias("mains"),
            pl.col(_MAIN).first().alias("is_first"),
            (~pl.col(_MAIN)).sum().alias("others"),
            pl.col("amount").filter(pl.col(_MAIN)).sum().alias("main"),
            pl.col("amount").filter(~pl.col(_MAIN)).sum().alias(_REST),
        )
        .filter(pl.col("mains") + pl.col("others") > 1)
    )
