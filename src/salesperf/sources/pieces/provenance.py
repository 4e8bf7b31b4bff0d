"""Where rows came from, as columns: the file, the sheet and the row that the spreadsheet shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from salesperf.sources.conform.row_places import PART
from salesperf.sources.rows.raw import RawTable
from salesperf.tables.schema import FILE, ROW, SHEET


def with_provenance(frame: pl.DataFrame, raws: Sequence[RawTable], extents: Mapping[int, int]) -> pl.DataFrame:
    """The file, sheet and row each row came from; the frame must hold all rows in the order of their parts."""
    numbers = pl.concat([_row_numbers(raw, extents[part]) for part, raw in enumerate(raws)])
    files = pl.Series(FILE, [raw.file.name for raw in raws], pl.Categorical)
    sheets = pl.Series(SHEET, [raw.sheet for raw in raws], pl.Categorical)
    parts = frame[PART]
    return frame.with_columns(numbers.alias(ROW), files.gather(parts), sheets.gather(parts))


def _row_numbers(raw: RawTable, height: int) -> pl.Series:
    if raw.row_numbers is not None:
        return pl.Series(raw.row_numbers, dtype=pl.UInt32)
    first = raw.layout.first_row
    return pl.int_range(first, first + height, dtype=pl.UInt32, eager=True)
