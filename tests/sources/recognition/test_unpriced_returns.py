"""Returns beside sales that say no money, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

SALES = (
    "Order ID,Order Date,Product,Sales\n"
    "A1,2025-01-03,x,100\nA1,2025-01-03,y,50\nA2,2025-01-04,x,250\nA3,2025-01-05,x,100\n"
)


def notes(loaded: Loaded) -> str:
    return " ".join(note.en for note in loaded.bundle.notes)


def test_the_worth_of_the_orders_they_name_is_told_and_nothing_is_taken_off(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(SALES, "in/orders.csv")
    write_text("Returned,Order ID\nYes,A1\nYes,A9\n", "in/Returns.csv")

    loaded = load_files(path.parent)

    # A1 is 100 + 50 of 500; A9 is no order.
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 500
    assert (
        "Returns.csv: 2 rows of returns (the file's name says 'returns') not taken off, as no column says their "
        "money: they name 1 order of orders.csv with 150.00 of its 500.00 (30.0%)"
    ) in notes(loaded)


def test_how_many_things_came_back_is_told_where_no_orders_are_named(write_text: Write, load_files: Load) -> None:
    path = write_text(SALES, "in/orders.csv")
    write_text(
        "ReturnDate,TerritoryKey,ProductKey,ReturnQuantity\n1/18/2015,1,214,1\n1/22/2015,2,220,2\n", "in/Returns.csv"
    )

    assert "not taken off, as no column says their money: 3 in 'ReturnQuantity'" in notes(load_files(path.parent))


def test_a_list_that_names_no_order_of_the_sales_is_told_as_one_of_unknown_columns(
    write_text: Write, load_files: Load
) -> None:
    path = write_text(SALES, "in/orders.csv")
    write_text("Returned,Order ID\nYes,Z1\n", "in/Returns.csv")

    assert "1 row not taken off: returns" in notes(load_files(path.parent))
