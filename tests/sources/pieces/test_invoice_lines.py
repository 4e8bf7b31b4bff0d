"""What is said of a whole invoice on each of its rows counts once."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from salesperf.sources.conform.row_places import PART
from salesperf.sources.pieces.invoice_lines import invoice_lines
from salesperf.tables.schema import MONEY


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
