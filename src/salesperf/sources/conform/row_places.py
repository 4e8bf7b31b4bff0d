"""Where a canonical row came from: which of several raw tables, and which row of it."""

from __future__ import annotations

import polars as pl

from salesperf.sources.rows.raw import RawTable

PART = "_part"
"""Which of several raw tables a row came from, by place."""
AT = "_at"
"""The place of a row in its raw table."""


def places(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with `AT`, the place of each row in its part."""
    return frame.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).over(PART).alias(AT))


def part_start(frame: pl.DataFrame, part: int) -> int:
    """The place of the first row of a part; parts stand in their order."""
    return int((frame[PART] < part).sum()) if part else 0


def row_number(raw: RawTable, at: int) -> int:
    """The number the spreadsheet shows for a row of a raw table."""
    return raw.row_numbers[at] if raw.row_numbers is not None else raw.layout.first_row + at
