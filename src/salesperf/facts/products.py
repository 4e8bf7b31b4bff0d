"""The cost of a line from the price list of products, where the lines carry none."""

from __future__ import annotations

import narwhals as nw
from msgspec import Struct

from salesperf.core.errors import Issue
from salesperf.core.text import Text
from salesperf.engine import Frame, joined, scan
from salesperf.facts.doubled_keys import one_row_a_key, whence
from salesperf.tables.bundle import Bundle

COST_FROM_PRODUCTS = Text(
    "cost = quantity x unit cost of the products table, as it stands today",
    "成本＝数量×产品表中的单位成本（按当前成本）",
)


class Costed(Struct, frozen=True):
    """Lines with their cost, what the report must say about it, and what was wrong with the price list."""

    lines: Frame
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = ()


def with_costs(base: Frame, bundle: Bundle, *, columns: frozenset[str]) -> Costed:
    """The lines with `cost` (a line total) looked up by product; unchanged when they have one or it cannot be had.

    A line whose product has no known unit cost has none, nor has one that is listed with several, which is a finding.
    """
    products = bundle.get("products")
    if "cost" in columns or "quantity" not in columns or products is None or "cost" not in products.frame.columns:
        return Costed(base)
    key = "product_id" if "product_id" in columns else "product_name"
    if "product" not in columns or key not in products.frame.columns:
        return Costed(base)
    named = nw.col(key).alias("costed_product")
    unit_costs = scan(products).select(named, nw.col("cost").alias("unit_cost"), *whence(products))
    settled = one_row_a_key(unit_costs, key="costed_product", table="products", asked={"cost"}, prefix="unit_")
    priced, _ = joined(base, settled.rows, on="product", right_on="costed_product")
    costed = priced.with_columns(cost=nw.col("unit_cost") * nw.col("quantity").abs()).drop("unit_cost")
    return Costed(costed, (("cost", COST_FROM_PRODUCTS),), settled.findings)
