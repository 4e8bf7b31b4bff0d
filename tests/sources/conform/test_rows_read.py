"""What is kept of rows that were read."""

from __future__ import annotations

import polars as pl

from salesperf.sources.conform.row_places import AT, PART
from salesperf.sources.conform.rows_read import CELL, Rows, only


def test_cells_that_are_found_wrong_later_join_those_that_cannot_be_read() -> None:
    rows = Rows(pl.DataFrame({"amount": [1, 2, 3]}), ())

    rows.spoil("amount", 0, {1: "x"})
    rows.spoil("amount", 1, {0: "y", 2: "z"})

    assert rows.unread["amount"].select(PART, AT, CELL).rows() == [(0, 1, "x"), (1, 0, "y"), (1, 2, "z")]


def test_only_the_columns_named_are_kept_in_their_order() -> None:
    frame = pl.DataFrame({"a": [1], "b": [2], "c": [3]})

    assert only(frame, ["c", "a"]).rows(named=True) == [{"c": 3, "a": 1}]
