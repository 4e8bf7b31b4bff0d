"""Refunds that stand in a file of order headers: each is taken off the lines of its order once, by their worth.

Not where the lines say themselves what came back, in a column, below zero or in a file of returns.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.order_shares import ORDER, SHARE, with_shares
from salesperf.sources.amounts.refund_headers import REFUND
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.schema import MONEY

CARRIED = "_head_refund"
"""The refund of the order, on each of its lines."""
_TOTAL = "_order_total"
_PROOF = 0.99
# A literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_CENT = pl.lit("0.011").cast(MONEY)
_TAKEN = Text(
    "{header!r} of {orders:order|orders} ({sum}) is taken off their lines once an order, in proportion to "
    "these{over}; [kpi] refund_in_amount = true says that the lines are after it",
    "{orders} 笔订单的「{header}」（合计 {sum}）按每单一次、按比例从明细中扣减{over}；若明细已扣除退款，请写 [kpi] "
    "refund_in_amount = true",
)
_OVER = Text(", {sum} more than their lines are worth left out", "（超出明细金额的 {sum} 未扣减）")
_AFTER = Text(
    "the lines are after {header!r} of their orders ({sum}) already, as the totals show: it is not taken off again",
    "明细金额已扣除订单的「{header}」（合计 {sum}），与订单总额一致，不再扣减",
)
_BESIDE = Text(
    "{header!r} of {orders:order|orders} ({sum}) is not taken off: lines of these files say themselves what came back",
    "{orders} 笔订单的「{header}」（合计 {sum}）未扣减：明细中已有退货或退款",
)


def head_refunds(headers: Sequence[Read]) -> dict[int, pl.Series]:
    """The refunds of header files, by the place of the read, where they have such a column."""
    return {
        place: read.rows.frame[REFUND].cast(MONEY).alias(CARRIED)
        for place, read in enumerate(headers)
        if REFUND in read.rows.frame.columns
    }


def refund_header(headers: Sequence[Read]) -> str:
    """What the files call it."""
    return next((read.headers[REFUND] for read in headers if REFUND in read.headers), REFUND)


def with_head_refunds(lines: pl.DataFrame, read: Read, header: str, *, is_told_beside: bool) -> pl.DataFrame:
    """The lines with their share of what their order was refunded, as `refund`; without what they carried."""
    if CARRIED not in lines.columns:
        return lines
    plain = lines.drop(CARRIED)
    orders = _refunded(lines) if read.files[0].returned_by is None else None
    if orders is None or not orders.height:
        return plain
    said = {"header": header, "orders": Count(orders.height), "sum": f"{money_sum(orders['asked']):,.2f}"}
    if is_told_beside or REFUND in plain.columns:
        read.notes.append(_BESIDE.fill(**said))
        return plain
    if _are_after(orders):
        read.notes.append(_AFTER.fill(**said))
        return plain
    left = money_sum(orders["asked"]) - money_sum(orders["off"])
    read.notes.append(_TAKEN.fill(**said, over=_OVER.fill(sum=f"{left:,.2f}") if left else ""))
    read.found |= {REFUND}
    return with_shares(plain, orders).rename({SHARE: REFUND})


def _refunded(lines: pl.DataFrame) -> pl.DataFrame | None:
    """The orders with a refund and lines of worth, none below zero: what is `asked`, what goes `off`, the weights."""
    has = set(lines.columns)
    if "amount" in has or "total_amount" in has:
        worth = pl.col("amount" if "amount" in has else "total_amount")
    elif {"quantity", "unit_price"} <= has:
        worth = pl.col("quantity") * pl.col("unit_price")
    else:
        return None
    total = [pl.col(_TOTAL).first()] if _TOTAL in has else []
    asked = pl.col(CARRIED).first().abs().alias("asked")
    named = lines.filter(pl.col("order_id").is_not_null(), pl.col(CARRIED).fill_null(0) != 0)
    orders = (
        named.with_columns(worth.cast(MONEY).alias("_worth"))
        .group_by(ORDER, maintain_order=True)
        .agg(asked, pl.col("_worth").alias("weights"), pl.col("_worth").sum().alias("worth"),
             pl.col("_worth").min().alias("least"), *total)
        .unique("order_id", keep="first", maintain_order=True)
        .filter(pl.col("least") >= 0, pl.col("worth") > 0)
    )  # fmt: skip
    return orders.with_columns(pl.min_horizontal("asked", "worth").alias("off"))


def _are_after(orders: pl.DataFrame) -> bool:
    """Whether the totals of orders show that their lines are after the refund: with it they come to the total."""
    if _TOTAL not in orders.columns:
        return False
    known = orders.filter(pl.col(_TOTAL).is_not_null())
    agrees = known.select(((pl.col("worth") + pl.col("asked") - pl.col(_TOTAL)).abs() <= _CENT).mean()).item()
    return agrees is not None and agrees >= _PROOF
