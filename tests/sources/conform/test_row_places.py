"""Where rows stand in the files they came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl

from salesperf.sources.conform.row_places import AT, PART, part_start, places, row_number
from salesperf.sources.rows.raw import RawTable

ROWS = pl.DataFrame({"amount": [5, 6, 7]}, schema_overrides={"amount": pl.Int64}).with_columns(
    pl.Series(PART, [0, 0, 1], dtype=pl.UInt32)
)


def test_rows_are_counted_within_their_part() -> None:
    assert places(ROWS)[AT].to_list() == [0, 1, 0]


def test_a_part_starts_where_those_before_it_end() -> None:
    assert [part_start(ROWS, part) for part in (0, 1)] == [0, 2]


def test_a_row_has_the_number_that_the_file_shows(
    write_text: Callable[..., Path], read_one: Callable[..., RawTable]
) -> None:
    raw = read_one(write_text("Order ID,Order Date,Amount\n1,2026-01-05,5\n,,\n2,2026-01-06,7\n"))

    assert [row_number(raw, at) for at in (0, 1)] == [2, 4]
