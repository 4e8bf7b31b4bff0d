"""Sales whose only day is that of their delivery, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
WriteBook = Callable[..., Path]
Load = Callable[..., Loaded]

DELIVERED = (
    "Invoice,Delivery Date,Customer,Route,Rep,Amount\n"
    "88120,2025-05-02,Sole,R1,Nick,412.60\n88121,2025-05-03,Blue Fin,R1,Nick,980.15\n"
)
CREDITS = "Credit No,Date,Customer,Route,Rep,Amount\nCR-55,2025-05-04,Blue Fin,R1,Nick,60.15\n"


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


def test_the_day_of_the_delivery_is_that_of_the_order_where_there_is_no_other_and_told(
    write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(DELIVERED, "invoices.csv"))

    orders = loaded.bundle.tables["orders"].frame
    assert orders["order_date"].to_list() == [date(2025, 5, 2), date(2025, 5, 3)]
    assert orders["amount"].sum() == Decimal("1392.75")
    assert "its delivery ('Delivery Date')" in _notes(loaded)


def test_credits_beside_deliveries_are_taken_off(write_book: WriteBook, load_files: Load) -> None:
    rows = {
        name: [line.split(",") for line in text.splitlines()]
        for name, text in {"Invoices": DELIVERED, "Credits": CREDITS}.items()
    }

    loaded = load_files(write_book(rows))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal("1332.60")


def test_beside_sales_with_days_of_their_own_deliveries_are_no_second_sales(
    write_text: Write, load_files: Load
) -> None:
    orders = write_text("Order No,Order Date,Customer,Rep,Amount\n1,2025-05-01,Sole,Nick,412.60\n", "orders.csv")

    loaded = load_files(orders, write_text(DELIVERED, "deliveries.csv"))

    assert loaded.bundle.tables["orders"].frame["amount"].sum() == Decimal("412.60")


def test_a_day_of_the_order_goes_before_that_of_the_delivery(write_text: Write, load_files: Load) -> None:
    text = "Invoice No,Invoice Date,Delivery Date,Customer,Amount\n1,2025-05-01,2025-05-03,Sole,10\n"

    loaded = load_files(write_text(text))

    assert "delivery" not in _notes(loaded)
