"""Lists of customers, products and people with days and amounts, seen from the door of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]

SALES = "Order No,Order Date,Customer,Rep,Amount\n1,2025-05-01,Sole,Nick,100\n"
LIKE_SALES = "Customer,Region,Visit Date,Amount\nSole,North,2025-05-02,40\nBlue,South,2025-05-03,50\n"


def _notes(loaded: Loaded) -> str:
    return "\n".join(note.en for note in loaded.bundle.notes)


def test_a_list_with_a_day_and_an_amount_is_told_with_its_sum(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "sales.csv"), write_text(LIKE_SALES, "visits.csv"))

    assert "2 rows with 'Visit Date' and 'Amount' (90.00 in all) not counted" in _notes(loaded)
    columns = 'columns = { order_date = "Visit Date", amount = "Amount" }'
    assert _notes(loaded).endswith(f'\n[[table]]\nname = "orders"\nfiles = ["visits.csv"]\n{columns}')
    assert "customers" in loaded.bundle.tables


def test_a_table_whose_name_speaks_of_sales_is_no_list(write_text: Write, load_files: Load) -> None:
    loaded = load_files(write_text(SALES, "sales.csv"), write_text(LIKE_SALES, "invoices.csv"))

    assert "customers" not in loaded.bundle.tables
    assert "(90.00 in all) not counted" in _notes(loaded)


def test_money_that_lists_have_is_not_told(write_text: Write, load_files: Load) -> None:
    customers = "Customer ID,Customer,Region,Credit Limit,Last Order Date,Balance\nC1,Sole,North,5000,2025-05-01,10\n"

    loaded = load_files(write_text(SALES, "sales.csv"), write_text(customers, "customers.csv"))

    assert "not counted" not in _notes(loaded)
    assert "customers" in loaded.bundle.tables
