"""Sales summed up by the month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
BY_DAY = "order_id,order_date,rep_name,amount\n1,2026-01-05,Ann,100\n2,2026-02-06,Ann,250\n"
BY_MONTH = "month,rep_name,amount\n2026-01,Ann,100\n2026-02,Ann,250\n"


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Month", "202501", "202502"),
        ("Date", "202501", "202502"),
        ("Month", "Jan-25", "Feb-25"),
        ("Date", "Jan-25", "Feb-25"),
        ("年月", "2025年1月", "2025年2月"),
        ("期间", "2025-01", "2025-02"),
        ("日期", "2025/1", "2025/2"),
    ],
)
def test_a_month_stands_on_its_first_day_and_reaches_to_its_last(
    write_text: Write, load_files: Load, header: str, first: str, second: str
) -> None:
    path = write_text(f"{header},客户,业务员,金额\n{first},甲公司,张三,100\n{second},乙公司,李四,200\n")

    loaded = load_files(path)

    table = loaded.bundle.tables["orders"]
    assert loaded.issues == ()
    assert table.frame["order_date"].to_list() == [date(2025, 1, 1), date(2025, 2, 1)]
    assert (table.by_month, table.data_through) == ({"order_date": 1}, date(2025, 2, 28))
    assert [note.en for note in loaded.bundle.notes if "says the month of each row" in note.en]


def test_ids_of_six_digits_stay_ids(write_text: Write, load_files: Load) -> None:
    path = write_text("Order ID,Period,Customer ID,Amount\n202501,202501,202503,10\n202502,202502,202504,20\n")

    frame = load_files(path).bundle.tables["orders"].frame

    assert frame["order_id"].to_list() == ["202501", "202502"]
    assert frame["customer_id"].to_list() == ["202503", "202504"]


def test_one_month_among_days_is_an_unreadable_day(write_text: Write, load_files: Load) -> None:
    path = write_text("Date,Customer,Amount\n2025-01-05,A,10\n2025-02,B,20\n2025-03-05,B,30\n")

    (fault,) = load_files(path).issues

    assert (fault.code, fault.value) == ("R301", "2025-02")


@pytest.mark.parametrize(
    "cells", [("Jan-05", "Jan-17", "Feb-02"), ("2025.09", "2025.1", "2025.11"), ("Jan", "Feb", "Mar")]
)
def test_what_may_be_another_month_or_a_day_is_not_taken_for_a_month(
    write_text: Write, load_files: Load, cells: tuple[str, ...]
) -> None:
    rows = "".join(f"{cell},A,{place}\n" for place, cell in enumerate(cells, start=1))
    path = write_text(f"Date,Customer,Amount\n{rows}")

    assert "orders" not in load_files(path).bundle.tables


def test_the_period_of_a_fiscal_year_is_no_calendar_month(write_text: Write, load_files: Load) -> None:
    path = write_text("Fiscal Period,Rep,Revenue\n202501,Bob,100\n")

    assert "orders" not in load_files(path).bundle.tables


def test_sums_by_month_beside_sales_by_the_day_are_left_out_and_told(write_text: Write, load_files: Load) -> None:
    days, months = write_text(BY_DAY, name="orders.csv"), write_text(BY_MONTH, name="months.csv")

    loaded = load_files(days, months)

    assert loaded.bundle.tables["orders"].frame["order_id"].to_list() == ["1", "2"]
    (fault,) = loaded.issues
    assert (fault.code, fault.where and fault.where.file) == ("R211", "months.csv")
    assert fault.hint == (
        "if these are other sales, put into salesperf.toml:\n"
        '[[table]]\nname = "orders"\nfiles = ["months.csv"]\ncolumns = { order_date = "month" }'
    )


def test_the_cure_of_one_sheet_keeps_the_others_in(write_book: Callable[..., Path], load_files: Load) -> None:
    sheets = {"Days": [line.split(",") for line in BY_DAY.split()], "Months": [x.split(",") for x in BY_MONTH.split()]}

    (fault,) = load_files(write_book(sheets, "book.xlsx")).issues

    tables = fault.hint.split("[[table]]")[1:]
    assert ['sheet = "Months"' in tables[0], 'sheet = "Days"' in tables[1]] == [True, True]


def test_the_cure_counts_both(write_text: Write, load_files: Load) -> None:
    days, months = write_text(BY_DAY, name="orders.csv"), write_text(BY_MONTH, name="months.csv")
    told = ReadOptions(tables=(TableOptions("orders", ("months.csv",), columns={"order_date": "month"}),))

    loaded = load_files(days, months, options=told)

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 700


def test_lines_without_their_orders_are_sales_of_the_months_they_say(write_text: Write, load_files: Load) -> None:
    path = write_text("Order ID,Period,Customer,Amount\nA1,202501,A,10\nA1,202501,A,5\nA2,202502,B,20\n")

    frame = load_files(path).bundle.tables["orders"].frame

    assert frame["order_date"].to_list() == [date(2025, 1, 1), date(2025, 1, 1), date(2025, 2, 1)]


def test_lines_take_the_day_of_their_orders_not_their_month(write_text: Write, load_files: Load) -> None:
    orders = write_text("order_id,order_date,customer\n1,2025-01-03,A\n2,2025-02-04,B\n", name="orders.csv")
    lines = write_text("order_id,month,sku,amount\n1,2025-01,P,10\n2,2025-02,P,20\n", name="lines.csv")

    frame = load_files(orders, lines).bundle.tables["orders"].frame

    assert frame["order_date"].to_list() == [date(2025, 1, 3), date(2025, 2, 4)]
