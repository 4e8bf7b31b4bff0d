"""Numbers of the lines of an order under a header that may mean goods (Item: 10, 20, 30): they are no products.

The cells decide: whole numbers that rise within each order, from the same first one, while orders repeat.
"""

from __future__ import annotations

import polars as pl

from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.sources.recognition.sample import Sample
from salesperf.tables.header_words import header_words

SHOWN = Text(
    "{header!r} counts the lines of each {number!r}",
    "「{header}」为「{number}」内的行号",
)
_SAYS_LINE = late(r"\b(?:item|itm|pos|posnr|position|line)(?: (?:no|nr|num|number|#))?\.?$|行项目|项次|项目号|行号")
_STARTS = (1, 10, 100, 1000)
_FEW = 2
"""Orders of several rows from which rising numbers are no chance."""
_NEARLY_ALL = 0.9
_COUNTING = 0.5
"""The share of these whose second row has the second number: products that happen to rise do not follow so."""


def line_number(sample: Sample, number: str) -> str | None:
    """The header of the numbers of lines within each order, which has its own under `number`; None where none is."""
    said = (header for header in sample.header if header != number and _SAYS_LINE.search(header_words(header)))
    return next((header for header in said if _counts(sample, number, header)), None)


def _counts(sample: Sample, number: str, header: str) -> bool:
    if not sample.is_numeric(header):
        return False
    cells = sample.rows[header].cast(pl.String).str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)
    rows = pl.DataFrame({"number": sample.rows[number], "line": cells}).filter(pl.col("number").is_not_null())
    if rows.is_empty() or rows["line"].null_count():
        return False
    first = rows["line"].min()
    if not isinstance(first, int) or first not in _STARTS:
        return False
    orders = rows.group_by("number").agg(
        pl.len().alias("rows"),
        (pl.col("line").first() == first).alias("starts"),
        (pl.col("line").diff().drop_nulls() > 0).all().alias("rises"),
        (pl.col("line").get(1, null_on_oob=True) == first * 2).fill_null(value=False).alias("counts"),
        (pl.col("line") % first == 0).all().alias("steps"),
    )
    several = orders.filter(pl.col("rows") > 1)
    is_counted = orders["rises"].all() and orders["steps"].all()
    starting = int(orders["starts"].sum()) >= _NEARLY_ALL * orders.height
    counting = int(several["counts"].sum()) >= _COUNTING * several.height
    return several.height >= _FEW and bool(is_counted) and starting and counting
