"""Delivery notes beside the orders that they deliver, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]

ORDERS = "Order No,Order Date,Customer,Sales Rep,Amount\nS1,2025-01-03,C1,Bob,100\nS2,2025-01-04,C2,Ann,200\n"
NOTES = "Delivery No,Order No,Date,Customer,Sales Rep,Amount\nD1,S1,2025-01-05,C1,Bob,100\n"
ZH = "单据编号,单据日期,客户,业务员,价税合计\nA1,2025-01-03,甲,张三,100\nA2,2025-01-04,乙,李四,200\n"
ZH_NOTES = "发货单号,发货日期,客户,业务员,订单编号,价税合计\nF1,2025-01-04,甲,张三,A1,100\n"


def _net(loaded: Loaded) -> Decimal:
    return sum(loaded.bundle.tables["orders"].frame["amount"].to_list(), Decimal(0))


def _codes(loaded: Loaded) -> set[str]:
    return {one.code for one in loaded.issues} & {"R215", "R216", "R217"}


@pytest.mark.parametrize(
    ("orders", "notes", "name"),
    [
        (ORDERS, NOTES, "Delivery Notes.csv"),
        (ORDERS, NOTES.replace("Delivery No", "Ref"), "shipments.csv"),
        (ZH, ZH_NOTES, "销售发货单.csv"),
        (ZH, ZH_NOTES.replace("发货", "出库"), "10月.csv"),
    ],
)
def test_deliveries_of_the_orders_beside_them_count_once_and_are_told(
    orders: str, notes: str, name: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(orders, "orders.csv"), write_text(notes, name))

    assert (_net(loaded), _codes(loaded)) == (300, {"R215"})
    (note,) = [one.en for one in loaded.bundle.notes if "left out" in one.en]
    assert "1 row left out (100.00 in all): deliveries of the orders of orders.csv" in note
    assert f'\nfiles = ["{name}"]\ncounts_as = "sales"' in note


def test_deliveries_alone_are_sales(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(NOTES, "Delivery Notes.csv"))

    assert (_net(loaded), _codes(loaded)) == (100, set())


@pytest.mark.parametrize("row", ["D1,S9,2025-01-05,C1,Bob,100", "D1,S1,2025-01-05,C7,Bob,100"])
def test_deliveries_of_other_orders_or_customers_are_sales(row: str, write_text: Write, load_files: Load) -> None:
    notes = NOTES.splitlines()[0] + f"\n{row}\n"

    loaded = load_files(write_text(ORDERS, "orders.csv"), write_text(notes, "Delivery Notes.csv"))

    assert (_net(loaded), _codes(loaded)) == (400, set())


def test_the_user_may_count_them(write_text: Write, load_files: Load) -> None:
    told = TableOptions("orders", files=("Delivery Notes.csv",), counts_as="sales")
    paths = [write_text(ORDERS, "orders.csv"), write_text(NOTES, "Delivery Notes.csv")]

    assert _net(load_files(*paths, options=ReadOptions(tables=(told,)))) == 400


def test_a_sheet_of_deliveries_is_left_out(write_book: WriteBook, load_files: Load) -> None:
    sheets = {
        name: [line.split(",") for line in text.splitlines()] for name, text in [("销售", ZH), ("发货", ZH_NOTES)]
    }

    assert _net(load_files(write_book(sheets))) == 300


def test_deliveries_of_the_orders_of_several_months_are_left_out(write_text: Write, load_files: Load) -> None:
    lines = ORDERS.splitlines()
    notes = NOTES + "D2,S2,2025-02-05,C2,Ann,200\n"
    months = [write_text(f"{lines[0]}\n{line}\n", f"orders {at}.csv") for at, line in enumerate(lines[1:], 1)]

    loaded = load_files(*months, write_text(notes, "Delivery Notes.csv"))

    assert (_net(loaded), _codes(loaded)) == (300, {"R215"})
    assert any("deliveries of the orders of orders 1.csv, orders 2.csv, which" in one.en for one in loaded.bundle.notes)
