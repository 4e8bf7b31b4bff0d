"""Sales whose sheet, title or file is named by the month, and tables that look like them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_HEADER = ["客户", "业务员", "产品", "数量", "金额"]


def _sales(loaded: Loaded) -> list[tuple[date, int]]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame.select("order_date", "amount").rows()


def test_sheets_named_by_month_say_the_month_of_their_rows(write_book: Write, load_files: Load) -> None:
    rows = [["甲", "老王", "A", 1, 100], ["乙", "老李", "A", 2, 200]]

    loaded = load_files(
        write_book({"2025年1月": [_HEADER, *rows], "2025年2月": [_HEADER, ["甲", "老王", "B", 3, 300]]})
    )

    assert _sales(loaded) == [(date(2025, 1, 1), 100), (date(2025, 1, 1), 200), (date(2025, 2, 1), 300)]
    assert any("没有日期列" in note.zh for note in loaded.bundle.notes)


def test_the_year_of_months_may_stand_in_the_file(write_book: Write, load_files: Load) -> None:
    sheets = {name: [["Customer", "Rep", "Sales"], ["Ann", "Kim", 10]] for name in ("Jan", "Feb")}

    assert _sales(load_files(write_book(sheets, name="Team sales 2024.xlsx"))) == [
        (date(2024, 1, 1), 10),
        (date(2024, 2, 1), 10),
    ]


def test_a_file_named_by_month_must_speak_of_sales(write_text: Write, load_files: Load) -> None:
    rows = "Customer,Rep,Amount\nAnn,Kim,10\n"

    assert _sales(load_files(write_text(rows, name="March 2024.csv"))) == []
    assert _sales(load_files(write_text(rows, name="Sales March 2024.csv"))) == [(date(2024, 3, 1), 10)]


@pytest.mark.parametrize(
    ("sheet", "header", "row"),
    [
        ("2025年1月", ["姓名", "部门", "底薪", "金额"], ["老王", "一部", 5000, 6000]),
        ("2025年1月", ["客户", "业务员", "期初余额", "金额"], ["甲", "老王", 10, 20]),
        ("2025年1月应收", ["客户", "业务员", "金额"], ["甲", "老王", 20]),
        ("2025年1月目标", ["客户", "业务员", "金额"], ["甲", "老王", 20]),
        ("2025年1月", ["产品", "规格", "单价"], ["A", "10kg", 20]),
    ],
)
def test_what_is_not_sold_is_not_dated(
    write_book: Write, load_files: Load, sheet: str, header: list[str], row: list[object]
) -> None:
    assert _sales(load_files(write_book({sheet: [header, row]}, name="book.xlsx"))) == []


def test_days_that_cannot_be_read_are_a_fault_and_not_of_the_month(write_book: Write, load_files: Load) -> None:
    rows = [["日期", "客户", "金额"], ["月初", "甲", 10], ["月底", "乙", 20]]

    loaded = load_files(write_book({"2025年1月": rows}))

    assert _sales(loaded) == []
    assert [one.code for one in loaded.issues] == ["R208"]


@pytest.mark.parametrize(
    "title", ["Sales January - March 2026", "Sales January and February 2026", "2026年1-3月销售明细"]
)
def test_rows_under_a_title_of_several_months_are_of_none_and_told(
    title: str, write_book: Write, load_files: Load
) -> None:
    rows = [[title], ["Customer", "Rep", "Product", "Amount"], ["Ann", "Kim", "Pen", 100], ["Bo", "Lee", "Ink", 50]]

    loaded = load_files(write_book({"S": rows}))

    assert _sales(loaded) == []
    (told,) = [one for one in loaded.issues if one.code == "R218"]
    assert told.message == (
        "2 rows not counted (150.00 in all): no column says the day or the month, and the title is of several months"
    )


def test_a_column_of_months_under_such_a_title_is_enough(write_book: Write, load_files: Load) -> None:
    rows = [["Sales January - March 2026"], ["Month", "Customer", "Rep", "Amount"], ["2026-02", "Ann", "Kim", 100]]

    loaded = load_files(write_book({"S": [*rows, ["2026-03", "Bo", "Lee", 50]]}))

    assert _sales(loaded) == [(date(2026, 2, 1), 100), (date(2026, 3, 1), 50)]
    assert [one.code for one in loaded.issues if one.code == "R218"] == []


def test_a_list_of_customers_in_a_file_of_such_a_name_is_not_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Customer,Region\nAnn,North\nBo,South\n", name="Sales Jan-Mar 2026.csv"))

    assert [one.code for one in loaded.issues if one.code == "R218"] == []
