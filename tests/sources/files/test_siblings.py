"""Files that are the same export of another month."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.files.siblings import sister
from salesperf.sources.rows.raw import RawTable

Write = Callable[..., Path]
ReadOne = Callable[..., RawTable]
ORDERS = [["Order ID", "Order Date", "Customer", "Amount"], ["1", "2026-01-05", "Acme", "5"]]


def test_names_that_differ_by_month_and_half_the_headers_make_sisters(write_text: Write, read_one: ReadOne) -> None:
    january = read_one(write_text(ORDERS, "orders_jan.csv"))
    february = read_one(write_text([["Order No", "Order Date", "Customer", "Value"], ORDERS[1]], "orders_feb.csv"))

    assert sister(february, [january]) == 0


def test_other_names_need_nearly_all_headers(write_text: Write, read_one: ReadOne) -> None:
    orders = read_one(write_text(ORDERS, "orders.csv"))
    parcels = read_one(write_text([["Order ID", "Order Date", "Customer", "Parcel"], ORDERS[1]], "parcels.csv"))
    copy = read_one(write_text([["Amount", "Customer", "Order Date", "Order ID"], ORDERS[1]], "export.csv"))

    assert sister(parcels, [orders]) is None
    assert sister(copy, [orders]) == 0


def test_two_headers_are_too_few_to_compare(write_text: Write, read_one: ReadOne) -> None:
    one = read_one(write_text([["a", "b"], ["1", "2"]], "x1.csv"))
    two = read_one(write_text([["a", "b"], ["1", "2"]], "x2.csv"))

    assert sister(one, [two]) is None
