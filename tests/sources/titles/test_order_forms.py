"""Order forms: labels above the lines of one order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_LINES = [["Item", "Qty", "Unit Price", "Amount"], ["Pen", 2, 10, 20], ["Ink", 1, 7, 7], ["Total", None, None, 27]]


def _form(number: str, day: object, *, customer: str = "Ann") -> list[list[object]]:
    top: list[list[object]] = [["Sales Order"], ["Customer:", customer, None, "Order No:"], ["Order Date:", day]]
    top[1].append(number)
    return [*top, [], *_LINES]


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


def test_forms_one_below_the_other_are_not_lines_of_the_first(write_book: Write, load_files: Load) -> None:
    loaded = load_files(write_book({"A": [*_form("7", "2025-03-04"), [], *_form("8", "2025-03-05", customer="Bo")]}))

    assert "orders" not in loaded.bundle.tables


def test_a_form_with_more_words_than_lines_is_one(write_book: Write, load_files: Load) -> None:
    rows = [["ACME Ltd"], *_form("7", "2025-03-04")[:3], ["Item", "Qty", "Unit Price", "Amount"], ["Pen", 2, 10, 20]]
    path = write_book({"A": [*rows, [None, None, "Total", 20], [], ["Payment terms: 30 days"], ["Signature:"]]})

    assert load_files(path).bundle.tables["orders"].frame.select("order_id", "amount").rows() == [("7", Decimal(20))]
