"""Discounts written as a line of their own (Volume discount, −25.00): off the goods of their order, no return.

Only a negative line that is called a discount counts, in an order whose goods come to more.
"""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.core.text import Count, Text
from salesperf.sources.amounts.charge_lines import Goods
from salesperf.sources.amounts.order_shares import ORDER, SHARE, with_shares
from salesperf.tables.schema import MONEY

OFF = Text(
    "{rows:line|lines} called a discount ({sum}) are no returns: taken off the goods of their orders, by amount; "
    'if they are: values = {{ product_name = {{ "{word}" = "another name" }} }} under [[table]]',
    "{rows} 行为折扣（合计 {sum}），不是退货：已按金额从同一订单的商品中扣减；若为退货，请在 [[table]] 中写 "
    'values = {{ product_name = {{ "{word}" = "其他名称" }} }}',
)
_NAMED = (
    r"(?i)^(?:[\w%.&+-]+ ){0,3}(?:discount|rebate)s?(?: \(?\d+ ?%\)?)?$"
    r"|^.{0,8}(?:折扣|优惠|折让|立减|满减)(?:金额|额)?$"
)
_ZEROED = ("amount", "quantity", "list_amount", "discount", "cost", "total_amount")
_IS_OFF = "_is_off"


def discounts_off_goods(frame: pl.DataFrame) -> Goods:
    """The lines with such discounts shared over the others of their order, and worth nothing themselves."""
    if not {"order_id", "product_name", "amount"} <= set(frame.columns) or not (frame["amount"] < 0).any():
        return Goods(frame)
    named = (pl.col("amount") < 0) & pl.col("product_name").str.strip_chars().str.contains(_NAMED)
    if "status" in frame.columns:
        named &= pl.col("status").n_unique().over(ORDER) == 1
    goods = pl.when(~named).then("amount")
    worth = goods.sum().over(ORDER)
    off = pl.when(named).then("amount").sum().over(ORDER)
    fits = named & pl.col("order_id").is_not_null() & (goods.min().over(ORDER) >= 0) & (worth + off >= 0)
    marked = frame.with_columns(fits.fill_null(value=False).alias(_IS_OFF))
    lines = marked.filter(_IS_OFF)
    if lines.is_empty():
        return Goods(frame)
    weights = pl.when(~pl.col(_IS_OFF)).then("amount").otherwise(0).cast(MONEY)
    discount = pl.when(_IS_OFF).then(-pl.col("amount")).otherwise(0).sum().cast(MONEY)
    orders = marked.group_by(ORDER, maintain_order=True).agg(discount.alias("off"), weights.alias("weights"))
    shared = with_shares(marked, orders.filter(pl.col("off") > 0))
    lower = shared.with_columns((pl.col("amount") - pl.col(SHARE).fill_null(0)).cast(MONEY).alias("amount"))
    zeroed = [name for name in _ZEROED if name in frame.columns]
    nothing = [
        pl.when(_IS_OFF).then(pl.when(pl.col(name).is_not_null()).then(0)).otherwise(name).cast(frame.schema[name])
        for name in zeroed
    ]
    total = lines["amount"].sum()
    told = f"{total if isinstance(total, Decimal) else Decimal(0):,.2f}"
    note = OFF.fill(rows=Count(lines.height), sum=told, word=lines["product_name"][0])
    return Goods(
        lower.with_columns(n.alias(z) for n, z in zip(nothing, zeroed, strict=True)).drop(_IS_OFF, SHARE), (note,)
    )
