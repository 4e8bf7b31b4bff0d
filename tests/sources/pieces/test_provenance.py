from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl

from salesperf.sources.loaded import Loaded
from salesperf.tables.schema import FILE, ROW

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_where_rows_came_from_is_kept_on_request(write_text: Write, load_files: Load) -> None:
    first = write_text("order id,order date,amount\n1,2026-01-05,5\n2,,6\n3,2026-01-06,7\n", "a.csv")
    second = write_text("order id,order date,amount\n4,2026-02-05,5\n", "b.csv")

    frame = load_files(first, second, provenance=True).bundle.tables["orders"].frame

    assert frame.select("order_id", pl.col(FILE).cast(pl.String), ROW).rows() == [
        ("1", "a.csv", 2),
        ("3", "a.csv", 4),
        ("4", "b.csv", 2),
    ]
