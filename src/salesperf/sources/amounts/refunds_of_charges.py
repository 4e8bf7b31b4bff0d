"""Refunds that give back tax and freight too: of an order that went back whole they take the goods off, not more.

One that is larger than the goods and is not shown to be the whole order stands as it is written, and is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

import polars as pl
from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charges import COLUMNS as CHARGE_COLUMNS
from salesperf.sources.amounts.order_shares import ORDER
from salesperf.sources.amounts.refund_headers import REFUND
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.schema import MONEY

WHOLE = Text(
    "{rows:refund|refunds} under {header!r} ({sum}) of all that was paid, with tax and freight: taken off are the "
    "goods alone, {less} less; refund_includes = [] under [[table]] takes off what is written",
    "「{header}」中 {rows} 笔为全额退款（合计 {sum}，含税额或运费）：只扣减货款，少扣 {less}；"
    "若按原金额扣减，请在 [[table]] 中写 refund_includes = []",
)
EXCESS = Text(
    "{rows:refund|refunds} under {header!r} ({sum}) larger than the amount taken from, {more} more in all: taken off "
    "as written; perhaps they hold tax or freight",
    "「{header}」中 {rows} 笔退款（合计 {sum}）大于被扣减的金额，共多出 {more}：已按原金额扣减；退款中可能含税额或运费",
)
# A literal Decimal makes Polars import NumPy, which costs as much as Polars itself.
_CENT = pl.lit("0.005").cast(MONEY)
_AMOUNT, _OFF, _TOTAL, _WHOLE = "_amount", "_off", "_total", "_whole"


class Goods(Struct, frozen=True):
    """The lines with their refunds, and what is said of it."""

    frame: pl.DataFrame
    notes: tuple[Text, ...] = ()


def refunds_of_goods(
    frame: pl.DataFrame, paid: pl.DataFrame, header: str, *, includes: Collection[str] | None = None
) -> Goods:
    """Take tax and freight out of refunds that are to the cent what was paid for a line, or for its whole order.

    `frame` holds the amounts that count, `paid` the same lines with total and charges as the file has them;
    `includes` are the charges that the configuration says refunds hold (None: it says nothing).
    """
    beside = {"total_amount", *CHARGE_COLUMNS} & set(paid.columns)
    if not {REFUND, "amount"} <= set(frame.columns) or not beside or not (frame[REFUND].abs() > frame["amount"]).any():
        return Goods(frame)
    charges = [name for name in CHARGE_COLUMNS if name in beside and (includes is None or name in includes)]
    lines = frame.with_columns(
        pl.col("amount").alias(_AMOUNT),
        pl.col(REFUND).fill_null(0).abs().alias(_OFF),
        *(paid[name].fill_null(0).alias(f"_{name}") for name in charges),
        *([paid["total_amount"].alias(_TOTAL)] if "total_amount" in beside else []),
    )
    has_total = _TOTAL in lines.columns and (includes is None or bool(includes))
    lines = lines.with_columns(_is_whole(charges, has_total=has_total).alias(_WHOLE))
    if "order_id" in frame.columns:
        lines = lines.with_columns(_whole_orders(lines, charges, has_total=has_total))
    return _told(frame, lines, header)


def _whole_orders(lines: pl.DataFrame, charges: Iterable[str], *, has_total: bool) -> pl.Series:
    """Which lines are whole refunds, alone or with the others of their order."""
    added = (_AMOUNT, _OFF, *(f"_{name}" for name in charges))
    orders = lines.select(
        _WHOLE,
        pl.col("order_id").is_not_null().alias("_is_order"),
        *(pl.col(name).sum().over(ORDER) for name in added),
        *([_total_of_order()] if has_total else []),
    )
    with_others = _is_whole(charges, has_total=has_total) & pl.col("_is_order")
    return orders.select((pl.col(_WHOLE) | with_others).alias(_WHOLE)).to_series()


def _total_of_order() -> pl.Expr:
    """The sum of the totals of its lines, or the one that stands on all of them although their amounts differ."""
    total = pl.col(_TOTAL)
    is_repeated = (total.n_unique().over(ORDER) == 1) & (pl.col(_AMOUNT).n_unique().over(ORDER) > 1)
    return pl.when(is_repeated).then(total.first().over(ORDER)).otherwise(total.sum().over(ORDER)).alias(_TOTAL)


def _is_whole(charges: Iterable[str], *, has_total: bool) -> pl.Expr:
    """Whether a refund above its amount is the total, or the amount with some of the charges beside it."""
    names = [f"_{name}" for name in charges]
    some = [group for size in range(1, len(names) + 1) for group in combinations(names, size)]
    ways = [pl.sum_horizontal(_AMOUNT, *group) for group in some]
    if has_total:
        ways.append(pl.col(_TOTAL))
    equal = pl.any_horizontal((pl.col(_OFF) - way).abs() <= _CENT for way in ways) if ways else pl.lit(value=False)
    return (_is_more() & equal).fill_null(value=False)


def _is_more() -> pl.Expr:
    """An amount that has its refund taken off already is not compared with it."""
    return (pl.col(_AMOUNT) > 0) & (pl.col(_OFF) > pl.col(_AMOUNT) + _CENT)


def _told(frame: pl.DataFrame, lines: pl.DataFrame, header: str) -> Goods:
    notes: list[Text] = []
    whole = lines.filter(_WHOLE)
    if whole.height:
        paid, goods = money_sum(whole[_OFF]), money_sum(whole[_AMOUNT])
        rows = Count(_orders(whole).filter(pl.col(_OFF) != 0).height)
        notes.append(WHOLE.fill(rows=rows, header=header, sum=f"{paid:,.2f}", less=f"{paid - goods:,.2f}"))
        # Whether refunds are written with a minus is judged later, over all of them.
        goods_alone = pl.when(pl.col(REFUND) < 0).then(-pl.col("amount")).otherwise("amount")
        frame = frame.with_columns(pl.when(lines[_WHOLE]).then(goods_alone).otherwise(REFUND).cast(MONEY).alias(REFUND))
    more = _orders(lines.filter(~pl.col(_WHOLE))).filter(_is_more())
    if _TOTAL in more.columns:
        is_off_already = (pl.col(_AMOUNT) + pl.col(_OFF) - pl.col(_TOTAL)).abs() <= _CENT
        more = more.filter(~is_off_already.fill_null(value=False))
    if more.height:
        off = money_sum(more[_OFF])
        told = {"sum": f"{off:,.2f}", "more": f"{off - money_sum(more[_AMOUNT]):,.2f}"}
        notes.append(EXCESS.fill(rows=Count(more.height), header=header, **told))
    return Goods(frame, tuple(notes))


def _orders(lines: pl.DataFrame) -> pl.DataFrame:
    """One row per order, and per line that names none."""
    if "order_id" not in lines.columns:
        return lines
    names = [name for name in (_AMOUNT, _OFF, _TOTAL) if name in lines.columns]
    alone = lines.filter(pl.col("order_id").is_null()).select(names)
    orders = lines.filter(pl.col("order_id").is_not_null()).group_by(ORDER).agg(pl.col(name).sum() for name in names)
    return pl.concat([alone, orders.select(names)])
