"""Cells merged down a column of a workbook, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from salesperf.sources.loaded import Loaded

Load = Callable[..., Loaded]
_DAY = date(2025, 1, 5)


def _book(path: Path, rows: Sequence[Sequence[object]], merges: Sequence[str]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merges:
        sheet.merge_cells(cells)
    book.save(path / "sales.xlsx")
    return path / "sales.xlsx"


def _orders(loaded: Loaded) -> pl.DataFrame:
    return loaded.bundle.tables["orders"].frame


def test_every_row_of_a_merge_has_its_name_its_number_and_its_day(tmp_path: Path, load_files: Load) -> None:
    rows = (
        ("Order No", "Date", "Customer", "Rep", "Amount"),
        (1001, _DAY, "X", "Ann", 10),
        (None, None, None, None, 20),
        (1002, date(2025, 1, 6), "Y", "Bob", 30),
    )

    loaded = load_files(_book(tmp_path, rows, ["A2:A3", "B2:B3", "C2:C3", "D2:D3"]))

    frame = _orders(loaded)
    assert frame["order_id"].to_list() == ["1001", "1001", "1002"]
    assert frame["rep_name"].to_list() == ["Ann", "Ann", "Bob"]
    assert frame["order_date"].to_list() == [_DAY, _DAY, date(2025, 1, 6)]
    assert [(one.code, one.count) for one in loaded.issues] == [("R139", 4)]


def test_merges_end_at_subtotals_and_begin_below_titles(tmp_path: Path, load_files: Load) -> None:
    rows = (
        ("2025年1月销售明细",),
        ("区域", "业务员", "日期", "单号", "金额"),
        ("华东", "小王", _DAY, "A1", 100),
        (None, None, _DAY, "A2", 200),
        ("华东小计", None, None, None, 300),
        ("华北", "小赵", _DAY, "A4", 50),
        (None, "小钱", _DAY, "A5", 60),
        ("合计", None, None, None, 410),
    )
    merges = ["A1:E1", "A3:A4", "B3:B4", "A5:D5", "A6:A7"]

    frame = _orders(load_files(_book(tmp_path, rows, merges)))

    assert frame.select("region", "rep_name", "amount").rows() == [
        ("华东", "小王", 100), ("华东", "小王", 200), ("华北", "小赵", 50), ("华北", "小钱", 60),
    ]  # fmt: skip


@pytest.mark.parametrize(("header", "ids"), [("商品", ("蛋糕", "面包", "面包")), ("订单号", ("A1", "A1", "A2"))])
def test_an_amount_merged_over_rows_counts_once(
    header: str, ids: tuple[str, ...], tmp_path: Path, load_files: Load
) -> None:
    rows = [("日期", "客户", header, "商品名称", "数量", "金额")]
    rows += [(_DAY, "甲", one, "丙", 1, amount) for one, amount in zip(ids, (150, None, 100), strict=True)]

    loaded = load_files(_book(tmp_path, rows, ["F2:F3"]))

    assert _orders(loaded)["amount"].sum() == 250
    assert not any(one.code == "R303" for one in loaded.issues)


def test_a_price_or_a_quantity_that_is_merged_is_left_as_it_stands(tmp_path: Path, load_files: Load) -> None:
    rows = (("日期", "单号", "客户", "数量", "金额"), (_DAY, "A1", "甲", 3, 10), (_DAY, "A2", "甲", None, 20))

    loaded = load_files(_book(tmp_path, rows, ["D2:D3"]))

    assert _orders(loaded)["quantity"].to_list() == [3, None]
    assert loaded.issues == ()


def test_empty_cells_that_are_not_merged_stay_empty(tmp_path: Path, load_files: Load) -> None:
    rows = (
        ("日期", "单号", "客户", "业务员", "金额"),
        (_DAY, "A1", "甲", "小王", 10),
        (_DAY, "A2", "乙", None, 20),
        (_DAY, "A3", "丙", None, 30),
    )

    assert _orders(load_files(_book(tmp_path, rows, ["D2:D3"])))["rep_name"].to_list() == ["小王", "小王", None]
