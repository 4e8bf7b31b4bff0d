"""Customers of sales that name no reps are read for a question about reps, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

CUSTOMERS = "Customer ID,Customer Name,Account Manager\nC1,Alta,Jo\nC2,Blue,Mo\n"
ORDERS = "Order ID,Order Date,Customer ID,Amount\n1,2025-01-03,C1,500\n2,2025-01-10,C2,300\n"
OWN = "Order ID,Order Date,Customer ID,Sales Rep,Amount\n1,2025-01-03,C1,Jo,500\n2,2025-01-10,C2,Mo,300\n"
OF_REPS = {"orders": frozenset({"order_id", "order_date", "amount", "rep_id", "rep_name"})}
OF_SUMS = {"orders": frozenset({"order_id", "order_date", "amount"})}


def columns(loaded: Loaded) -> set[str]:
    """The columns read of the orders."""
    return set(loaded.bundle.tables["orders"].frame.columns)


def test_customers_are_read_where_their_list_alone_tells_the_reps(write_text: Write, load_files: Load) -> None:
    files = write_text(ORDERS, "orders.csv"), write_text(CUSTOMERS, "customers.csv")

    assert "customer_id" in columns(load_files(*files, needs=OF_REPS))
    assert "customer_id" not in columns(load_files(*files, needs=OF_SUMS))


def test_customers_are_not_read_for_reps_that_the_sales_name(write_text: Write, load_files: Load) -> None:
    files = write_text(OWN, "orders.csv"), write_text(CUSTOMERS, "customers.csv")

    assert "customer_id" not in columns(load_files(*files, needs=OF_REPS))


def test_customers_are_not_read_where_no_list_has_their_reps(write_text: Write, load_files: Load) -> None:
    assert "customer_id" not in columns(load_files(write_text(ORDERS, "orders.csv"), needs=OF_REPS))
