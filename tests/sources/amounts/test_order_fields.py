from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.amounts import order_fields
from salesperf.sources.amounts.order_fields import _shares, perhaps_repeated
from salesperf.sources.conform.row_places import PART
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _column(loaded: Loaded, column: str) -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def test_lines_below_the_first_take_number_date_and_customer_of_their_order(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(
        [
            ["单据编号", "日期", "购货单位", "产品名称", "实发数量", "销售金额"],
            ["X1", "2026-01-05", "甲公司", "水泥", "2", "20"],
            ["", "", "", "瓷砖", "3", "45"],
            ["X2", "2026-01-07", "乙公司", "水泥", "1", "10"],
        ]
    )

    loaded = load_files(path)

    assert _column(loaded, "order_id") == ["X1", "X1", "X2"]
    assert _column(loaded, "order_date") == [date(2026, 1, 5), date(2026, 1, 5), date(2026, 1, 7)]
    assert _column(loaded, "customer_name") == ["甲公司", "甲公司", "乙公司"]
    assert order_fields.FILLED in loaded.bundle.notes
    assert loaded.issues == ()


def test_a_row_without_goods_takes_nothing_from_above(write_text: Write, load_files: Load) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "Product", "Amount"],
            ["1", "2026-01-05", "Mug", "20"],
            ["", "", "Cap", "5"],
            # 25 would be the sum of the rows above.
            ["", "", "", "24"],
        ]
    )

    loaded = load_files(path)

    assert [fault.where.row for fault in loaded.issues if fault.code == "R303"] == [4]
    assert _column(loaded, "amount") == [Decimal(20), Decimal(5)]


def test_a_line_with_a_number_but_no_date_is_not_filled(write_text: Write, load_files: Load) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "Product", "Amount"],
            ["1", "2026-01-05", "Mug", "20"],
            ["2", "", "Cap", "5"],
        ]
    )

    assert [fault.code for fault in load_files(path).issues] == ["R303"]


def test_an_amount_on_the_first_line_is_shared_over_the_lines(write_text: Write, load_files: Load) -> None:
    # 2 x 10 + 1 x 10 = 30 listed, 25 paid: two thirds of 25.00 are 16.67 (the larger remainder gets the cent).
    path = write_text(
        [
            ["Order ID", "Order Date", "Status", "SKU", "Quantity", "Unit Price", "Subtotal"],
            ["1", "2026-01-05", "paid", "T", "2", "10.00", "25.00"],
            ["1", "2026-01-05", "", "C", "1", "10.00", ""],
            ["2", "2026-01-06", "paid", "C", "1", "10.00", "10.00"],
        ]
    )

    loaded = load_files(path)

    assert _column(loaded, "amount") == [Decimal("16.67"), Decimal("8.33"), Decimal(10)]
    assert _column(loaded, "status") == ["paid", "paid", "paid"]
    assert order_fields.ON_FIRST_LINE in loaded.bundle.notes


def test_an_order_total_on_every_line_counts_once(write_text: Write, load_files: Load) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "SKU", "Quantity", "Unit Price", "Order Amount"],
            ["1", "2026-01-05", "T", "2", "10.00", "40.00"],
            ["1", "2026-01-05", "C", "1", "20.00", "40.00"],
            ["2", "2026-01-06", "C", "1", "20.00", "20.00"],
            ["3", "2026-01-07", "C", "1", "20.00", "49.00"],
            ["3", "2026-01-07", "T", "3", "10.00", "49.00"],
        ]
    )

    loaded = load_files(path)

    # Order 3 is 50 listed and 49 paid: 49 x 20 / 50 = 19.60 and 49 x 30 / 50 = 29.40.
    assert _column(loaded, "amount") == [Decimal(20), Decimal(20), Decimal(20), Decimal("19.6"), Decimal("29.4")]
    assert order_fields.ON_EVERY_LINE in loaded.bundle.notes


def test_equal_lines_of_an_order_stay_as_they_are(write_text: Write, load_files: Load) -> None:
    path = write_text(
        [
            ["Order ID", "Order Date", "SKU", "Quantity", "Unit Price", "Amount"],
            ["1", "2026-01-05", "T", "2", "10.00", "20.00"],
            ["1", "2026-01-05", "C", "1", "20.00", "20.00"],
            ["2", "2026-01-05", "T", "2", "10.00", "20.00"],
            ["2", "2026-01-05", "C", "1", "20.00", "20.00"],
        ]
    )

    loaded = load_files(path)

    assert _column(loaded, "amount") == [Decimal(20)] * 4
    assert loaded.bundle.notes == ()


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.lists(st.decimals(min_value=0, max_value=10**6, places=2), min_size=1, max_size=8),
)
def test_shares_add_up_to_the_total(total: Decimal, weights: list[Decimal]) -> None:
    assert sum(_shares(total, weights)) == total


@pytest.mark.parametrize("weights", [[Decimal(0), Decimal(0)], [Decimal(-1), Decimal(0)]])
def test_without_weights_the_first_line_has_it_all(weights: list[Decimal]) -> None:
    assert _shares(Decimal("7.25"), weights) == (Decimal("7.25"), Decimal(0))


@pytest.mark.parametrize(
    ("total", "line"),
    [
        ("订单金额", "行金额"),
        ("订单金额", "小计"),
        ("订单总额", "明细金额"),
        ("订单金额", "分录金额"),
        ("Order Total", "Line Total"),
        ("Order Amount", "Line Amount"),
        ("Order Total", "Subtotal"),
    ],
)
def test_the_amount_of_the_line_goes_before_the_total_of_the_order(
    write_text: Write, load_files: Load, total: str, line: str
) -> None:
    path = write_text(
        [
            ["订单号", "日期", "客户", total, "产品", "数量", line],
            ["1", "2026-01-05", "甲公司", "30", "水泥", "1", "10"],
            ["1", "2026-01-05", "甲公司", "30", "瓷砖", "2", "20"],
            ["2", "2026-01-06", "乙公司", "5", "水泥", "1", "5"],
        ]
    )

    loaded = load_files(path)

    assert _column(loaded, "amount") == [Decimal(10), Decimal(20), Decimal(5)]


def _repeated(orders: int, *, other: str | None = None, header: str = "订单金额") -> list[list[str]]:
    """Orders of two lines with one amount on both; `other` is the amount of the very last line."""
    rows = [
        [str(number), "2026-01-05", "甲公司", product, str(100 + number)]
        for number in range(orders)
        for product in ("水泥", "瓷砖")
    ]
    if other is not None:
        rows[-1][-1] = other
    return [["订单号", "日期", "客户", "产品", header], *rows]


def test_an_amount_equal_on_all_lines_of_twenty_orders_is_asked_about(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_repeated(20, header="金额")))

    (fault,) = [fault for fault in loaded.issues if fault.code == "R406"]
    assert (fault.count, fault.where.column) == (20, "金额")
    assert any("金额" in note.zh and "重复" in note.zh for note in loaded.bundle.notes)
    # The amounts count as they stand: 2 × (20 × 100 + 0 + 1 + ... + 19).
    assert sum(_column(loaded, "amount")) == Decimal(4380)


@pytest.mark.parametrize("rows", [_repeated(19, header="金额"), _repeated(20, other="1")])
def test_few_orders_or_one_that_differs_raise_no_question(
    write_text: Write, load_files: Load, rows: list[list[str]]
) -> None:
    loaded = load_files(write_text(rows))

    assert loaded.issues == ()


def test_goods_of_one_price_raise_no_question(write_text: Write, load_files: Load) -> None:
    rows = [[*row[:4], "9.90"] for row in _repeated(25)[1:]]

    loaded = load_files(write_text([["订单号", "日期", "客户", "产品", "金额"], *rows]))

    assert loaded.issues == ()


@pytest.mark.parametrize(("header", "orders"), [("Order Total", 2), ("订单总额", 2), ("Amount", 0)])
def test_under_a_header_that_speaks_of_the_order_two_orders_of_equal_lines_are_told(header: str, orders: int) -> None:
    frame = pl.DataFrame({PART: [0, 0, 0, 0], "order_id": ["1", "1", "2", "2"], "amount": [100, 100, 60, 60]})

    assert perhaps_repeated(frame, header=header) == orders
