"""Totals of orders that stand on each of their lines, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.amounts.order_totals import speaks_of_orders
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

ROWS = "1,2026-01-05,甲,P1,100\n1,2026-01-05,甲,P2,100\n1,2026-01-05,甲,P3,100\n2,2026-01-06,乙,P1,80\n"


def _amounts(loaded: Loaded) -> list[Any]:
    return loaded.bundle.tables["orders"].frame["amount"].to_list()


def _codes(loaded: Loaded) -> list[str]:
    return [issue.code for issue in loaded.issues]


@pytest.mark.parametrize("header", ["Order Total", "Total", "订单总额", "订单金额", "Order Amount", "Grand Total"])
def test_a_total_on_every_line_counts_once(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order ID,Order Date,Customer,Item,{header}\n{ROWS}"))

    # 100 / 3 = 33.33 each, the cent that is left to the first line; 3 x 100 + 80 are 380, 200 too many.
    assert _amounts(loaded) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33"), Decimal(80)]
    assert any("in 1 order of several lines (200.00 not counted again)" in note.en for note in loaded.bundle.notes)
    assert _codes(loaded) == []


def test_lines_of_an_order_may_lie_apart(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,P1,100\n2,2026-01-06,P1,80\n1,2026-01-05,P2,100\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Product,Order Total\n{rows}"))

    assert _amounts(loaded) == [Decimal(50), Decimal(80), Decimal(50)]


def test_the_tax_of_the_order_is_taken_off_once(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,P1,120,20\n1,2026-01-05,P2,120,20\n2,2026-01-06,P1,60,10\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Product,Order Total,Tax\n{rows}"))

    assert _amounts(loaded) == [Decimal(50), Decimal(50), Decimal(50)]


@pytest.mark.parametrize(
    "rows",
    [
        # The lines of one order differ.
        "1,2026-01-05,P1,100\n1,2026-01-05,P2,100\n2,2026-01-06,P1,80\n2,2026-01-06,P2,30\n",
        # Two lines of one thing: nothing says that they are not sold twice.
        "1,2026-01-05,P1,100\n1,2026-01-05,P1,100\n2,2026-01-06,P1,80\n",
        # Everything costs the same.
        "1,2026-01-05,P1,9.9\n1,2026-01-05,P2,9.9\n2,2026-01-06,P1,9.9\n",
    ],
)
def test_amounts_that_may_be_of_the_line_stay(rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order ID,Order Date,Product,Order Total\n{rows}"))

    assert _amounts(loaded) == [Decimal(row.split(",")[-1]) for row in rows.split()]


@pytest.mark.parametrize("header", ["Amount", "Line Total", "销售金额", "Extended Price", "行金额"])
def test_an_amount_of_the_line_stays_whatever_it_is(header: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order ID,Order Date,Customer,Item,{header}\n{ROWS}"))

    assert _amounts(loaded) == [Decimal(100)] * 3 + [Decimal(80)]


def test_who_says_that_it_is_the_amount_is_believed(write_text: Write, load_files: Load) -> None:
    path = write_text(f"Order ID,Order Date,Customer,Item,Total\n{ROWS}")
    told = TableOptions("orders", (path.name,), columns={"amount": "Total"})

    loaded = load_files(path, options=ReadOptions(tables=(told,)))

    assert _amounts(loaded) == [Decimal(100)] * 3 + [Decimal(80)]


def test_quantity_times_price_goes_before_a_total_and_is_told(write_text: Write, load_files: Load) -> None:
    rows = "1,2026-01-05,P1,1,100,150\n1,2026-01-05,P2,1,50,150\n"

    loaded = load_files(write_text(f"Order ID,Order Date,Product,Qty,Price,Order Total\n{rows}"))

    assert _amounts(loaded) == [Decimal(100), Decimal(50)]
    assert (
        "the amount is quantity × unit price (150.00 in all rows); not counted beside it: 'Order Total' (150.00, each "
        'order once); columns = { amount = "Order Total" } under [[table]] takes another'
    ) in [note.en for note in loaded.bundle.notes]


@pytest.mark.parametrize(
    "header", ["Order Item Total", "订单行金额", "订单运费总额", "Order Discount Amount", "Order Tax Total"]
)
def test_what_is_of_lines_or_of_charges_is_no_total(header: str) -> None:
    assert not speaks_of_orders(header)
