"""Rows under headers of sales that are payments of the invoices beside them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

INVOICES = (
    "Invoice Number,Customer,Invoice Date,Due Date,Amount\n"
    "A1,X,2026-05-01,2026-05-31,1000\nA2,Y,2026-05-05,2026-06-04,2000\n"
)


@pytest.fixture
def paid(write_text: Write, load_files: Load) -> Callable[..., Loaded]:
    def load(rows: str, *, name: str, invoices: str = INVOICES) -> Loaded:
        return load_files(write_text(invoices, name="invoices.csv"), write_text(rows, name=name))

    return load


def test_rows_named_payments_with_the_numbers_of_invoices_are_payments(paid: Callable[..., Loaded]) -> None:
    loaded = paid(
        "Date,Invoice Number,Customer,Amount\n2026-06-01,A1,X,1000\n2026-06-10,A9,Y,700\n", name="payments.csv"
    )

    assert "orders" not in loaded.bundle.tables
    payments = loaded.bundle.tables["payments"].frame
    assert payments["amount"].to_list() == [Decimal(1000), Decimal(700)]
    assert [str(day) for day in payments["payment_date"]] == ["2026-06-01", "2026-06-10"]
    assert any("2 rows read as payments (1,700.00 in all)" in note.en for note in loaded.bundle.notes)


def test_the_numbers_of_the_invoices_on_other_days_say_so_without_a_name(paid: Callable[..., Loaded]) -> None:
    rows = "Date,Invoice Number,Customer,Amount\n2026-06-01,A1,X,1000\n2026-06-10,A2,Y,700\n"

    assert paid(rows, name="bank june.csv").bundle.tables["payments"].frame.height == 2


@pytest.mark.parametrize(
    "rows",
    [
        "Date,Invoice Number,Customer,Amount\n2026-05-01,A1,X,1000\n2026-05-05,A2,Y,2000\n",
        "Date,Invoice Number,Customer,Amount\n2026-06-01,B1,X,1000\n2026-06-10,B2,Y,700\n",
        "Date,Invoice Number,Customer,Product,Quantity,Amount\n2026-06-01,A1,X,Tea,1,1000\n2026-06-10,A2,Y,Tea,1,700\n",
    ],
    ids=["the same days", "other numbers", "goods"],
)
def test_sales_beside_invoices_stay_sales(rows: str, paid: Callable[..., Loaded]) -> None:
    assert paid(rows, name="june.csv").bundle.tables["orders"].frame.height == 2


def test_payments_without_invoices_beside_them_stay_what_they_were(write_text: Write, load_files: Load) -> None:
    rows = "Date,Invoice Number,Customer,Amount\n2026-06-01,A1,X,1000\n2026-06-10,A2,Y,700\n"

    assert "payments" not in load_files(write_text(rows, name="payments.csv")).bundle.tables
