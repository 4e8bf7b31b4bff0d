"""Identifiers and names: kept as text to the last zero, unless a spreadsheet turned them into something else."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import polars as pl
from msgspec import Struct

from salesperf.sources.values.blanks import cleaned, is_odd, may_be_cleaned

SAFE_FLOAT = 2**53
"""Whole numbers from here on lose digits in a spreadsheet's floating point."""


class IdForm(StrEnum):
    """What an id column's cells are."""

    TEXT = "text"
    POINT_ZERO = "point_zero"
    """Whole numbers written with `.0` by a tool that took the column for floats."""
    NUMBER = "number"
    FLOAT = "float"
    DATE = "date"
    """Serial numbers that a spreadsheet shows as dates."""


def id_form(cells: pl.Series) -> IdForm:
    """What the cells of an id column are, from all of them or a sample."""
    if cells.dtype in {pl.Date, pl.Datetime} or cells.dtype == pl.Datetime:
        return IdForm.DATE
    if cells.dtype.is_float():
        return IdForm.FLOAT
    if cells.dtype != pl.String:
        return IdForm.NUMBER
    words = cells.to_frame("cell").select(cleaned(pl.col("cell")).alias("cell")).drop_nulls()
    whole = words.height > 0 and words.select(pl.col("cell").str.contains(r"^\d+\.0$").all()).item()
    return IdForm.POINT_ZERO if whole else IdForm.TEXT


class IdFormat(Struct, frozen=True):
    """How one id or name column is read."""

    form: IdForm = IdForm.TEXT
    date1904: bool = False

    def parsed(self, column: pl.Expr) -> pl.Expr:
        """The column as text, nothing folded yet."""
        match self.form:
            case IdForm.TEXT:
                return column
            case IdForm.POINT_ZERO:
                return column.str.strip_suffix(".0")
            case IdForm.NUMBER:
                return column.cast(pl.String)
            case IdForm.FLOAT:
                whole = column.cast(pl.Int64, strict=False)
                return (
                    pl.when(whole.cast(pl.Float64) == column)
                    .then(whole.cast(pl.String))
                    .otherwise(column.cast(pl.String))
                )
            case IdForm.DATE:
                epoch = date(1904, 1, 1) if self.date1904 else date(1899, 12, 30)
                return (column.cast(pl.Date) - pl.lit(epoch)).dt.total_days().cast(pl.String)

    def is_suspect(self, column: pl.Expr, *, is_name: bool = False, is_ascii: bool = False) -> pl.Expr:
        """Whether a cell needs a second look: blanks, width and null words, or a form the sample did not show."""
        match self.form:
            case IdForm.TEXT:
                return is_odd(column, is_name=is_name, is_ascii=is_ascii)
            case IdForm.POINT_ZERO:
                return ~column.str.ends_with(".0")
            case IdForm.FLOAT:
                return column.abs() >= SAFE_FLOAT
            case IdForm.NUMBER | IdForm.DATE:
                return pl.lit(value=False)


def folding(distinct: pl.Series) -> pl.DataFrame:
    """The texts that `cleaned` changes, as `written`, and what each becomes, as `folded` (null: no name)."""
    candidates = distinct.drop_nulls().alias("written").to_frame().filter(may_be_cleaned(pl.col("written")))
    pairs = candidates.with_columns(cleaned(pl.col("written")).alias("folded"))
    return pairs.filter(pl.col("written").ne_missing(pl.col("folded")))


def folded(texts: pl.Series, changed: pl.DataFrame | None = None) -> pl.Series:
    """Names and ids with blanks and full-width forms folded and null words made null; case is kept.

    Works on the distinct values (`changed`: what `folding` says of them), so a column of millions of rows costs little
    more than finding them.
    """
    changed = folding(texts.unique()) if changed is None else changed
    if changed.is_empty():
        return texts
    return (
        texts.to_frame().select(pl.first().replace(changed["written"], changed["folded"]).alias(texts.name)).to_series()
    )
