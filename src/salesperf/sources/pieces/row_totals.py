"""What rows without a price or a quantity came to, where a total beside these is their product in all other rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGES
from salesperf.sources.amounts.charges import counts_total
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.money_cells import money_of, product_of
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.schema import MONEY

_TOTALS = Text(
    "amount = quantity × unit price; in {rows:row|rows} without one of these it is {header!r} ({sum} in all), which is "
    "their product in the {others} other rows",
    "金额＝数量×单价；缺少数量或单价的 {rows} 行取「{header}」（合计 {sum}），其余 {others} 行中该列等于数量×单价",
)
_FACTORS = ("quantity", "unit_price")
_NEEDED = 3
"""Rows of several pieces that show that a column is quantity × price: of one piece, the price itself would too."""
_NEARLY_ALL = 0.99
_CENT = Decimal("0.011")


def with_row_totals(table: str, read: Read) -> None:
    """Give rows of orders that lack a factor of their amount the total beside it, told with count and sum."""
    frame = read.rows.frame
    is_priced = table == "orders" and "amount" not in read.found and set(_FACTORS) <= set(frame.columns)
    if not is_priced or counts_total(read.found) or {*CHARGES, "discount", "list_amount"} & read.found:
        return
    if not any(frame[name].null_count() for name in _FACTORS):
        return
    quantity, price = (frame[name] for name in _FACTORS)
    product = product_of(quantity, price).cast(MONEY).alias("product")
    for header in _beside(read):
        cells = pl.concat([one.raw.frame.select(header) for one in read.files]).collect()[header]
        rows = pl.DataFrame({"product": product, "total": money_of(cells).cast(MONEY), "quantity": quantity})
        filled = rows.filter(pl.col("product").is_null())["total"].drop_nulls()
        if filled.len() and _is_product(rows):
            others = rows.height - rows["product"].null_count()
            said = _TOTALS.fill(rows=Count(filled.len()), header=header, sum=f"{filled.sum():,.2f}", others=others)
            read.notes.append(said)
            read.rows.frame = frame.with_columns(rows.select(amount=pl.coalesce("product", "total")).to_series())
            read.found |= {"amount"}
            return


def _beside(read: Read) -> Iterator[str]:
    """The headers of numbers that stand for nothing else."""
    first = read.files[0]
    taken = {mapped.header for name, mapped in first.found.items() if name != "total_amount"}
    for header in first.raw.header:
        if header not in taken and is_number_like(first.raw.sample[header]):
            yield header


def _is_product(rows: pl.DataFrame) -> bool:
    sure = rows.drop_nulls()
    same = sure.filter((pl.col("product") - pl.col("total")).abs() <= _CENT)
    return same.height >= _NEARLY_ALL * sure.height and same.filter(pl.col("quantity").abs() != 1).height >= _NEEDED
