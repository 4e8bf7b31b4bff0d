"""Totals of lines beside quantity and unit price: which of the two is the amount, told with both sums.

A total that is nowhere more than quantity × price, and less somewhere, is what the line was sold for: neither tax nor
freight makes an amount less. So is one that differs by what was rounded off the price. One that is more may hold tax
or freight, be of the whole order or run up, so it is only told.
"""

from __future__ import annotations

from decimal import Decimal

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.late import late
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGES
from salesperf.sources.amounts.charges import TAX, counts_total, is_payout, said
from salesperf.sources.amounts.tax_rates import TAX_RATE
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.other_amounts import sum_under
from salesperf.sources.values.money_cells import money_sum, product_of
from salesperf.sources.values.money_unit import split_header
from salesperf.tables.schema import MONEY

STATED = Text(
    "the amount is that under {header!r} ({sum} in all rows): {why}; "
    'columns = {{ total_amount = "{header}" }} under [[table]] counts quantity × unit price',
    "金额取自「{header}」（全部行合计 {sum}）：{why}；"
    '如需按数量×单价计，可在 [[table]] 中写 columns = {{ total_amount = "{header}" }}',
)
_IS_LESS = Text(
    "it is less than quantity × unit price ({product}) in {rows:row|rows}",
    "有 {rows} 行小于数量×单价（合计 {product}）",
)
_IS_ROUNDED = Text(
    "quantity × unit price ({product}) differs in {rows:row|rows} by what was rounded off the price",
    "有 {rows} 行与数量×单价（合计 {product}）相差单价的四舍五入",
)
BESIDE = Text(
    "the amount is quantity × unit price{less} ({sum} in all rows); not counted beside it: {other}; "
    'columns = {{ amount = "{header}" }} under [[table]] takes another',
    "金额为数量×单价{less}（全部行合计 {sum}）；旁边的{other}未计入；"
    '可在 [[table]] 中用 columns = {{ amount = "{header}" }} 改取其他列',
)
_LESS = Text(" less the discount", "减去折扣")
_TOTAL, _PRODUCT = "total_amount", "_product"
_FACTORS = ("quantity", "unit_price")
_OTHERWISE = frozenset({"amount", "list_amount", "discount", "refund", *CHARGES})
"""Columns beside which a total is looked at elsewhere, or may hold more than the goods."""
_PART_PAID = late(r"\bpaid\b|\bdue\b|\bcollected\b|\breceived\b|实付|实收|已付|已收|实缴|实交")
"""What was paid so far may be less than the price although nothing was taken off it."""
_NEARLY_ALL = 0.99
_CENT, _ROUNDED = Decimal("0.011"), Decimal("0.005")
"""By how much a product may miss a sum: a cent, and for each piece what rounding took from the price."""


def with_stated_totals(table: str, read: Read) -> None:
    """Take the total of orders' lines for their amount, in place, where the rows show that it is what they sold for."""
    if table != "orders" or not _may_be_stated(read):
        return
    frame, header = read.rows.frame, read.headers[_TOTAL]
    rows = _beside_product(frame)
    if not _is_of_line(rows) or _is_of_order(frame):
        return
    less = rows.filter(pl.col(_TOTAL).abs() < pl.col(_PRODUCT).abs() - pl.col("slack")).height
    differing = rows.filter((pl.col(_TOTAL) - pl.col(_PRODUCT)).abs() > pl.lit(_CENT)).height
    if not differing:
        return
    reading = next(one for one in read.rows.readings if one.column == _TOTAL)
    read.rows.readings = (*read.rows.readings, replace(reading, column="amount"))
    read.rows.frame = frame.with_columns(pl.col(_TOTAL).alias("amount"))
    read.found |= {"amount"}
    why = (_IS_LESS if less else _IS_ROUNDED).fill(
        product=f"{money_sum(rows[_PRODUCT]):,.2f}", rows=Count(less or differing)
    )
    read.notes.append(STATED.fill(header=header, sum=f"{money_sum(frame[_TOTAL]):,.2f}", why=why))


def stated_beside(read: Read, frame: pl.DataFrame) -> tuple[Text, ...]:
    """What is told of a total that differs from quantity × price, where the amounts of `frame` are these."""
    if "amount" in read.found or counts_total(read.found) or not _has_both(read) or "amount" not in frame.columns:
        return ()
    header, rows = read.headers[_TOTAL], read.rows.frame
    amounts = _beside_product(rows)
    gap = (pl.col(_TOTAL).fill_null(0) - pl.col(_PRODUCT).fill_null(0)).abs()
    if not amounts.select((gap > pl.col("slack").fill_null(_CENT)).any()).item():
        return ()
    if money_sum(frame["amount"]) == money_sum(rows[_TOTAL]):
        return ()
    ids = rows["order_id"] if "order_id" in rows.columns else None
    other = sum_under(ids, rows[_TOTAL].rename(header))
    less = _LESS if "discount" in read.found else Text("", "")
    return (BESIDE.fill(less=less, sum=f"{money_sum(frame['amount']):,.2f}", other=other, header=header),)


class _Words(Struct, frozen=True):
    """What the headers of a total and of a price say of the tax."""

    total: bool | None
    price: bool | None


def _has_both(read: Read) -> bool:
    return {_TOTAL, *_FACTORS} <= set(read.rows.frame.columns) and {_TOTAL, *_FACTORS} <= read.headers.keys()


def _may_be_stated(read: Read) -> bool:
    """Whether nothing but the rows is left to ask: no other column, word or setting speaks of the total."""
    if not _has_both(read) or _OTHERWISE & read.found or counts_total(read.found) or read.includes is not None:
        return False
    if any(one.is_told(_TOTAL) for one in read.files):
        return False
    header, price = read.headers[_TOTAL], read.headers["unit_price"]
    if _PART_PAID.search(header.replace("_", " ").casefold()) or is_payout(header):
        return False
    if split_header(header)[1].currency != split_header(price)[1].currency:
        return False
    words = _Words(said(header, TAX), said(price, TAX))
    return TAX_RATE not in read.found or (words.total is not None and words.total == words.price)


def _beside_product(frame: pl.DataFrame) -> pl.DataFrame:
    """The totals with quantity × price and what one may miss the other by."""
    product = product_of(frame["quantity"], frame["unit_price"]).cast(MONEY)
    slack = (frame["quantity"].cast(MONEY).abs() * _ROUNDED).cast(MONEY) + _CENT
    return frame.select(_TOTAL).with_columns(product.alias(_PRODUCT), slack.alias("slack"))


def _is_of_line(rows: pl.DataFrame) -> bool:
    """Whether every row with a product has a total of its sign, in nearly all rows not above it."""
    priced = rows.filter(pl.col(_PRODUCT).is_not_null())
    if priced.is_empty() or priced[_TOTAL].null_count():
        return False
    if not priced.filter(pl.col(_PRODUCT) < 0, pl.col(_TOTAL) > 0).is_empty():
        return False
    within = priced.filter(pl.col(_TOTAL).abs() <= pl.col(_PRODUCT).abs() + pl.col("slack"))
    return within.height >= _NEARLY_ALL * priced.height


def _is_of_order(frame: pl.DataFrame) -> bool:
    """Whether all lines of every order of several lines have one total although their goods come to different sums."""
    if "order_id" not in frame.columns:
        return False
    product = product_of(frame["quantity"], frame["unit_price"]).cast(MONEY)
    orders = (
        frame.select("order_id", _TOTAL)
        .with_columns(product.alias(_PRODUCT))
        .filter(pl.col("order_id").is_not_null())
        .group_by("order_id")
        .agg(pl.col(_TOTAL).n_unique().alias("totals"), pl.col(_PRODUCT).n_unique().alias("products"))
        .filter(pl.col("products") > 1)
    )
    return not orders.is_empty() and bool((orders["totals"] == 1).all())
