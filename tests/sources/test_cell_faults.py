"""Cells of workbooks that hold something else than their reader gives, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]
HEADER = ("order id", "order date", "amount", "cost")
FIRST = date(2026, 1, 5)


def _told(loaded: Loaded, code: str) -> list[tuple[int | None, str | None, str]]:
    return [(one.where.row, one.where.column, one.message) for one in loaded.issues if one.code == code]


def test_an_error_where_an_amount_is_needed_is_named_and_its_row_set_aside(
    write_book: WriteBook, load_files: Load
) -> None:
    loaded = load_files(write_book({"S": (HEADER, (1, FIRST, 10, 4), (2, FIRST, "#N/A", 5), (3, FIRST, "=C2*2", 6))}))

    assert _told(loaded, "R301") == [
        (3, "amount", "the cell holds the Excel error #N/A"),
        (4, "amount", "the cell holds a formula without a stored result"),
    ]
    assert loaded.accounts[0].quarantined == 2
    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal(10)]


def test_an_error_in_a_column_nobody_asked_for_is_told_once(write_book: WriteBook, load_files: Load) -> None:
    loaded = load_files(write_book({"S": (HEADER, (1, FIRST, 10, "#DIV/0!"), (2, FIRST, 20, 5))}))

    assert [one.code for one in loaded.issues] == ["R123"]
    assert loaded.bundle.tables["orders"].frame["cost"].to_list() == [None, Decimal(5)]


def test_an_error_in_the_discount_spoils_the_amount_that_comes_from_it(write_book: WriteBook, load_files: Load) -> None:
    header = ("order id", "order date", "quantity", "unit price", "discount")
    loaded = load_files(write_book({"S": (header, (1, FIRST, 2, 10, 1), (2, FIRST, 2, 10, "#REF!"))}))

    # 2 x 10 - 1; the second is not 20.
    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal(19)]
    assert _told(loaded, "R301") == [(3, "discount", "the cell holds the Excel error #REF!")]


def test_the_right_cell_is_named_below_rows_that_are_no_data(write_book: WriteBook, load_files: Load) -> None:
    rows = (HEADER, (1, FIRST, 10, 4), ("Total", None, "#REF!", 4), (2, FIRST, 20, 4), (3, FIRST, "#N/A", 5))

    loaded = load_files(write_book({"S": rows}, at=(4, 2)))

    assert _told(loaded, "R301") == [(8, "amount", "the cell holds the Excel error #N/A")]
