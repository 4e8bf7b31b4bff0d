"""Order forms: labels above the lines of one order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_LINES = [["Item", "Qty", "Unit Price", "Amount"], ["Pen", 2, 10, 20], ["Ink", 1, 7, 7], ["Total", None, None, 27]]


def _form(number: str, day: object, *, customer: str = "Ann") -> list[list[object]]:
    top: list[list[object]] = [["Sales Order"], ["Customer:", customer, None, "Order No:"], ["Order Date:", day]]
    top[1].append(number)
    return [*top, [], *_LINES]


def _orders(loaded: Loaded) -> list[tuple[object, ...]]:
    """The number, day, customer and sum of each order."""
    keys = ["order_id", "order_date", "customer_name"]
    sums = loaded.bundle.tables["orders"].frame.group_by(keys).agg(pl.col("amount").sum())
    return sums.sort("order_id").rows()


def test_each_sheet_is_an_order_of_its_own(write_book: Write, load_files: Load) -> None:
    loaded = load_files(write_book({"A": _form("7", "2025-03-04"), "B": _form("8", date(2025, 4, 5), customer="Bo")}))

    orders = loaded.bundle.tables["orders"].frame
    assert orders["amount"].sum() == Decimal(54)
    whole = orders.select("order_id", "order_date", "customer_name").unique().sort("order_id").rows()
    assert whole == [("7", date(2025, 3, 4), "Ann"), ("8", date(2025, 4, 5), "Bo")]
    assert "order forms: 'Customer', 'Order No', 'Order Date' above the lines are of all of them" in [
        note.en for note in loaded.bundle.notes
    ]


def test_labels_and_values_may_share_a_cell(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "销售单\n客户：永兴建材,,单号：DD7\n日期：2025-03-05\n商品名称,数量,单价,金额\n灯,2,10,20\n线,1,7,7\n合计,,,27\n",
        encoding="gb18030",
    )

    orders = load_files(path).bundle.tables["orders"].frame

    assert orders.select("order_id", "order_date", "customer_name", "amount").row(1) == (
        "DD7", date(2025, 3, 5), "永兴建材", Decimal(7),
    )  # fmt: skip


def test_a_report_of_many_orders_keeps_its_own_columns(write_text: Write, load_files: Load) -> None:
    path = write_text(
        "Sales report,,,,\nOrder No:,all,,Order Date:,2025-12-31\nOrder No,Order Date,Item,Qty,Amount\n"
        "1,2025-01-05,Pen,2,20\n2,2025-02-05,Ink,1,7\n"
    )

    assert load_files(path).bundle.tables["orders"].frame["order_date"].to_list() == [
        date(2025, 1, 5),
        date(2025, 2, 5),
    ]


def test_a_day_without_the_number_of_an_order_is_that_of_printing(write_text: Write, load_files: Load) -> None:
    path = write_text("Stock sold\nDate: 2025-12-31\nItem,Qty,Unit Price,Amount\nPen,2,10,20\nInk,1,7,7\n")

    assert "orders" not in load_files(path).bundle.tables


@pytest.mark.parametrize("gap", [[], [[]], [["Signature: Ann"], []]])
def test_forms_one_below_the_other_are_orders_of_their_own(
    gap: list[list[object]], write_book: Write, load_files: Load
) -> None:
    second = _form("8", "2025-03-05", customer="Bo")

    loaded = load_files(write_book({"A": [*_form("7", "2025-03-04"), *gap, *second]}))

    assert _orders(loaded) == [("7", date(2025, 3, 4), "Ann", 27), ("8", date(2025, 3, 5), "Bo", 27)]


def test_forms_beside_and_below_one_another_are_four_orders(write_book: Write, load_files: Load) -> None:
    forms = [_form(number, f"2025-03-0{number}") for number in "1234"]
    beside = [
        [[*one, *[None] * (6 - len(one)), *other] for one, other in zip(*pair, strict=True)]
        for pair in (forms[:2], forms[2:])
    ]

    loaded = load_files(write_book({"A": [*beside[0], [], *beside[1]]}))

    assert [(order[0], order[3]) for order in _orders(loaded)] == [(number, 27) for number in "1234"]


def test_a_form_that_lacks_its_day_is_told_with_its_sum(write_book: Write, load_files: Load) -> None:
    second = [row for row in _form("8", "") if row[:1] != ["Order Date:"]]

    loaded = load_files(write_book({"A": [*_form("7", "2025-03-04"), [], *second]}))

    assert [order[0] for order in _orders(loaded)] == ["7"]
    (told,) = [one for one in loaded.issues if one.code == "R119"]
    assert "2 lines (27.00 in all) under the header of an order form are not counted" in told.message
    assert any("2 lines (27.00 in all)" in note.en for note in loaded.bundle.notes)


def test_two_forms_under_one_header_are_told_and_not_read(write_book: Write, load_files: Load) -> None:
    second = [row for row in _form("8", "2025-03-05", customer="Bo") if row[:1] != ["Item"]]

    loaded = load_files(write_book({"A": [*_form("7", "2025-03-04"), [], *second]}))

    assert "orders" not in loaded.bundle.tables
    assert "two order forms under one header" in "".join(one.message for one in loaded.issues if one.code == "R119")


def test_a_form_with_more_words_than_lines_is_one(write_book: Write, load_files: Load) -> None:
    rows = [["ACME Ltd"], *_form("7", "2025-03-04")[:3], ["Item", "Qty", "Unit Price", "Amount"], ["Pen", 2, 10, 20]]
    path = write_book({"A": [*rows, [None, None, "Total", 20], [], ["Payment terms: 30 days"], ["Signature:"]]})

    assert load_files(path).bundle.tables["orders"].frame.select("order_id", "amount").rows() == [("7", Decimal(20))]
