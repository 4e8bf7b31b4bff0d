"""Quantities that came back in a column of their own, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions, TableOptions
from salesperf.sources.pieces.returned_quantities import is_of_returned

Write = Callable[..., Path]
Load = Callable[..., Loaded]

START = "Date,Invoice,Bookshop,Rep,ISBN,Qty Sold,Qty Returned,Unit Price\n"
ROWS = (
    "2025-01-10,1,Foyles,N,9780141036144,100,0,6.00\n2025-02-10,2,Foyles,N,9780141036144,50,20,6.00\n"
    "2025-03-10,3,Dillons,S,9780141036151,30,0,8.00\n"
)


def _orders(loaded: Loaded, column: str) -> list[object]:
    frame = loaded.bundle.tables["orders"].frame
    return frame[column].to_list() if column in frame.columns else []


def _notes(loaded: Loaded) -> list[str]:
    return [note.en for note in loaded.bundle.notes]


def test_what_came_back_is_taken_off_at_the_price_and_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(START + ROWS))

    assert _orders(loaded, "amount") == [600, 300, 240]
    assert _orders(loaded, "refund") == [0, 120, 0]
    assert _notes(loaded) == [
        (
            "what 'Qty Returned' says at the price (120.00 in 1 row) is taken off as returned; "
            'columns = { quantity = "Qty Sold" } under [[table]] counts without it'
        ),
        "amount = quantity × unit price",
    ]


def test_the_configuration_counts_without_it(write_text: Write, load_files: Load) -> None:
    path = write_text(START + ROWS)
    told = TableOptions("orders", (path.name,), columns={"quantity": "Qty Sold"})

    assert _orders(load_files(path, options=ReadOptions(tables=(told,))), "refund") == []


@pytest.mark.parametrize(
    ("header", "row"),
    [
        # The quantity is what was left: less came back of it than was sold.
        ("Net Qty,Qty Returned,Unit Price", "30,20,6.00"),
        ("Qty Sold,Qty Returned,Unit Price", "10,20,6.00"),
        ("Qty Sold,Qty Returned,Unit Price", "-20,20,6.00"),
        # Something else says what came back.
        ("Qty Sold,Qty Returned,Unit Price,Refund Amount", "50,20,6.00,120"),
        ("Qty Sold,Qty Returned,Unit Price,Status", "50,20,6.00,Returned"),
        # What a discount left of the price is not known.
        ("Qty Sold,Qty Returned,Unit Price,Discount", "50,20,6.00,30"),
    ],
)
def test_what_may_be_said_twice_is_not_taken_off(header: str, row: str, write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(f"Date,Invoice,Customer,{header}\n2025-01-10,1,Foyles,{row}\n"))

    assert not any("taken off as returned" in note for note in _notes(loaded))


def test_beside_amounts_of_the_sold_quantity_it_is_told_only(write_text: Write, load_files: Load) -> None:
    start = "Date,Invoice,Customer,Qty Sold,Qty Returned,Unit Price,Amount\n"
    loaded = load_files(write_text(start + "2025-01-10,1,Foyles,50,20,6.00,300\n2025-01-11,2,Foyles,5,0,6.00,30\n"))

    assert _orders(loaded, "amount") == [300, 30]
    assert any("'Qty Returned' says (120.00 at the price in 1 row) is not taken off" in note for note in _notes(loaded))


def test_amounts_that_are_net_already_are_left_alone(write_text: Write, load_files: Load) -> None:
    start = "Date,Invoice,Customer,Qty Sold,Qty Returned,Unit Price,Invoice Value\n"
    loaded = load_files(write_text(start + "2025-01-10,1,Foyles,50,20,6.00,180\n2025-01-11,2,Foyles,5,0,6.00,30\n"))

    assert (_orders(loaded, "amount"), _orders(loaded, "refund")) == ([180, 30], [])
    assert not any("Returned" in note for note in _notes(loaded))


@pytest.mark.parametrize(
    "header", ["Returned Qty", "quantity_returned", "退货数量", "Units Returned", "已退数量", "退货数"]
)
def test_headers_of_what_came_back(header: str) -> None:
    assert is_of_returned(header)


@pytest.mark.parametrize("header", ["Return date", "Returned", "退货金额", "Returnable qty", "Qty", "退货单号"])
def test_headers_of_something_else(header: str) -> None:
    assert not is_of_returned(header)


def test_what_was_ordered_beside_it_shows_that_the_quantity_is_what_was_left(
    write_text: Write, load_files: Load
) -> None:
    """80 is 100 less 20: 80 at 6.00 is 480, and nothing more comes off."""
    text = "Date,Order,Customer,Item,Initial Count,Qty Returned,Qty,Unit Price\n2025-01-10,1,A,Pen,100,20,80,6.00\n"
    text += "2025-01-11,2,B,Pen,50,0,50,6.00\n2025-01-12,3,B,Pen,40,5,35,6.00\n"

    loaded = load_files(write_text(text))

    assert _orders(loaded, "amount") == [480, 300, 210]
    assert _orders(loaded, "refund") == []
    told = "'Qty' is what was left: with 'Qty Returned' it comes to 'Initial Count'; nothing more is taken off"
    assert told in _notes(loaded)


def test_a_sum_nobody_reads_shows_what_the_quantity_is_worth(write_text: Write, load_files: Load) -> None:
    text = "Date,Order,Customer,Item,Qty Returned,Qty,Unit Price,Worth\n2025-01-10,1,A,Pen,20,80,6.00,480\n"
    text += "2025-01-11,2,B,Pen,0,50,6.00,300\n2025-01-12,3,B,Pen,5,35,6.00,210\n"

    loaded = load_files(write_text(text))

    assert _orders(loaded, "refund") == []


def test_a_sum_without_what_came_back_leaves_it_taken_off(write_text: Write, load_files: Load) -> None:
    text = "Date,Order,Customer,Item,Qty Returned,Qty,Unit Price,Worth\n2025-01-10,1,A,Pen,20,80,6.00,360\n"
    text += "2025-01-11,2,B,Pen,0,50,6.00,300\n2025-01-12,3,B,Pen,5,35,6.00,180\n"

    loaded = load_files(write_text(text))

    assert _orders(loaded, "refund") == [120, 0, 30]
