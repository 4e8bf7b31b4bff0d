"""Dates whose parts stand in columns of their own, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _days(loaded: Loaded) -> list[date]:
    table = loaded.bundle.tables.get("orders")
    return [] if table is None else table.frame["order_date"].to_list()


@pytest.mark.parametrize(
    "rows",
    [
        "年,月,日,单号,客户,金额\n2025,1,5,A1,甲,100\n2025,1,31,A2,乙,200\n2025,2,13,A3,丙,300\n",
        "年份,月份,日期,客户,金额\n2025年,1月,5日,甲,100\n2025年,1月,31日,乙,200\n2025年,2月,13日,丙,300\n",
        "Year,Month,Day,Customer,Amount\n2025,1,5,Ann,100\n2025,1,31,Bob,200\n2025,2,13,Cy,300\n",
        "Order Day,Order Month,Order Year,Customer,Amount\n5,Jan,2025,Ann,100\n31,Jan,2025,Bob,2\n13,Feb,2025,Cy,3\n",
        "OrderYear,OrderMonth,OrderDay,Customer,Amount\n2025.0,1.0,5.0,Ann,1\n2025.0,1.0,31.0,B,2\n2025.0,2.0,13.0,Cy,3\n",
    ],
)
def test_year_month_and_day_are_one_date(rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(rows))

    assert _days(loaded) == [date(2025, 1, 5), date(2025, 1, 31), date(2025, 2, 13)]
    assert any("put together from" in note.en for note in loaded.bundle.notes)


def test_numbers_of_a_workbook_are_one_date(write_book: Write, load_files: Load) -> None:
    rows = [["年", "月", "日", "客户", "金额"], [2025, 1, 5, "甲", 100], [2025, 12, 31, "乙", 200]]

    assert _days(load_files(write_book({"S": rows}))) == [date(2025, 1, 5), date(2025, 12, 31)]


def test_year_and_month_are_a_month(write_text: Write, load_files: Load) -> None:
    rows = "Year,Month,Customer,Rep,Net Sales\n2024,1,Ann,Kim,100\n2024,2,Ann,Kim,150\n2024,2,Bob,Lou,90\n"

    loaded = load_files(write_text(rows))

    assert _days(loaded) == [date(2024, 1, 1), date(2024, 2, 1), date(2024, 2, 1)]
    assert "order_date" in loaded.bundle.tables["orders"].by_month


@pytest.mark.parametrize(
    "rows",
    [
        "Order Date,Year,Month,Day,Customer,Amount\n2025-03-01,2025,3,2,Ann,1\n2025-03-04,2025,3,5,Bob,2\n",
        "日期,年,月,日,客户,金额\n2025-03-01,2025,3,2,甲,1\n2025-03-04,2025,3,5,乙,2\n",
        "Created,Year,Month,Customer,Amount\n2025-03-01,2025,3,Ann,1\n2025-03-04,2025,3,Bob,2\n",
    ],
)
def test_a_date_of_its_own_goes_before_its_parts(rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(rows))

    assert _days(loaded) == [date(2025, 3, 1), date(2025, 3, 4)]
    assert not any("put together" in note.en for note in loaded.bundle.notes)


def test_a_day_that_no_month_has_is_told_by_its_cell(write_text: Write, load_files: Load) -> None:
    rows = "年,月,日,客户,金额\n" + "".join(f"2025,1,{day},甲,10\n" for day in range(1, 29)) + "2025,2,30,乙,20\n"

    loaded = load_files(write_text(rows))

    assert [(one.code, one.value) for one in loaded.issues if one.severity.value == "error"] == [("R301", "2025-02-30")]


def test_years_of_a_fiscal_calendar_say_no_month(write_text: Write, load_files: Load) -> None:
    rows = "Fiscal Year,Month,Customer,Amount\n2025,1,Ann,100\n2025,2,Bob,200\n"

    assert _days(load_files(write_text(rows))) == []


def test_how_long_something_lasted_is_no_part_of_a_date(write_text: Write, load_files: Load) -> None:
    rows = "Date,Customer,Model Year,Month,Amount\n2025-03-01,Ann,2019,7,10\n2025-03-02,Bob,2020,8,20\n"

    assert _days(load_files(write_text(rows))) == [date(2025, 3, 1), date(2025, 3, 2)]


@pytest.mark.parametrize(
    "rows",
    [
        "Year,Quarter,Region,Rep,Sales\n2023,Q4,N,Kim,100\n2024,Q1,N,Kim,150\n2024,Q1,S,Lou,90\n",
        "年份,季度,区域,业务员,销售额\n2023,第四季度,北,张,100\n2024,一季度,北,张,150\n2024,1季度,南,李,90\n",
        "Year,Qtr,Customer,Sales\n2023,4,Ann,100\n2024,1,Ann,150\n2024,1,Bob,90\n",
    ],
)
def test_year_and_quarter_are_a_quarter(rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(rows))

    assert _days(loaded) == [date(2023, 10, 1), date(2024, 1, 1), date(2024, 1, 1)]
    assert loaded.bundle.tables["orders"].by_month == {"order_date": 3}
    assert any("quarters and years are right" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Year,Quarter,Total Market Size,Largest Competitor Sales\n2026,Q1,600000,150000\n2026,Q2,620000,160000\n",
            ["2026-Q1", "2026-Q2"],
        ),
        ("年份,月份,市场规模\n2026,1,100000\n2026,2,200000\n", ["2026-01", "2026-02"]),
        ("年度,市场规模\n2025,100000\n2026,200000\n", ["2025", "2026"]),
    ],
)
def test_a_market_is_of_the_year_and_its_quarter_or_month(
    text: str, periods: list[str], write_text: Write, load_files: Load
) -> None:
    orders = write_text("Order ID,Order Date,Amount\n1,2026-01-31,1000\n", "orders.csv")

    loaded = load_files(orders, write_text(text, "market.csv"))

    assert loaded.bundle.tables["market"].frame["period"].to_list() == periods
