"""The cost of a line from the price list of products, where the lines carry none."""

from __future__ import annotations

import narwhals as nw

from salesperf.core.text import Text
from salesperf.engine import Frame, joined, scan
from salesperf.tables.bundle import Bundle

COST_FROM_PRODUCTS = Text(
    "cost = quantity x unit cost of the products table, as it stands today",
    "成本＝数量×产品表中的单位成本（按当前成本）",
)


def with_costs(base: Frame, bundle: Bundle, *, columns: frozenset[str]) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """The lines with `cost` (a line total) looked up by product; unchanged when they have one or it cannot be had."""
    products = bundle.get("products")
    if "cost" in columns or "quantity" not in columns or products is None or "cost" not in products.frame.columns:
        return base, ()
    key = next((name for name in ("product_id", "product_name") if name in columns), None)
    if key is None or key not in products.frame.columns:
        return base, ()
    unit_costs = scan(products).select(nw.col(key).alias("costed_product"), nw.col("cost").alias("unit_cost"))
    priced, _ = joined(base, unit_costs, on=key, right_on="costed_product")
    costed = priced.with_columns(cost=nw.col("unit_cost") * nw.col("quantity").abs()).drop("unit_cost")
    return costed, (("cost", COST_FROM_PRODUCTS),)
