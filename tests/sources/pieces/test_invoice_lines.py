"""What is said of a whole invoice on each of its rows counts once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest

from salesperf.sources.conform.row_places import PART
from salesperf.sources.loaded import Loaded
from salesperf.sources.options import ReadOptions
from salesperf.sources.pieces.invoice_lines import invoice_lines
from salesperf.tables.schema import MONEY

Write = Callable[..., Path]
Load = Callable[..., Loaded]


def _frame(**columns: list[object]) -> pl.DataFrame:
    rows = len(next(iter(columns.values())))
    money = {name: pl.Series(cells, dtype=MONEY) for name, cells in columns.items() if name != "invoice_id"}
    return pl.DataFrame({PART: [0] * rows, "invoice_id": columns["invoice_id"], **money})


def test_a_balance_repeated_on_rows_of_different_amounts_is_of_the_invoice() -> None:
    frame = _frame(invoice_id=["I1", "I1", "I2"], amount=[600, 400, 800], balance=[300, 300, 800])

    found = invoice_lines(frame, {"balance": "Balance Due"}, is_settled=False)

    assert found.frame["balance"].to_list() == [Decimal(300), Decimal(0), Decimal(800)]
    assert found.frame["amount"].to_list() == [600, 400, 800]
    assert "300.00 not counted again" in found.notes[0].en


def test_balances_of_rows_that_are_worth_as_much_stay() -> None:
    frame = _frame(invoice_id=["I1", "I1"], amount=[500, 500], balance=[500, 500])

    assert invoice_lines(frame, {}, is_settled=False).frame.equals(frame)


def test_a_total_of_the_invoice_in_the_place_of_amounts_counts_once_with_what_was_paid() -> None:
    frame = _frame(invoice_id=["I1", "I1", "I2", "I2"], amount=[1000, 1000, 800, 800], paid_amount=[200, 200, 800, 800])

    found = invoice_lines(frame, {"amount": "Invoice Total"}, is_settled=False)

    assert found.frame["amount"].to_list() == [1000, 0, 800, 0]
    assert found.frame["paid_amount"].to_list() == [200, 0, 800, 0]


def test_equal_lines_under_a_header_of_lines_and_what_the_user_says_are_left_alone() -> None:
    frame = _frame(invoice_id=["I1", "I1", "I2", "I2"], amount=[1000, 1000, 800, 800])

    assert invoice_lines(frame, {"amount": "Line Amount"}, is_settled=False).frame.equals(frame)
    assert invoice_lines(frame, {"amount": "Invoice Total"}, is_settled=True).frame.equals(frame)


@pytest.mark.parametrize("header", ["SubTotal", "Invoice_Total", "发票金额"])
def test_an_amount_of_the_whole_invoice_counts_once_however_its_header_is_written(
    header: str, write_text: Write, load_files: Load
) -> None:
    loaded = load_files(write_text(_WHOLE.replace("Whole", header)), options=ReadOptions(as_table="invoices"))

    assert loaded.bundle.tables["invoices"].frame["amount"].to_list() == [100, 0, 70, 0]
    [note] = [note.en for note in loaded.bundle.notes if f"{header!r} is of the whole invoice" in note.en]
    assert "2 invoices of several rows (170.00 not counted again)" in note
    assert f'columns = {{ amount = "{header}" }}' in note


@pytest.mark.parametrize("taxes", [("9", "6", "4.5", "6"), ("15", "15", "10.5", "10.5")])
def test_the_tax_of_all_its_rows_is_taken_off_the_total_of_an_invoice(
    taxes: tuple[str, ...], write_text: Write, load_files: Load
) -> None:
    rows = (
        "I1,2026-01-10,2026-02-09,A,115",
        "I1,2026-01-10,2026-02-09,A,115",
        "I2,2026-01-12,2026-02-11,B,80.5",
        "I2,2026-01-12,2026-02-11,B,80.5",
    )
    lines = "".join(f"{row},{tax}\n" for row, tax in zip(rows, taxes, strict=True))
    loaded = load_files(write_text(f"Invoice No,Invoice Date,Due Date,Customer,Total,Tax Amount\n{lines}"))

    found = loaded.bundle.tables["invoices"].frame
    assert found.select("amount", "total_amount").rows() == [(100, 115), (0, 0), (70, Decimal("80.5")), (0, 0)]
    assert any("less tax (25.50 under 'Tax Amount')" in note.en for note in loaded.bundle.notes)


_WHOLE = (
    "Invoice No,Invoice Date,Due Date,Customer,Whole,Notes\n"
    "I1,2026-01-10,2026-02-09,A,100,saw\nI1,2026-01-10,2026-02-09,A,100,drill\n"
    "I2,2026-01-12,2026-02-11,B,70,saw\nI2,2026-01-12,2026-02-11,B,70,drill\n"
)
