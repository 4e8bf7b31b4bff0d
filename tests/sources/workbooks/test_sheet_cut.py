from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from salesperf.sources.headers.blocks import Block
from salesperf.sources.headers.layout import Head
from salesperf.sources.loaded import Loaded
from salesperf.sources.no_data.rows_of_no_data import without_rows_of_no_data
from salesperf.sources.workbooks.sheet_cut import Cut, all_cells, cut_of_block, may_be_parted
from salesperf.sources.workbooks.sheet_grid import SheetGrid


def _cut(rows: list[tuple[str | None, str | None]], kept: tuple[int, ...] = (0, 1), **dropped: int) -> Cut:
    frame = pl.DataFrame(rows, schema=["id", "name"], orient="row")
    grid = SheetGrid(("id", "name"), (1, 2), frame)
    return Cut(Head(0, 1, dropped, ()), grid, ("id", "name"), kept, ("id", "name"), (), 2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("1", "a"), ("2", "b")], False),
        ([("1", "a"), (None, None), ("2", "b")], True),
        ([("1", "a"), (None, None), (None, None)], False),
        ([("1", "a"), (None, None), ("Total", None)], False),
    ],
)
def test_only_a_blank_row_with_rows_below_it_may_part_tables(
    rows: list[tuple[str | None, str | None]], *, expected: bool
) -> None:
    cut = _cut(rows)
    cleaned = without_rows_of_no_data(cut.grid.rows, header=cut.header, first_row=2)

    assert may_be_parted(cut, cleaned) is expected


def test_an_empty_column_and_many_titles_may_part_tables_too() -> None:
    rows: list[tuple[str | None, str | None]] = [("1", "a")]
    cleaned = without_rows_of_no_data(_cut(rows).grid.rows, header=("id", "name"), first_row=2)

    assert may_be_parted(_cut(rows, kept=(0, 2)), cleaned)
    assert may_be_parted(_cut(rows, title=3, blank=1), cleaned)
    assert not may_be_parted(_cut(rows, title=1, blank=1), cleaned)


def test_a_block_is_cut_with_its_columns_and_rows() -> None:
    cells = [["", "", ""], ["x", "id", "amount"], ["", "7", "1.5"]]
    grid = SheetGrid(("", "", ""), (2, 3, 4), pl.DataFrame())

    cut = cut_of_block(Block(1, 3, 1, 3), cells, grid, first=5)

    assert (cut.names, cut.first_data) == (("id", "amount"), 7)
    assert cut.by_number == {3: "id", 4: "amount"}
    assert cut.rows_of(cut.grid).rows() == [("7", "1.5")]


def test_cells_are_texts_that_come_back_letter_by_letter() -> None:
    rows = pl.DataFrame({"a": ["x", None], "b": [datetime(2026, 1, 5), None], "c": [1.5, 2.0]})  # noqa: DTZ001

    assert all_cells(SheetGrid(("", "", ""), (1, 2, 3), rows)) == [["x", "2026-01-05 00:00:00", "1.5"], ["", "", "2.0"]]


@pytest.mark.parametrize("column", [2, 3, 5])
def test_a_table_that_begins_right_of_its_title_keeps_its_names(
    column: int, tmp_path: Path, load_files: Callable[..., Loaded]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"] = "Sales of January", "Exported by", "Ann"
    rows = [["Order", "Date", "Customer", "Amount"], ["A1", "2025-01-05", "C", 100], ["A2", "2025-01-06", "D", 50]]
    for down, row in enumerate(rows):
        for right, cell in enumerate(row):
            sheet.cell(4 + down, column + right, cell)
    book.save(tmp_path / "sales.xlsx")

    orders = load_files(tmp_path / "sales.xlsx").bundle.tables["orders"].frame

    assert orders["order_id"].to_list() == ["A1", "A2"]
    assert orders["customer_name"].to_list() == ["C", "D"]
    assert orders["amount"].to_list() == [100, 50]
