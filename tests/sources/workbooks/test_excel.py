from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from salesperf.core.errors import UsageError

HEADER = ("order_id", "date", "rep", "amount")
ROWS = (
    HEADER,
    (1, datetime(2024, 1, 5), "Ann", 10.5),  # noqa: DTZ001
    (2, datetime(2024, 1, 6), "Bo", 20),  # noqa: DTZ001
)


def _rows(table: Any) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = table.frame.collect().rows()
    return rows


def test_cells_keep_their_types(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": ROWS}))

    assert table.header == HEADER
    assert _rows(table) == list(ROWS[1:])
    assert dict(table.frame.collect_schema()) == {
        "order_id": pl.Float64,
        "date": pl.Datetime("ms"),
        "rep": pl.String,
        "amount": pl.Float64,
    }
    assert (table.sheet, table.rows, table.layout.header_row, table.layout.first_row) == ("Orders", 2, 1, 2)


def test_the_table_may_stand_anywhere_in_the_sheet(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": ROWS}, at=(6, 4)))

    assert _rows(table) == list(ROWS[1:])
    assert (table.layout.header_row, table.layout.first_row) == (6, 7)


def test_titles_above_do_not_make_text_of_numbers(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": (("2024年销售明细",), (), *ROWS)}, at=(3, 2)))

    assert _rows(table) == list(ROWS[1:])
    assert table.layout.dropped == {"title": 1, "blank": 1}
    assert (table.layout.header_row, table.layout.first_row) == (5, 6)


def test_totals_and_blank_rows_do_not_make_text_of_numbers(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": (*ROWS, (), (3, None, "Cy", 5.25), ("合计", None, None, 35.75))}))

    assert _rows(table) == [*ROWS[1:], (3.0, None, "Cy", 5.25)]
    assert table.layout.dropped == {"blank": 1, "total": 1}
    assert table.row_numbers == (2, 3, 5)


def test_ids_kept_as_text_stay_text_beside_a_total(write_book: Any, read_one: Any) -> None:
    rows = (
        ("id", "long_id", "amount"),
        ("007", "12345678901234567", 1),
        ("010", "12345678901234568", 2),
        ("合计", None, 3),
    )

    table = read_one(write_book({"S": rows}))

    assert _rows(table) == [("007", "12345678901234567", 1.0), ("010", "12345678901234568", 2.0)]


def test_words_for_nothing_in_a_column_of_numbers_are_nothing(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"S": (("id", "amount"), ("a", 1), ("b", "N/A"), ("c", "nan"))}))

    assert table.frame.collect()["amount"].to_list() == [1.0, None, None]


def test_columns_without_name_and_value_are_not_the_tables(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": (("id", None, "amount"), (1, None, 10), (2, None, 20))}))

    assert table.header == ("id", "amount")


def test_a_column_of_several_types_comes_as_text(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"Orders": (("id", "amount"), (1, 10.5), (2, "open"), (3, 7))}))

    assert table.frame.collect()["amount"].to_list() == ["10.5", "open", "7"]


def test_repeated_empty_and_dated_header_cells_are_told(write_book: Any, read_one: Any) -> None:
    rows = (("rep", "amount", "amount", None, date(2024, 1, 1)), ("Ann", 1, 2, 3, 4), ("Bo", 1, 2, 3, 4))

    table = read_one(write_book({"Targets": rows}))

    assert table.header == ("rep", "amount", "amount_2", "column_4", "2024-01-01")
    assert [issue.code for issue in table.issues] == ["R115"]


def test_a_column_really_named_with_a_number_keeps_its_name(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"S": (("id", "amount", "amount_1"), ("a", 1, 2))}))

    assert table.header == ("id", "amount", "amount_1")


def test_each_visible_sheet_is_a_table_and_the_rest_are_named(write_book: Any, read: Any) -> None:
    book = write_book({"Jan": ROWS, "Feb": ROWS, "Empty": (), "Secret": ROWS}, hidden=("Secret",))

    tables, issues, left_out = read(book)

    assert [table.sheet for table in tables] == ["Jan", "Feb"]
    assert [(left.sheet, left.reason) for left in left_out] == [("Empty", "empty"), ("Secret", "hidden")]
    assert [issue.code for issue in issues] == ["R126", "R126"]


def test_a_sheet_named_is_read_alone_even_when_hidden(write_book: Any, read: Any) -> None:
    book = write_book({"Jan": ROWS, "Secret": ROWS}, hidden=("Secret",))

    tables, _, left_out = read(book, sheet="Secret")

    assert [table.sheet for table in tables] == ["Secret"]
    assert [(left.sheet, left.reason) for left in left_out] == [("Jan", "other_sheet")]


def test_a_sheet_that_is_not_there_suggests(write_book: Any, read: Any) -> None:
    with pytest.raises(UsageError) as caught:
        read(write_book({"Orders": ROWS}), sheet="Order")

    assert caught.value.hint == "did you mean 'Orders'?"


def test_a_header_row_named_is_counted_as_the_sheet_shows_it(write_book: Any, read_one: Any) -> None:
    rows = (("a", "b"), ("id", "amount"), (1, 2))

    table = read_one(write_book({"S": rows}, at=(4, 1)), header_row=5)

    assert table.header == ("id", "amount")
    assert table.layout.header_row == 5


def test_error_cells_are_told_by_column(tmp_path: Path, read_one: Any) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("id", "amount"), (1, 10), (2, "#N/A"), (3, 30), (4, "#DIV/0!")):
        sheet.append(row)
    path = tmp_path / "errors.xlsx"
    book.save(path)

    table = read_one(path)

    (fault,) = [issue for issue in table.issues if issue.code == "R123"]
    assert (fault.where.column, fault.where.row, fault.count, fault.value) == ("amount", 3, 2, "#N/A")
    assert "B3, B5" in fault.message
    assert table.frame.collect()["amount"].to_list() == [10.0, None, 30.0, None]


def test_formulas_without_a_result_are_told_by_column(write_book: Any, read_one: Any) -> None:
    table = read_one(write_book({"S": (("id", "amount"), (1, 10), (2, "=B2*2"))}))

    (fault,) = [issue for issue in table.issues if issue.code == "R124"]
    assert (fault.where.column, fault.where.row, fault.count) == ("amount", 3, 1)


def test_dates_of_the_1904_system_read_as_excel_shows_them(tmp_path: Path, read_one: Any) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(("id", "date"))
    book.active.append((1, datetime(2024, 1, 5)))  # noqa: DTZ001
    path = tmp_path / "mac.xlsx"
    book.save(path)

    table = read_one(path)

    assert table.layout.date1904
    assert table.frame.collect()["date"].to_list() == [datetime(2024, 1, 5)]  # noqa: DTZ001


def test_a_workbook_behind_standard_input_is_read(write_book: Any, read: Any) -> None:
    content = write_book({"Orders": ROWS}).read_bytes()

    tables, issues, _ = read("-", stdin=content)

    assert issues == ()
    assert _rows(tables[0]) == list(ROWS[1:])


def test_a_damaged_workbook_is_an_error(tmp_path: Path, write_book: Any, read: Any) -> None:
    content = write_book({"Orders": ROWS}).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(content[: len(content) // 2])

    _, issues, left_out = read(path)

    assert [issue.code for issue in issues] == ["R122"]
    assert [left.reason for left in left_out] == ["unreadable"]
