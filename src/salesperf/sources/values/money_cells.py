"""Cells as money: a column read as exact decimals, its sum, and what quantities at prices come to."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.values.parse_number import number_format
from salesperf.tables.schema import MONEY

_FACTOR = pl.Decimal(38, 4)
"""Of two factors with four decimals each the product is exact."""


def money_of(cells: pl.Series) -> pl.Series:
    """A column as money; null where a cell is no number."""
    if cells.dtype == pl.String:
        how = number_format(cells).format
        return cells.to_frame("cell").select(how.parsed(pl.col("cell"))).to_series()
    if cells.dtype.is_numeric():
        return cells.cast(MONEY, strict=False)
    return pl.Series([None], dtype=MONEY).new_from_index(0, cells.len())


def money_sum(cells: pl.Series) -> Decimal:
    """The sum of a column of money; zero where no cell holds any."""
    total = cells.sum()
    return total if isinstance(total, Decimal) else Decimal(0)


def product_of(quantity: pl.Series, price: pl.Series) -> pl.Series:
    """What quantities come to at their prices, row by row; null where one of them is."""
    return quantity.cast(_FACTOR) * price.cast(_FACTOR)
