"""Refunds of whole orders that an export repeats on each line of the order, counted once.

One that is larger than a line it stands on, and not than the order, is no refund of that line. What is not proved
stays as it is, and both sums are told.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.amounts.order_shares import ORDER, SHARE, with_shares
from salesperf.sources.amounts.refund_headers import REFUND
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.schema import MONEY

ONCE = Text(
    "{header!r} is the refund of the order on each of its lines ({why}): it counts once, shared over them, in "
    "{orders:order|orders} of several lines ({sum} not taken off again); if it is that of each line, say so: "
    'refund_of = "line" under [[table]]',
    "「{header}」是整单退款，在该订单的每一行重复（{why}）：{orders} 笔多行订单只计一次，分摊到各行"
    '（重复的 {sum} 未再扣减）；若是每行自己的退款，请在 [[table]] 中写 refund_of = "line"',
)
LARGER = Text("it is larger than lines that it stands on", "退款大于所在行的金额")
SAID = Text("it is called so", "依据表头")
TOLD = Text("refund_of says so", "依据 refund_of 设置")
DOUBT = Text(
    "whether {header!r} is the refund of each line or that of the order, repeated on its lines, is not known in "
    "{orders:order|orders} of several lines: all of it is taken off ({stands}); counted once an order it would be "
    "{once}",
    "{orders} 笔多行订单中各行「{header}」相同，无法判断是每行的退款还是重复的整单退款：已逐行扣减（合计 {stands}）；"
    "若为整单退款，每单只计一次则为 {once}",
)
_OF_ORDERS = re.compile(r"\border\b(?! (?:line|item))|(?<!子)订单(?!行|明细)|整单", re.IGNORECASE)
_NEARLY_ALL = 0.95
# A literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_CENT = pl.lit("0.005").cast(MONEY)
_WORTH = "_worth"


class Refunds(Struct, frozen=True):
    """The lines with their refunds, what is said of it, and what is not known."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()


def refunds_once(frame: pl.DataFrame, header: str, *, of: str | None = None) -> Refunds:
    """Share a refund that stands on each line of its order over these lines, as far as it is shown to be the order's.

    `of` is what the configuration says it is of: `line` or `order` (None: nothing).
    """
    has = set(frame.columns)
    if of == "line" or not {"order_id", REFUND} <= has or not (frame[REFUND] != 0).any() or not _has_worth(has):
        return Refunds(frame)
    several = _orders(frame)
    alike = several.filter(pl.col("refunds") == 1)
    if alike.is_empty() or (of is None and alike.height < _NEARLY_ALL * several.height):
        return Refunds(frame)
    # Lines of one price that all went back have one refund of their own each.
    open_orders = alike.filter(~_is(pl.col("least")) | ~_is(pl.col("most")))
    why = TOLD if of == "order" else _proof(open_orders, header)
    if why is not None:
        told = {"header": header, "why": why, "orders": Count(alike.height), "sum": f"{_again(alike):,.2f}"}
        shared = with_shares(frame, alike).with_columns(pl.coalesce(SHARE, REFUND).alias(REFUND)).drop(SHARE)
        return Refunds(shared, notes=(ONCE.fill(**told),))
    if open_orders.is_empty():
        return Refunds(frame)
    stands = money_sum(frame[REFUND].abs())
    told = {"stands": f"{stands:,.2f}", "once": f"{stands - _again(open_orders):,.2f}"}
    return Refunds(frame, doubts=(DOUBT.fill(**told, header=header, orders=Count(open_orders.height)),))


def _has_worth(columns: Collection[str]) -> bool:
    return any(way <= set(columns) for way in ({"amount"}, {"total_amount"}, {"quantity", "unit_price"}))


def _orders(frame: pl.DataFrame) -> pl.DataFrame:
    """The orders of several lines with a refund: how many kinds of it (`refunds`), the first (`off`), their lines.

    `least` and `most` are the worth of their smallest and largest line.
    """
    has_refund = (pl.col(REFUND).fill_null(0) != 0).any().over(ORDER)
    lines = frame.filter(pl.col("order_id").is_not_null(), has_refund)
    worth = _worth(lines)
    return (
        lines.with_columns(worth.cast(MONEY).alias(_WORTH))
        .group_by(ORDER, maintain_order=True)
        .agg(
            pl.col(REFUND).first().abs().alias("off"),
            pl.col(REFUND).fill_null(0).n_unique().alias("refunds"),
            pl.col(_WORTH).alias("weights"),
            pl.col(_WORTH).min().alias("least"),
            pl.col(_WORTH).max().alias("most"),
            pl.col(_WORTH).sum().alias("worth"),
            pl.len().alias("lines"),
        )
        .filter(pl.col("lines") > 1, pl.col("worth") > 0, pl.col("least") >= 0)
    )


def _worth(lines: pl.DataFrame) -> pl.Expr:
    """What could be refunded of a line: its amount with its charges, or its total where that is more.

    A total that stands on all lines of an order whose amounts differ is the order's.
    """
    has = set(lines.columns)
    if "amount" not in has:
        return pl.col("total_amount") if "total_amount" in has else pl.col("quantity") * pl.col("unit_price")
    charges = [pl.col(name).fill_null(0).abs() for name in CHARGE_COLUMNS if name in has]
    worth = pl.sum_horizontal(pl.col("amount"), *charges)
    if "total_amount" not in has:
        return worth
    one_total = pl.col("total_amount").n_unique().over(ORDER) == 1
    is_of_order = one_total & (pl.col("amount").n_unique().over(ORDER) > 1)
    return pl.max_horizontal(worth, pl.when(~is_of_order).then("total_amount"))


def _proof(orders: pl.DataFrame, header: str) -> Text | None:
    if orders.filter(pl.col("off") > pl.col("least") + _CENT, pl.col("off") <= pl.col("worth") + _CENT).height:
        return LARGER
    return SAID if orders.height and _OF_ORDERS.search(header.replace("_", " ")) else None


def _is(worth: pl.Expr) -> pl.Expr:
    return (pl.col("off") - worth).abs() <= _CENT


def _again(orders: pl.DataFrame) -> Decimal:
    """What of the refunds stands more than once."""
    return money_sum(orders.select((pl.col("off") * (pl.col("lines") - 1).cast(MONEY)).cast(MONEY)).to_series())
