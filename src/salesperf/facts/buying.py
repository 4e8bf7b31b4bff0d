"""Who bought: the order, the customer and the rep that a sold line makes count."""

from __future__ import annotations

import narwhals as nw

from salesperf.engine import Frame
from salesperf.facts.signs import Signs


def with_buyers(lines: Frame, known: Frame, signs: Signs) -> Frame:
    """The lines with `qualified_order`, `buying_customer` and `selling_rep`, null on all but sold lines of amount > 0.

    `known` are the lines that count: an order is worth something when its net over them is above zero. What comes
    after the as-of date, or on a day that is not believed, does not undo an order.
    """
    return _with_parties(_qualified(lines, known, signs), signs)


def _qualified(lines: Frame, known: Frame, signs: Signs) -> Frame:
    sold = nw.col("is_sold") & (nw.col("gross") > 0)
    if signs.all_earn:
        # An alias copies nothing; on a clean file of millions of lines that is a quarter of the memory.
        return lines.with_columns(qualified_order=nw.col("order"))
    if not signs.has_returns:
        # Without returned amounts no order's net can be below its sold lines.
        return lines.with_columns(qualified_order=nw.when(sold).then(nw.col("order")))
    net = known.group_by("order").agg(nw.col("net").sum().alias("order_net"))
    worthless = net.filter(nw.col("order_net") <= 0).select("order").with_columns(is_worthless=nw.lit(value=True))
    marked = lines.join(worthless, on="order", how="left")
    counts = sold & nw.col("is_worthless").is_null()
    return marked.with_columns(qualified_order=nw.when(counts).then(nw.col("order"))).drop("is_worthless")


def _with_parties(lines: Frame, signs: Signs) -> Frame:
    columns = lines.collect_schema().names()
    sold = nw.col("is_sold") & (nw.col("gross") > 0)
    found = {
        name: nw.col(key) if signs.all_earn else nw.when(sold).then(nw.col(key))
        for name, key in (("buying_customer", "customer"), ("selling_rep", "rep"))
        if key in columns
    }
    return lines.with_columns(**found) if found else lines
