"""Returns that name their product and not its category: what all sales of that product say."""

from __future__ import annotations

import narwhals as nw

from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect, looked_up
from salesperf.facts.events import columns_of
from salesperf.tables.bundle import Table

_CATEGORY, _OF_PRODUCT = "category", "category of the product"


def told_by_product(lines: Frame, table: Table) -> tuple[Frame, tuple[tuple[str, Text], ...]]:
    """Lines whose returns have the category that the sales of their product have, and a note of how many took it.

    `lines` are measured. A product that was sold under several categories, or under none, leaves it unknown.
    """
    has = columns_of(lines)
    if not {_CATEGORY, "product"} <= has or not _has_blanks(table):
        return lines, ()
    is_silent = nw.col("is_returned") & nw.col(_CATEGORY).is_null() & ~nw.col("product").is_null()
    wanted = lines.filter(is_silent).select("product").unique()
    sold = lines.filter(~nw.col("is_returned"), ~nw.col(_CATEGORY).is_null()).join(wanted, on="product", how="semi")
    values = sold.group_by("product").agg(
        nw.col(_CATEGORY).min().alias(_OF_PRODUCT), nw.col(_CATEGORY).n_unique().alias("categories")
    )
    known = values.filter(nw.col("categories") == 1).select("product", _OF_PRODUCT)
    count = collect(lines.filter(is_silent).join(known, on="product", how="semi").select(nw.len().alias("rows")))
    if not (rows := count["rows"][0]):
        return lines, ()
    found = looked_up(lines, known, on="product")
    told = nw.when(is_silent).then(nw.col(_OF_PRODUCT)).otherwise(nw.col(_CATEGORY))
    return found.with_columns(category=told).drop(_OF_PRODUCT), (("told_by_product", _note(rows)),)


def _has_blanks(table: Table) -> bool:
    return _CATEGORY in table.frame.columns and bool(table.frame[_CATEGORY].null_count())


def _note(count: int) -> Text:
    return Text(
        f"{counted(count, 'return')}: the category, where the row does not say, is that of the product in the sales",
        f"{count:,} 行退货未写明的品类，取自其产品的销售明细",
    )
