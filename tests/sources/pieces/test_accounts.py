"""Every file has its account, whether its rows were loaded or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_a_file_that_is_not_recognised_has_its_rows_counted_and_said(
    write_text: Write, load_files: Load, tmp_path: Path
) -> None:
    write_text("order id,order date,amount\n1,2026-01-05,10\n2,2026-01-06,7\n", "orders.csv")
    write_text("wish,whose\nsun,Ann\nrain,Bo\n,\n", "wishes.csv")

    orders, wishes = load_files(tmp_path).accounts

    assert (orders.table, orders.rows, orders.loaded) == ("orders", 2, 2)
    assert (wishes.table, wishes.rows, wishes.loaded, wishes.dropped) == (None, 3, 0, {"blank": 1})
    assert wishes.note is not None
    assert wishes.note.en == "not recognised"
