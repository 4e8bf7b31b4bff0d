"""The amount of a line goes before that of its order or invoice, which each line repeats."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_BOOKS = (
    "Customer,Invoice Number,Invoice Date,Due Date,SubTotal,Total,Item,Quantity,Rate,Amount\n"
    "Alpha,I1,2026-01-10,2026-02-09,100,115,Saw,2,30,60\n"
    "Alpha,I1,2026-01-10,2026-02-09,100,115,Drill,1,40,40\n"
    "Beta,I2,2026-01-12,2026-02-11,70,80.5,Saw,1,30,30\n"
    "Beta,I2,2026-01-12,2026-02-11,70,80.5,Drill,1,40,40\n"
)


def _amounts(loaded: Loaded, table: str = "orders") -> list[Decimal]:
    return loaded.bundle.tables[table].frame["amount"].to_list()


def test_the_amount_of_the_line_goes_before_the_sum_of_its_invoice(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(_BOOKS))

    assert _amounts(loaded) == [60, 40, 30, 40]
    assert any("under 'Amount' (170.00" in note.en and "'SubTotal'" in note.en for note in loaded.bundle.notes)


def test_as_invoices_too_and_the_whole_is_what_is_owed(write_text: Write, load_files: Load) -> None:
    lines = (
        "InvoiceNumber,InvoiceDate,DueDate,ContactName,Total,Description,Quantity,UnitAmount,LineAmount,TaxAmount\n"
        "I1,2026-01-10,2026-02-09,Alpha,115,Saw,2,30,60,9\nI1,2026-01-10,2026-02-09,Alpha,115,Drill,1,40,40,6\n"
        "I2,2026-01-12,2026-02-11,Beta,80.5,Saw,1,30,30,4.5\nI2,2026-01-12,2026-02-11,Beta,80.5,Drill,1,40,40,6\n"
    )
    loaded = load_files(write_text(lines), options=ReadOptions(as_table="invoices"))

    assert _amounts(loaded, "invoices") == [60, 40, 30, 40]
    assert loaded.bundle.tables["invoices"].frame["total_amount"].to_list() == [115, 0, Decimal("80.5"), 0]
    assert any("'Total' is of the whole invoice" in note.en for note in loaded.bundle.notes)


def test_a_lines_amount_that_does_not_add_up_is_taken_beside_what_is_called_a_total(
    write_text: Write, load_files: Load
) -> None:
    lines = "".join(
        f"O{at},2026-01-1{at},A,Saw,{at}0,{at}5\nO{at},2026-01-1{at},A,Drill,{at},{at}5\n" for at in range(1, 4)
    )
    loaded = load_files(write_text(f"Order No,Order Date,Customer,Item,Amount,Order Amount\n{lines}"))

    assert _amounts(loaded) == [10, 1, 20, 2, 30, 3]


@pytest.mark.parametrize(
    "rows",
    [
        # The lines of an order have each their own price: what is not the same on all of them is no whole.
        ("O1,Saw,30,2,60", "O1,Drill,40,1,40", "O2,Saw,30,2,60", "O2,Drill,40,1,40"),
        # Two lines at one price in each order, and an older price beside them that comes to something else.
        ("O1,Saw,30,33,35", "O1,Drill,30,31,31", "O2,Saw,40,44,44", "O2,Drill,40,42,41"),
    ],
)
def test_what_rows_do_not_show_is_left_alone(rows: tuple[str, ...], write_text: Write, load_files: Load) -> None:
    lines = "".join(f"2026-01-10,A,{row}\n" for row in rows)
    loaded = load_files(write_text(f"Order Date,Customer,Order No,Item,Amount,List Value,Old Amount\n{lines}"))

    assert _amounts(loaded) == [Decimal(row.split(",")[2]) for row in rows]
