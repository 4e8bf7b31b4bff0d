"""Cells of workbooks that hold something other than their reader gives, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl

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


def _formatted(path: Path, formats: dict[str, str]) -> Path:
    book = openpyxl.load_workbook(path)
    for address, code in formats.items():
        book.active[address].number_format = code
    book.save(path)
    return path


def test_a_share_among_amounts_is_named_and_its_row_set_aside(write_book: WriteBook, load_files: Load) -> None:
    rows = (HEADER, (1, FIRST, 10, 4), (2, FIRST, 0.5, 5), (3, FIRST, 0.125, 6), (4, FIRST, None, 6))
    path = _formatted(write_book({"S": rows}, at=(2, 2)), {"D4": "0%", "D5": "0.0%", "D6": "0%"})

    loaded = load_files(path)

    assert _told(loaded, "R301") == [
        (4, "amount", "'50%' is a share, not a number"),
        (5, "amount", "'12.5%' is a share, not a number"),
    ]
    # The fourth is empty, whatever its format.
    assert [one.where.row for one in loaded.issues if one.code == "R303"] == [6]
    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal(10)]


def test_a_share_in_a_column_nobody_asked_for_is_emptied_and_told(write_book: WriteBook, load_files: Load) -> None:
    path = _formatted(write_book({"S": (HEADER, (1, FIRST, 10, 0.4), (2, FIRST, 20, 5))}), {"D2": "0%"})

    loaded = load_files(path)

    assert _told(loaded, "R302") == [(2, "cost", "'40%' is a share, not a number")]
    assert loaded.bundle.tables["orders"].frame["cost"].to_list() == [None, Decimal(5)]


def test_a_discount_may_be_a_share(write_book: WriteBook, load_files: Load) -> None:
    header = ("order id", "order date", "quantity", "unit price", "discount")
    path = _formatted(
        write_book({"S": (header, (1, FIRST, 2, 10, 0.25), (2, FIRST, 1, 10, 0))}), {"E2": "0%", "E3": "0%"}
    )

    loaded = load_files(path)

    # 20 less a quarter, and 10
    assert loaded.bundle.tables["orders"].frame["amount"].to_list() == [Decimal(15), Decimal(10)]
    assert loaded.issues == ()


def test_shares_in_two_files_of_one_header_are_each_in_their_place(write_book: WriteBook, load_files: Load) -> None:
    first = write_book({"S": (HEADER, (1, FIRST, 10.5, 4), (2, FIRST, 20.5, 5))}, "jan.xlsx")
    second = write_book({"S": (HEADER, (3, FIRST, 30.5, 4), (4, FIRST, 0.5, 5))}, "feb.xlsx")
    _formatted(second, {"C3": "0%"})

    loaded = load_files(first, second)

    (found,) = [one for one in loaded.issues if one.code == "R301"]
    assert (found.where.file, found.where.row) == ("feb.xlsx", 3)
    assert sorted(loaded.bundle.tables["orders"].frame["amount"]) == [Decimal("10.5"), Decimal("20.5"), Decimal("30.5")]
