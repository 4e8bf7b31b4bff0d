"""What each customer did: when the first and the last purchase was, how often there was one, and what it brought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import narwhals as nw

from salesperf.engine import Frame

VALUES = ("first", "last", "orders", "order_lines", "amount")
"""The columns of `customer_values` beside the keys."""
DAYS = "days"
"""A further one, on how many days there was a purchase: it is counted where it is asked for."""


def customer_values(
    lines: Frame,
    *,
    since: date | None = None,
    until: date | None = None,
    netted: bool = True,
    by: Sequence[str] = (),
    days: bool = False,
) -> Frame:
    """One row a customer (within each group of `by`): `VALUES`, of the days from `since` to `until`, both included.

    Without either the frame is grouped as it is, which spares a copy of it; then every line has to have a day.

    With `days` there is the column `DAYS` too.

    A purchase is a sold line of amount above zero, where returns are `netted` of an order that kept some worth, and
    `amount` is what was sold less what came back, else all that was sold. Lines without a customer are left out.
    Customers whose lines are no purchase at all have null days and no orders.
    """
    there = lines if until is None else lines.filter(nw.col("date") <= nw.lit(until))
    there = there if since is None else there.filter(nw.col("date") >= nw.lit(since))
    is_bought = ~nw.col("qualified_order").is_null() if netted else nw.col("is_sold") & (nw.col("gross") > 0)
    marked = there.with_columns(
        bought_on=nw.when(is_bought).then(nw.col("date")),
        bought=nw.col("qualified_order") if netted else nw.when(is_bought).then(nw.col("order")),
        worth=nw.col("net") if netted else nw.col("gross"),
    )
    found = marked.group_by(*by, "customer").agg(
        nw.col("bought_on").min().alias("first"),
        nw.col("bought_on").max().alias("last"),
        nw.col("bought").n_unique().cast(nw.Int64).alias("order_ids"),
        *([nw.col("bought_on").n_unique().cast(nw.Int64).alias("dates")] if days else []),
        nw.col("bought_on").null_count().cast(nw.Int64).alias("others"),
        nw.len().cast(nw.Int64).alias("rows"),
        nw.col("worth").sum().alias("amount"),
    )
    # What is no purchase is one more among the distinct orders and days: the empty one.
    empty = nw.when(nw.col("others") > 0).then(nw.lit(1)).otherwise(nw.lit(0))
    told = {"orders": nw.col("order_ids") - empty, "order_lines": nw.col("rows") - nw.col("others")}
    told |= {DAYS: nw.col("dates") - empty} if days else {}
    # Those without a customer are a group like the others up to here: leaving their lines out would copy all others.
    named = found.filter(~nw.col("customer").is_null())
    return named.with_columns(**told).select(*by, "customer", *VALUES, *([DAYS] if days else []))
