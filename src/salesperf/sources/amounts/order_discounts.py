"""Discounts that stand once an order, in the file of order headers, taken off the lines of the order.

The totals of the headers show whether the lines are before it; without them lines that are quantity × price are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import product

import polars as pl
from msgspec import Struct

from salesperf.core.money import settle
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.amounts.discount_place import DISCOUNT
from salesperf.sources.amounts.discount_rates import discount_rate
from salesperf.sources.amounts.order_shares import ORDER, SHARE, with_shares
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.schema import MONEY

SHARED = Text(
    "{header!r} of {orders:order|orders} ({sum}) is taken off their lines, in proportion to these{why}",
    "{orders} 笔订单的「{header}」（合计 {sum}）已按比例从各自的明细中减去{why}",
)
_SHOWN_BY_TOTAL = Text(", as the totals under {total!r} show", "（与「{total}」一致）")
_TOLD = Text(", as amount_includes says", "（依据 amount_includes 设置）")
_ASSUMED = Text(
    "; no total shows that they are before it: {stands} in all are {less} so, and amount_includes = [] under the "
    "[[table]] of the lines leaves them as they stand",
    "；没有总额可以印证：扣除前合计 {stands}，扣除后 {less}；"
    "若明细已是扣除后的金额，请在明细的 [[table]] 中写 amount_includes = []",
)
IN_LINES = Text(
    "the lines are after {header!r} of their orders ({sum}) already, as the totals under {total!r} show",
    "明细金额已扣除订单的「{header}」（合计 {sum}），与「{total}」一致",
)
DOUBT = Text(
    "whether the lines are before or after {header!r} of their orders is not known: they are taken as after it "
    "({stands} in all); if they are before it, net of it they are {less} in all",
    "无法判断明细是扣除订单的「{header}」之前还是之后的金额：按扣除之后计入（合计 {stands}）；"
    "若为扣除之前，则扣除后合计为 {less}",
)
_OF_HEADER = {"discount": "_order_discount", "amount": "_order_amount", "total_amount": "_order_total"} | {
    name: f"_order_{name}" for name in CHARGE_COLUMNS
}
"""What lines carry of their header's money, and under which name."""
_TOTALS = ("_order_total", "_order_amount")
COLUMNS = frozenset(_OF_HEADER)
"""The money of headers that is read for this."""
ONCE = Text(
    "{header!r} is that of the order on each of its lines: it counts once, shared over them in proportion, in "
    "{orders:order|orders} of several lines ({sum} not taken off again)",
    "「{header}」是整单折扣，在该订单的每一行重复："
    "{orders} 笔多行订单只计一次，按比例分到各行（重复的 {sum} 未再扣减）",
)
_OF_ORDERS = re.compile(r"\border\b|订单|整单", re.IGNORECASE)
_PROOF = 0.99
_CENT = Decimal("0.011")


class Shared(Struct, frozen=True):
    """The lines after the discounts of their orders, without what they carried; what is said, and what is not known."""

    frame: pl.DataFrame
    has_discount: bool = False
    notes: tuple[Text, ...] = ()
    doubts: tuple[Text, ...] = ()


def header_money(frame: pl.DataFrame, headers: Mapping[str, str]) -> pl.DataFrame:
    """What header rows say of money, one row a row of the frame; `headers` are the file's words for its columns."""
    own = frame.select(pl.col(name).cast(MONEY).alias(new) for name, new in _OF_HEADER.items() if name in frame.columns)
    if "_order_discount" not in own.columns:
        return own
    rate = discount_rate(frame, headers.get("discount", ""))[0]
    if rate is not None:
        own = own.with_columns(frame.select(_order_discount=rate.cast(MONEY)))
    return own.with_columns(pl.lit(value=rate is not None).alias("_order_is_rate"))


def carried_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The files' words for what lines carry."""
    return {new: headers[name] for name, new in _OF_HEADER.items() if name in headers}


def shared_discounts(
    frame: pl.DataFrame, headers: Mapping[str, str], *, is_priced: bool, includes: Collection[str] | None = None
) -> Shared:
    """Share the discounts over the lines of their orders; `is_priced` are lines that are quantity × price.

    `includes` is what the configuration says the lines hold (None: nothing).

    Lines with a discount of their own are left alone unless the totals of the headers show that they are before it.
    """
    carried = [name for name in frame.columns if name.startswith("_order_")]
    bare = frame.drop(carried)
    if "_order_discount" not in carried or "amount" not in frame.columns:
        return Shared(bare)
    orders = _orders(frame)
    if orders.is_empty():
        return Shared(bare)
    header = headers.get("_order_discount", "discount")
    stands, off = money_sum(frame["amount"]), money_sum(orders["off"])
    told = {"header": header, "sum": f"{off:,.2f}", "stands": f"{stands:,.2f}", "less": f"{stands - off:,.2f}"}
    is_off, total = _shown(orders) if includes is None else (DISCOUNT in includes, "")
    told["total"] = headers.get(total, "")
    if is_off is False:
        return Shared(bare, notes=(IN_LINES.fill(**told),) if total else ())
    has_own = "discount" in frame.columns and bool((frame["discount"].fill_null(0) != 0).any())
    if is_off is None and has_own and _is_sum(frame, orders):
        return Shared(bare)
    if is_off is None and (has_own or not is_priced):
        return Shared(bare, doubts=(DOUBT.fill(**told),))
    why = _SHOWN_BY_TOTAL.fill(**told) if total else _TOLD if is_off else _ASSUMED.fill(**told)
    shared = _with_shares(bare, orders)
    return Shared(shared, has_discount=True, notes=(SHARED.fill(**told, orders=Count(orders.height), why=why),))


def once_an_order(frame: pl.DataFrame, header: str) -> Shared:
    """The lines with a discount of the order, which stands on each of them, shared over them by quantity × price.

    Only under a header that speaks of orders, and only where it is the same on all lines of every order.
    """
    needed = {"order_id", DISCOUNT, "quantity", "unit_price"}
    is_said = _OF_ORDERS.search(header.replace("_", " ")) is not None
    if (
        not is_said
        or not needed <= set(frame.columns)
        or "amount" in frame.columns
        or discount_rate(frame, header)[0] is not None
    ):
        return Shared(frame)
    worth = (pl.col("quantity") * pl.col("unit_price")).cast(MONEY)
    several = (
        frame.filter(pl.col("order_id").is_not_null())
        .group_by(ORDER, maintain_order=True)
        .agg(
            pl.col(DISCOUNT).first().abs().alias("off"),
            pl.col(DISCOUNT).n_unique().alias("_discounts"),
            worth.alias("weights"),
            worth.sum().alias("lines"),
            pl.len().alias("_lines"),
        )
        .filter(pl.col("_lines") > 1)
    )
    said = several.filter(pl.col("off") > 0, pl.col("off") <= pl.col("lines"))
    if said.is_empty() or (several["_discounts"] > 1).any():
        return Shared(frame)
    again = money_sum(said.select(pl.col("off") * (pl.col("_lines") - 1).cast(MONEY)).to_series())
    shared = with_shares(frame, said).with_columns(pl.coalesce(SHARE, DISCOUNT).alias(DISCOUNT)).drop(SHARE)
    return Shared(shared, notes=(ONCE.fill(header=header, orders=Count(said.height), sum=f"{again:,.2f}"),))


def _orders(frame: pl.DataFrame) -> pl.DataFrame:
    """The orders with a discount that their lines can hold: `off` in money, `lines` what they add up to."""
    firsts = [name for name in frame.columns if name.startswith("_order_")]
    orders = (
        frame.filter(pl.col("order_id").is_not_null())
        .group_by(ORDER, maintain_order=True)
        .agg(
            pl.col("amount").sum().alias("lines"),
            pl.col("amount").alias("weights"),
            *(pl.col(one).first() for one in firsts),
        )
        .filter(pl.col("_order_discount").fill_null(0) != 0, pl.col("lines") > 0)
    )
    rates = orders["_order_is_rate"].fill_null(value=False).to_list()
    off = [
        settle(lines * abs(cell)) if is_rate else abs(cell)
        for lines, cell, is_rate in zip(
            orders["lines"].to_list(), orders["_order_discount"].to_list(), rates, strict=True
        )
    ]
    held = orders.with_columns(pl.Series("off", off, dtype=MONEY))
    return held.filter(pl.col("off") <= pl.col("lines"))


def _shown(orders: pl.DataFrame) -> tuple[bool | None, str]:
    """Whether totals show that the lines are before the discount, and under which column; None where none does."""
    charges = [f"_order_{name}" for name in CHARGE_COLUMNS if f"_order_{name}" in orders.columns]
    for total in (name for name in _TOTALS if name in orders.columns):
        ways = {
            part
            for part, *held in product((0, 1), *((0, 1) for _ in charges))
            if _agrees(orders, part, dict(zip(charges, held, strict=True)), total)
        }
        if len(ways) == 1:
            return ways == {1}, total
    return None, ""


def _agrees(orders: pl.DataFrame, part: int, charges: Mapping[str, int], total: str) -> bool:
    more = sum((pl.col(name).fill_null(0) * held for name, held in charges.items()), pl.lit(0))
    worth = pl.col("lines") - pl.col("off") * part + more
    known = orders.select(((worth - pl.col(total)).abs() <= _CENT).alias("same")).drop_nulls()
    return known.height > 0 and int(known["same"].sum()) >= _PROOF * known.height


def _is_sum(frame: pl.DataFrame, orders: pl.DataFrame) -> bool:
    """Whether the discount of an order is only the sum of those of its lines."""
    of_lines = frame.group_by(ORDER).agg(pl.col("discount").abs().sum().alias("own"))
    both = orders.join(of_lines, on=ORDER, how="left")
    return int(((both["own"] - both["off"]).abs() <= _CENT).sum()) >= _PROOF * both.height


def _with_shares(frame: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """The lines less their shares, which are their discount too."""
    share = pl.col(SHARE).fill_null(0)
    own = pl.col("discount").fill_null(0).abs() if "discount" in frame.columns else pl.lit(0)
    less = (pl.col("amount") - share).cast(MONEY)
    return with_shares(frame, orders).with_columns(less, (own + share).cast(MONEY).alias("discount")).drop(SHARE)
