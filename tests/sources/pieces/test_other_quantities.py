"""Quantities beside the one that lines are priced by, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

LINES = "Order,Order Date,Customer,Item,Qty Ordered,Qty Shipped,Price{more}\n1,2025-01-04,A,W1,10,6,5.00{cell}\n"


def _sum(loaded: Loaded) -> Decimal:
    return sum(loaded.bundle.tables["orders"].frame["amount"].to_list(), Decimal(0))


def test_what_was_shipped_counts_and_what_was_ordered_is_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(LINES.format(more="", cell="")))

    (note,) = (one.en for one in loaded.bundle.notes if one.en.startswith("the quantity is"))
    assert _sum(loaded) == 30
    assert "'Qty Shipped', which gives 30.00 in all rows at the price; beside it: 'Qty Ordered' (50.00)" in note
    assert 'columns = { quantity = "Qty Ordered" }' in note


def test_an_amount_of_the_line_leaves_nothing_to_tell(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(LINES.format(more=",Ext Amt", cell=",27.00")))

    assert _sum(loaded) == 27
    assert not any(one.en.startswith("the quantity is") for one in loaded.bundle.notes)


def test_the_same_quantity_twice_is_not_told(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text("Order,Order Date,Customer,Qty,Qty Shipped,Price\n1,2025-01-04,A,6,6,5.00\n"))

    assert not any(one.en.startswith("the quantity is") for one in loaded.bundle.notes)
