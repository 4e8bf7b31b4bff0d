"""Counts in words among numbers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def test_they_are_numbers_of_a_quantity_and_told(write_text: Write, load_files: Load) -> None:
    lines = [f"{at},2026-01-{at:02d},{at},5,{5 * at}\n" for at in range(3, 21)]
    first = "1,2026-01-01,One,5,5\n2,2026-01-02,二,5,10\n"
    path = write_text("".join(["Order,Date,Qty,Price,Amount\n", first, *lines]))

    loaded = load_files(path)

    assert loaded.bundle.tables["orders"].frame["quantity"].to_list() == list(range(1, 21))
    [told] = [issue for issue in loaded.issues if issue.code == "R321"]
    assert (told.count, told.where.row, told.where.column) == (2, 2, "Qty")
    assert told.message == "'Qty': 2 cells spell a number out ('One', '二'), read as the number"


def test_each_file_gets_its_own(write_text: Write, load_files: Load) -> None:
    first = write_text("Order,Date,Qty,Amount\nA,2026-01-05,4,5\nB,2026-01-06,One,15\n", "january.csv")
    second = write_text("Order,Date,Qty,Amount\nC,2026-02-05,two,5\nD,2026-02-06,6,15\n", "february.csv")

    frame = load_files(first, second).bundle.tables["orders"].frame

    assert dict(zip(frame["order_id"], frame["quantity"], strict=True)) == {"A": 4, "B": 1, "C": 2, "D": 6}


def test_a_word_among_amounts_is_none(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Date,Amount\nA,2026-01-05,One\nB,2026-01-06,15\nC,2026-01-07,10\n"))

    assert [issue.code for issue in loaded.issues if issue.severity == "error"] == ["R301"]
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal(25)
