"""Discounts of order headers on the lines of their orders, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

LINES = "order_id,sku,quantity,unit_price\n1,P1,1,100\n1,P2,1,50\n2,P1,2,100\n"


def _column(loaded: Loaded, column: str) -> list[Any]:
    return loaded.bundle.tables["orders"].frame[column].to_list()


def _decimals(*numbers: str) -> list[Decimal]:
    return [Decimal(number) for number in numbers]


def _codes(loaded: Loaded) -> list[str]:
    return [one.code for one in loaded.issues]


def test_a_discount_of_the_order_is_shared_over_its_lines(write_text: Write, load_files: Load) -> None:
    tops = write_text(
        "order_id,order_date,customer,order_discount,total\n1,2026-01-05,A,10,140\n2,2026-01-06,B,0,200\n", "orders.csv"
    )

    loaded = load_files(tops, write_text(LINES, "lines.csv"))

    # 10 in proportion 100 : 50 are 6.67 and 3.33.
    assert _column(loaded, "amount") == _decimals("93.33", "46.67", "200")
    assert _column(loaded, "discount") == _decimals("6.67", "3.33", "0")
    assert any("'order_discount' of 1 order (10.00)" in note.en for note in loaded.bundle.notes)


def test_only_what_is_wanted_is_read_and_the_discount_with_it(write_text: Write, load_files: Load) -> None:
    tops = write_text(
        "order_id,order_date,customer,discount,shipping,total\n1,2026-01-05,A,15,5,140\n2,2026-01-06,B,0,5,205\n",
        "orders.csv",
    )

    loaded = load_files(tops, write_text(LINES, "lines.csv"), needs={"orders": frozenset({"amount"})})

    assert _column(loaded, "amount") == _decimals("90", "45", "200")


def test_totals_show_that_the_lines_are_after_the_discount(write_text: Write, load_files: Load) -> None:
    tops = write_text(
        "order_id,order_date,customer,order_discount,total\n1,2026-01-05,A,10,150\n2,2026-01-06,B,0,200\n", "orders.csv"
    )

    loaded = load_files(tops, write_text(LINES, "lines.csv"))

    assert _column(loaded, "amount") == _decimals("100", "50", "200")
    assert any("are after 'order_discount'" in note.en for note in loaded.bundle.notes)


TOPS = "order_id,order_date,customer,discount\n1,2026-01-05,A,10\n2,2026-01-06,B,0\n"


def test_without_a_total_prices_are_before_the_discount_and_it_is_said(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(TOPS, "orders.csv"), write_text(LINES, "lines.csv"))

    assert sum(_column(loaded, "amount")) == Decimal(340)
    assert any("350.00 in all are 340.00 so" in note.en for note in loaded.bundle.notes)


def test_without_a_total_amounts_of_lines_stand_and_both_sums_are_told(write_text: Write, load_files: Load) -> None:
    lines = write_text("order_id,sku,line_total\n1,P1,100\n1,P2,50\n2,P1,200\n", "lines.csv")

    loaded = load_files(write_text(TOPS, "orders.csv"), lines)

    assert sum(_column(loaded, "amount")) == Decimal(350)
    assert _codes(loaded) == ["R330"]


def test_a_discount_that_is_the_sum_of_those_of_the_lines_is_not_taken_twice(
    write_text: Write, load_files: Load
) -> None:
    lines = write_text(
        "order_id,sku,quantity,unit_price,discount\n1,P1,1,100,6\n1,P2,1,50,4\n2,P1,2,100,0\n", "lines.csv"
    )

    loaded = load_files(write_text(TOPS, "orders.csv"), lines)

    assert (_column(loaded, "amount"), _codes(loaded)) == (_decimals("94", "46", "200"), [])


def test_a_rate_is_of_the_lines_of_the_order(write_text: Write, load_files: Load) -> None:
    tops = write_text("order_id,order_date,customer,discount %\n1,2026-01-05,A,10%\n2,2026-01-06,B,0%\n", "orders.csv")

    loaded = load_files(tops, write_text(LINES, "lines.csv"))

    assert _column(loaded, "amount") == _decimals("90", "45", "200")


@pytest.mark.parametrize(("includes", "sum_"), [(("discount",), "340"), ((), "350")])
def test_the_configuration_of_the_lines_decides(
    includes: tuple[str, ...], sum_: str, write_text: Write, load_files: Load
) -> None:
    told = TableOptions("orders", ("lines.csv",), amount_includes=includes)

    loaded = load_files(
        write_text(TOPS, "orders.csv"), write_text(LINES, "lines.csv"), options=ReadOptions(tables=(told,))
    )

    assert sum(_column(loaded, "amount")) == Decimal(sum_)


def test_headers_without_a_discount_change_nothing(write_text: Write, load_files: Load) -> None:
    tops = write_text("order_id,order_date,customer,total\n1,2026-01-05,A,150\n2,2026-01-06,B,200\n", "orders.csv")

    loaded = load_files(tops, write_text(LINES, "lines.csv"))

    assert _column(loaded, "amount") == _decimals("100", "50", "200")
    assert not [name for name in loaded.bundle.tables["orders"].frame.columns if name.startswith("_order")]


ON_LINES = "1,2026-01-05,A,P1,1,100,10\n1,2026-01-05,A,P2,1,50,10\n2,2026-01-06,B,P1,2,100,0\n"


def test_a_discount_of_the_order_on_each_line_is_taken_off_once(write_text: Write, load_files: Load) -> None:
    path = write_text(f"Order ID,Order Date,Customer,Product,Qty,Unit Price,Order Discount\n{ON_LINES}")

    for needs in (None, {"orders": frozenset({"amount"})}):
        loaded = load_files(path, needs=needs)

        assert _column(loaded, "amount") == _decimals("93.33", "46.67", "200")
        assert any("(10.00 not taken off again)" in note.en for note in loaded.bundle.notes)


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("Discount", ON_LINES),
        ("Order Discount", "1,2026-01-05,A,P1,1,100,10\n1,2026-01-05,A,P2,1,50,5\n2,2026-01-06,B,P1,2,100,0\n"),
    ],
)
def test_discounts_of_lines_stay(header: str, rows: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Order ID,Order Date,Customer,Product,Qty,Unit Price,{header}\n{rows}"))

    discounts = [Decimal(row.split(",")[-1]) for row in rows.split()]
    assert _column(loaded, "amount") == [w - d for w, d in zip(_decimals("100", "50", "200"), discounts, strict=True)]
