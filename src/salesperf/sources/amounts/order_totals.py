"""Totals of orders that an export repeats on each line of the order, counted once.

Only a header that speaks of a whole order is believed, and only where the amount is the same on all lines of every
order of several lines, whose goods are not; then no line has an amount of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl
from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.text import Count, Text
from salesperf.sources.conform.row_places import PART
from salesperf.tables.header_words import apart

ONCE = Text(
    "{header!r} is the order's total on each of its lines: it counts once, in equal parts over the lines, in "
    "{orders:order|orders} of several lines ({sum} not counted again); if it is each line's own amount, say so: "
    'columns = {{ amount = "{header}" }} under [[table]]',
    "「{header}」是整单金额，在该订单的每一行重复：{orders} 笔多行订单只计一次，平均分到各行（重复的 {sum} 未计入）；"
    '若是每行自己的金额，请在 [[table]] 中写 columns = {{ amount = "{header}" }}',
)
_OF_ORDERS = late(
    r"\border\b.*\b(?:total|amount|amt|value|sum|revenue|price)\b|\btotal\b.*\border\b|^(?:grand )?total$"
    r"|^(?:invoice|receipt|basket|cart|transaction) (?:total|amount)$"
    r"|订单.*(?:额|价|合计|总计)|整单|^总金?额$|^(?:单据|发票|小票|整单)总?金额$",
    re.IGNORECASE,
)
_OF_LINES = late(r"\bline\b|\bitems?\b|\bproducts?\b|行|明细|商品|产品|子订单", re.IGNORECASE)
_OF_CHARGES = late(r"\btax|\bvat\b|\bshipping\b|\bfreight\b|\bdiscount|税额|运费|折扣|优惠", re.IGNORECASE)
_TELLING_APART = ("line_id", "product_id", "product_name")
"""What differs between the lines of an order."""
_ORDER, _LINES, _WEIGHT = "_run", "_lines", "_listed"


class Once(Struct, frozen=True):
    """The rows with each order's total shared over its lines, and what is said of it."""

    frame: pl.DataFrame
    note: Text


def speaks_of_orders(header: str) -> bool:
    """Whether a header names what a whole order comes to.

    >>> speaks_of_orders("OrderTotal"), speaks_of_orders("订单总额"), speaks_of_orders("Total")
    (True, True, True)
    >>> speaks_of_orders("Order Line Total"), speaks_of_orders("Amount"), speaks_of_orders("订单运费总额")
    (False, False, False)
    """
    plain = re.sub(r"\s*[(（\[].*$", "", apart(header).replace("_", " ").strip())
    return bool(_OF_ORDERS.search(plain)) and not _OF_LINES.search(plain) and not _OF_CHARGES.search(plain)


def counted_once(
    frame: pl.DataFrame, base: str, header: str, *, spread: Callable[[pl.DataFrame], pl.DataFrame]
) -> Once | None:
    """Share a total that stands on every line of its order over these lines; None where it is no such total.

    `spread` shares what every `_run` of several `_lines` says on all its rows over them, by the weights `_listed`.
    """
    apart = [name for name in _TELLING_APART if name in frame.columns]
    if not apart or not speaks_of_orders(header) or frame[base].n_unique() == 1:
        return None
    marked = _in_orders(frame)
    several = marked.filter(pl.col(_LINES) > 1)
    orders = several.group_by(_ORDER).agg(
        pl.col(base).first(),
        (pl.col(base).n_unique() == 1).alias("same"),
        (pl.struct(apart).n_unique() > 1).alias("differ"),
        (pl.col(base).sum() - pl.col(base).first()).alias("again"),
    )
    if orders.is_empty() or not orders["same"].all() or not orders["differ"].all():
        return None
    shared = spread(marked).drop(_ORDER, _LINES, _WEIGHT)
    again = orders["again"].sum()
    return Once(shared, ONCE.fill(header=header, orders=Count(orders.height), sum=f"{again:,.2f}"))


def _in_orders(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with the order of each row, its lines, and one weight for all; a row of no order is alone."""
    place = pl.int_range(pl.len(), dtype=pl.Int64)
    number = pl.struct(PART, "order_id").rank("dense").cast(pl.Int64)
    order = pl.when(pl.col("order_id").is_null()).then(-1 - place).otherwise(number)
    numbered = frame.with_columns(order.alias(_ORDER), pl.lit(1).cast(pl.Decimal(38, 6)).alias(_WEIGHT))
    return numbered.with_columns(pl.len().over(_ORDER).alias(_LINES))
