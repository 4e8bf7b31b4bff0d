"""Totals of rows beside a quantity and a price of which one is missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.core.errors import Severity
from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]


_HEAD = "Order ID,Customer ID,Price Per Unit,Quantity,Total Spent,Order Date\n"
_FULL = "A,K1,5,2,10,2026-01-05\nB,K2,4,3,12,2026-01-06\nC,K1,6,4,24,2026-01-07\n"


def _read(loaded: Loaded) -> tuple[Decimal, list[str], list[str]]:
    notes = [note.en for note in loaded.bundle.notes if "Total Spent" in note.en]
    faults = [str(issue.where.column) for issue in loaded.issues if issue.severity is Severity.ERROR]
    frame = loaded.bundle.tables["orders"].frame if "orders" in loaded.bundle.tables else None
    return (Decimal(0) if frame is None else Decimal(frame["amount"].sum())), notes, faults


def test_a_total_that_is_the_product_elsewhere_is_the_amount_of_rows_without_one_factor(
    write_text: Write, load_files: Load
) -> None:
    rows = "D,K3,,8,40,2026-01-08\nE,K3,7,,21,2026-01-09\n"

    amount, notes, faults = _read(load_files(write_text(_HEAD + _FULL + rows)))

    # 10 + 12 + 24 by the product, 40 + 21 by the total.
    assert (amount, faults) == (Decimal(107), [])
    (note,) = notes
    assert note.startswith("amount = quantity × unit price; in 2 rows without one of these it is 'Total Spent' (61.00 ")
    assert note.endswith("which is their product in the 3 other rows")


def test_a_total_that_is_something_else_gives_no_amount(write_text: Write, load_files: Load) -> None:
    rows = _FULL.replace(",12,", ",99,") + "D,K3,,8,40,2026-01-08\n"

    _, notes, faults = _read(load_files(write_text(_HEAD + rows)))

    assert (notes, faults) == ([], ["Price Per Unit"])


def test_single_pieces_prove_nothing(write_text: Write, load_files: Load) -> None:
    rows = "A,K1,5,1,5,2026-01-05\nB,K2,4,1,4,2026-01-06\nC,K1,6,1,6,2026-01-07\nD,K3,,8,40,2026-01-08\n"

    assert _read(load_files(write_text(_HEAD + rows)))[1:] == ([], ["Price Per Unit"])


def test_a_row_without_total_and_factor_is_a_fault_at_the_cell_that_lacks(write_text: Write, load_files: Load) -> None:
    rows = "D,K3,,8,40,2026-01-08\nE,K3,7,,,2026-01-09\n"

    assert _read(load_files(write_text(_HEAD + _FULL + rows)))[2] == ["Quantity"]


def test_a_discount_beside_leaves_the_total_alone(write_text: Write, load_files: Load) -> None:
    head = _HEAD.replace("Order Date", "Order Date,Discount")
    rows = (_FULL + "D,K3,,8,40,2026-01-08\n").replace("\n", ",0\n")

    assert _read(load_files(write_text(head + rows)))[1:] == ([], ["Price Per Unit"])


def test_whole_rows_are_worth_what_they_ever_were(write_text: Write, load_files: Load) -> None:
    amount, notes, _ = _read(load_files(write_text(_HEAD + _FULL)))

    assert (amount, notes) == (Decimal(46), [])
