"""Refunds in a file of their own beside orders, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]

ITEMS = (
    "order_item_id,created_at,order_id,product_id,price_usd\n"
    "11,2012-03-19 10:42:46,1,1,49.99\n12,2012-03-19 10:42:46,2,1,59.99\n13,2012-05-19 10:42:46,3,1,49.99\n"
)
REFUNDS = (
    "order_item_refund_id,created_at,order_item_id,order_id,refund_amount_usd\n"
    "1,2012-04-06 11:32:43,11,1,49.99\n2,2012-06-13 01:09:43,13,3,10.00\n"
)
OWN = "order_id,created_at,price_usd,refund_amount_usd\n1,2012-03-19,49.99,49.99\n2,2012-03-19,59.99,\n"
CANCELLED = "order_id,created_at,price_usd,status\n1,2012-03-19,49.99,cancelled\n2,2012-03-19,59.99,complete\n"
HEADS = "order_id,created_at,user_id,refund_id,refund_amount\n1,2012-03-19,5,,\n2,2012-03-19,6,R1,10\n"
LINES = "order_item_id,order_id,product_id,quantity,price_usd\n11,1,1,1,49.99\n12,2,1,1,59.99\n"


def off(loaded: Loaded) -> list[tuple[str, str, str]]:
    """The day, the order and the amount of each row below zero."""
    frame = loaded.bundle.tables["orders"].frame.filter(pl.col("amount") < 0).sort("order_date")
    return [(str(day), order, f"{amount:.2f}") for day, order, amount in frame.select(_ROW).iter_rows()]


_ROW = ("order_date", "order_id", "amount")


def notes(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_refunds_are_taken_off_their_orders_on_their_own_day_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(ITEMS, "order_items.csv"), write_text(REFUNDS, "order_item_refunds.csv"))

    assert off(loaded) == [("2012-04-06", "1", "-49.99"), ("2012-06-13", "3", "-10.00")]
    assert "order_item_refunds.csv: 2 rows count as returns (59.99 in all)" in notes(loaded)
    assert 'counts_as = "sales"' in notes(loaded)


@pytest.mark.parametrize("orders", [OWN, CANCELLED])
def test_refunds_that_orders_tell_are_not_taken_off_again_and_told(
    orders: str, write_text: Write, load_files: Load
) -> None:
    path = write_text(orders, "in/orders.csv")
    write_text(REFUNDS, "in/order_item_refunds.csv")

    loaded = load_files(path.parent)

    assert off(loaded) == []
    assert (
        "order_item_refunds.csv: 2 rows of refunds not taken off (59.99 in all): orders.csv says itself what was "
        "refunded or cancelled" in notes(loaded)
    )


def test_what_is_told_to_be_written_takes_them_off(write_text: Write, load_files: Load) -> None:
    path = write_text(CANCELLED, "in/orders.csv")
    write_text(REFUNDS, "in/order_item_refunds.csv")
    told = TableOptions(name="orders", files=("order_item_refunds.csv",), counts_as="returns")

    assert [order for _, order, _ in off(load_files(path.parent, options=ReadOptions(tables=(told,))))] == ["1", "3"]


def test_heads_of_orders_that_tell_some_refunds_stay_heads(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(HEADS, "orders.csv"), write_text(LINES, "order_items.csv"))

    assert off(loaded) == []
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal("109.98")


def test_refunds_without_sales_are_none(write_text: Write, load_files: Load) -> None:
    path = write_text(REFUNDS, "in/order_item_refunds.csv")
    write_text("product_id,product_name\n1,Bear\n", "in/products.csv")

    assert "orders" not in load_files(path.parent).bundle.tables
