"""Returns without a day of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_SALES = (
    "Order ID,Order Date,Customer,Rep,Amount\n1,03/04/2025,A,Ann,100\n2,25/04/2025,B,Bob,200\n2,25/04/2025,B,Cy,50\n"
)


def _rows(loaded: Loaded) -> list[tuple[object, ...]]:
    frame = loaded.bundle.tables["orders"].frame
    return frame.filter(frame["amount"] < 0).select("order_date", "customer_name", "rep_name", "amount").rows()


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


def test_they_have_the_day_of_the_order_they_name_and_whose_it_is(write_text: Write, load_files: Load) -> None:
    """Order 2 is of two reps, so nobody knows whose the return is."""
    back = "Order ID,Reason,Refund Amount\n1,broken,40\n2,late,10\n"

    loaded = load_files(write_text(_SALES, "sales.csv"), write_text(back, "Refunds.csv"))

    assert _rows(loaded) == [(date(2025, 4, 3), "A", "Ann", -40), (date(2025, 4, 25), "B", None, -10)]
    assert loaded.bundle.tables["orders"].frame["amount"].sum() == 300


def test_what_names_an_order_that_is_not_there_is_told_and_accounted_for(write_text: Write, load_files: Load) -> None:
    back = "Order ID,Product,Qty Returned,Refund Amount\n1,Desk,1,40\n99,Desk,1,70\n"

    loaded = load_files(write_text(_SALES, "sales.csv"), write_text(back, "returns.csv"))

    assert [row[3] for row in _rows(loaded)] == [-40]
    assert "1 row (70.00) of orders that are not there, first '99', not taken off" in _notes(loaded)
    assert {one.file: (one.rows, one.loaded, dict(one.dropped)) for one in loaded.accounts} == {
        "sales.csv": (3, 3, {}),
        "returns.csv": (2, 1, {"no_order": 1}),
    }


def test_without_day_and_order_their_money_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_SALES, "sales.csv"), write_text("Customer,Amount\nA,40\nB,30\n", "Returns.csv"))

    assert _rows(loaded) == []
    assert "2 rows of returns (the file's name says 'returns') with 70.00 under 'Amount' not taken off" in _notes(
        loaded
    )


@pytest.mark.parametrize("totals", [("", "", ""), (",Total", ",100", ",200")])
def test_beside_a_list_of_orders_they_are_lines_of_it(
    totals: tuple[str, str, str], write_text: Write, load_files: Load
) -> None:
    header, first, second = totals
    text = f"Order ID,Order Date,Customer{header}\n1,2025-01-03,A{first}\n2,2025-01-05,B{second}\n"
    heads = write_text(text, "orders.csv")
    lines = write_text("Order ID,Product,Qty,Amount\n1,Desk,1,100\n2,Desk,2,200\n", "order_lines.csv")
    back = write_text("Order ID,Product,Qty Returned,Refund Amount\n1,Desk,1,60\n", "returns.csv")

    frame = load_files(heads, lines, back).bundle.tables["orders"].frame

    assert frame["amount"].sum() == 240
    assert frame["order_date"].null_count() == 0
