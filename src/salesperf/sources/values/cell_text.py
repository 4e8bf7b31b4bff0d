"""Cells as people see them in a spreadsheet: what a typed cell of a workbook or Parquet file is written as."""

from __future__ import annotations

import polars as pl

_MIDNIGHT = " 00:00:00"
_SAFE = 2**53
"""Whole numbers below it are exact in floating point."""


def as_text(name: str, dtype: pl.DataType) -> pl.Expr | None:
    """A column as text: whole numbers without a point, days without a time; None for cells that hold several values.

    Text stays as it is.
    """
    cell = pl.col(name)
    if dtype == pl.String:
        return cell
    if dtype.is_nested():
        return None
    if dtype.is_float():
        whole = cell.cast(pl.Int64, strict=False)
        is_whole = (whole.cast(pl.Float64) == cell) & (cell.abs() < _SAFE)
        return pl.when(is_whole).then(whole.cast(pl.String)).otherwise(cell.cast(pl.String)).alias(name)
    if dtype == pl.Datetime:
        return cell.dt.strftime("%Y-%m-%d %H:%M:%S").str.strip_suffix(_MIDNIGHT)
    return cell.cast(pl.String, strict=False)


def retyped(cells: pl.Series, dtype: pl.DataType) -> pl.Series | None:
    """Text cells as a dtype again; None where a cell cannot be told for sure."""
    filled = cells.is_not_null()
    if dtype == pl.String:
        return cells
    if dtype.is_numeric() and not dtype.is_decimal():
        typed = cells.cast(dtype, strict=False)
    elif isinstance(dtype, pl.Date | pl.Datetime):
        days = cells.str.replace_all("/", "-")
        moments = days.str.to_datetime("%Y-%m-%d %H:%M:%S", strict=False)
        typed = moments.fill_null(days.str.to_datetime("%Y-%m-%d", strict=False)).cast(dtype)
    else:
        return None
    return typed if (typed.is_not_null() == filled).all() else None
