"""One amount out of several columns of money in a row, as a column of its own that tables know."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.core.text import Text
from salesperf.sources.profile import fold_header
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.tables.schema import MONEY, Kind

_SAMPLE = 200


def money_of(frame: pl.DataFrame, header: str) -> pl.Series | None:
    """The cells under a header as money, empty ones as null; None where one of them is no number."""
    cells = frame[header]
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()):
        return None
    money = reading_of(header, "amount", Kind.MONEY, cells.unique(), Rules()).read(cells)
    there = frame.select(cleaned(pl.col(header).cast(pl.String)).is_not_null()).to_series()
    return None if bool((money.is_null() & there).any()) else money


def with_amount(raw: RawTable, frame: pl.DataFrame, amount: pl.Series, *, name: str, told: Text) -> RawTable:
    """The table with one more column of money, unless it has one so called; `frame` holds all its rows."""
    if any(fold_header(header) == fold_header(name) for header in raw.header):
        return raw
    whole = frame.with_columns(amount.cast(MONEY).cast(pl.String).alias(name))
    return replace(
        raw,
        header=(*raw.header, name),
        frame=whole.lazy(),
        sample=whole.head(_SAMPLE),
        scan=None,
        notes=(*raw.notes, told),
    )


def sum_of(columns: Sequence[pl.Series]) -> pl.Series:
    """The columns added up row by row; null where all are."""
    frame = pl.DataFrame([column.rename(str(at)) for at, column in enumerate(columns)])
    total = pl.sum_horizontal(pl.all().fill_null(0))
    return frame.select(pl.when(~pl.all_horizontal(pl.all().is_null())).then(total).cast(MONEY)).to_series()
