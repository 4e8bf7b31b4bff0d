from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from salesperf.sources.options import Limits, ReadOptions
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import RawTable, SourceFile
from salesperf.sources.workbooks.preflight import Preflight, preflight
from salesperf.sources.workbooks.sheet_grid import Workbook
from salesperf.sources.workbooks.sheet_table import tables_of_sheet

FIRST, SECOND = datetime(2026, 1, 5), datetime(2026, 1, 6)  # noqa: DTZ001 -- a workbook's dates have no zone
HEADER = ("id", "date", "amount")
ROWS = (HEADER, ("007", FIRST, 10.5), ("008", SECOND, 20))
WriteBook = Callable[..., Path]


def _table(path: Path, sheet: str = "S", *, before: Preflight | None = None, **options: object) -> RawTable | None:
    file = SourceFile(path, path.name, "", path.stat().st_size)
    told = ReadOptions(**options)  # type: ignore[arg-type]
    looked = before or preflight(path, name=path.name, limits=Limits(max_cells=10**7, max_inflated=10**9), only=None)
    tables = tables_of_sheet(Workbook(path, file), file, sheet, before=looked, options=told)
    assert len(tables) <= 1
    return tables[0] if tables else None


def _found(path: Path, **options: object) -> RawTable:
    table = _table(path, **options)  # type: ignore[arg-type]
    assert table is not None
    return table


def _rows(table: RawTable) -> list[tuple[object, ...]]:
    return table.frame.collect().rows()


def test_a_sheet_becomes_a_table_with_its_place(write_book: WriteBook) -> None:
    table = _found(write_book({"S": ROWS}, at=(3, 2)))

    assert (table.header, table.rows, table.sheet) == (HEADER, 2, "S")
    assert _rows(table) == [("007", FIRST, 10.5), ("008", SECOND, 20.0)]
    assert (table.layout.header_row, table.layout.first_row, table.row_numbers) == (3, 4, None)
    assert table.issues == ()


def test_titles_and_totals_are_dropped_and_columns_get_their_types_back(write_book: WriteBook) -> None:
    rows = (("Sales of 2026",), (), *ROWS, ("Total", None, 30.5))

    table = _found(write_book({"S": rows}))

    assert table.layout.dropped == {"title": 1, "blank": 1, "total": 1}
    assert table.frame.collect_schema()["amount"] == pl.Float64
    assert table.frame.collect_schema()["id"] == pl.String, "007 is no number"
    assert _rows(table) == [("007", FIRST, 10.5), ("008", SECOND, 20.0)]


def test_rows_behind_one_that_was_dropped_keep_their_numbers(write_book: WriteBook) -> None:
    rows = (*ROWS, ("Total", None, 30.5), ("009", SECOND, 5))

    assert _found(write_book({"S": rows})).row_numbers == (2, 3, 5)


def test_the_header_row_that_is_named_is_taken(write_book: WriteBook) -> None:
    table = _found(write_book({"S": (("a", "b", "c"), *ROWS)}, at=(2, 1)), header_row=3)

    assert (table.header, table.layout.header_row, table.layout.first_row) == (HEADER, 3, 4)


def test_a_sheet_without_header_is_told(write_book: WriteBook) -> None:
    rows = [(number, FIRST, number * 10.5) for number in range(1, 9)]

    table = _found(write_book({"S": rows}))

    assert table.header == ("column_1", "column_2", "column_3")
    assert (table.layout.header_row, table.layout.first_row, table.rows) == (None, 1, 8)
    assert [found.code for found in table.issues] == ["R116"]


@pytest.mark.parametrize("at", [(1, 1), (3, 1), (2, 3)])
def test_a_title_over_rows_without_a_header_is_no_data_wherever_it_stands(
    write_book: WriteBook, at: tuple[int, int]
) -> None:
    rows = (("销售明细",), (None,), *[(f"A{number}", "甲", 100.5 + number) for number in range(3)])

    table = _found(write_book({"S": rows}, at=at))

    assert _rows(table) == [("A0", "甲", 100.5), ("A1", "甲", 101.5), ("A2", "甲", 102.5)]
    assert table.layout.dropped == {"title": 1, "blank": 1}
    assert (table.layout.first_row, table.row_numbers) == (at[0] + 2, None)


def test_renamed_header_cells_are_told(write_book: WriteBook) -> None:
    table = _found(write_book({"S": (("id", "amount", "amount"), ("a", 1, 2), ("b", 3, 4))}))

    assert table.header == ("id", "amount", "amount_2")
    assert [(found.code, found.count) for found in table.issues] == [("R115", 1)]


def test_a_sheet_with_nothing_in_it_gives_no_table(write_book: WriteBook) -> None:
    assert _table(write_book({"S": ()})) is None


def test_error_cells_are_told_by_column_with_their_first_row(write_book: WriteBook) -> None:
    rows = (HEADER, ("a", FIRST, 1), ("b", FIRST, "#DIV/0!"), ("c", FIRST, "#DIV/0!"))

    (found,) = _found(write_book({"S": rows})).issues

    assert (found.code, found.count, found.value) == ("R123", 2, "#DIV/0!")
    assert (found.where.sheet, found.where.row, found.where.column) == ("S", 3, "amount")
    assert found.message == "2 cells with an Excel error: C3, C4"


def test_formulas_without_a_result_are_told(write_book: WriteBook) -> None:
    rows = (HEADER, ("a", FIRST, 1), ("b", FIRST, "=C2*2"))

    table = _found(write_book({"S": rows}))

    assert [(found.code, found.where.row) for found in table.issues] == [("R124", 3)]
    assert table.frame.collect()["amount"].to_list() == [1.0, None]


def test_a_sheet_of_nothing_but_errors_is_refused(write_book: WriteBook) -> None:
    with pytest.raises(Refused) as refused:
        _table(write_book({"S": (("#REF!", "#REF!"), ("#REF!", None))}))

    assert (refused.value.issue.code, refused.value.issue.where.sheet) == ("R122", "S")
    assert "every filled cell of the sheet (3)" in refused.value.issue.message


def test_a_sheet_that_reaches_beyond_the_limit_is_refused(write_book: WriteBook) -> None:
    # Three columns by three rows are nine cells.
    with pytest.raises(Refused) as refused:
        _table(write_book({"S": ROWS}), max_cells=8)

    assert refused.value.issue.code == "R121"
    assert _found(write_book({"S": ROWS}), max_cells=9).rows == 2


def test_a_format_that_tells_nothing_before_is_read_all_the_same(write_book: WriteBook) -> None:
    assert _rows(_found(write_book({"S": ROWS}, at=(3, 2)), before=Preflight())) == [
        ("007", FIRST, 10.5),
        ("008", SECOND, 20.0),
    ]


def test_dates_of_the_1904_system_are_the_days_that_excel_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "S"
    for row in ROWS:
        sheet.append(row)
    path = tmp_path / "mac.xlsx"
    book.save(path)

    table = _found(path)

    assert table.layout.date1904
    assert [row[1] for row in _rows(table)] == [FIRST, SECOND]
