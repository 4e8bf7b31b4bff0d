from __future__ import annotations

import polars as pl

from salesperf.sources.profile import profiles
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.titles.about import said_in

KNOWN = profiles()
PLAIN = {
    "Number": ["1", "2"],
    "Date": ["2026-01-05", "2026-01-06"],
    "Customer": ["A", "B"],
    "Net": ["10", "20"],
    "Gross": ["12", "24"],
}
DUE = {"Due Date": ["2026-02-05", "2026-02-06"]}
PAID = {"No": ["1", "2"], "Invoice": ["A1", "A2"], "Date": ["2026-01-05", "2026-01-06"], "Amount": ["10", "20"]}


def _table(columns: dict[str, list[str]], name: str) -> str | None:
    rows = pl.DataFrame(columns)
    best = detected(Sample(tuple(rows.columns), rows, about=said_in(name)), KNOWN).best
    return best.table if best else None


def test_a_list_named_for_invoices_with_due_days_is_one_of_invoices() -> None:
    assert _table(PLAIN | DUE, "invoice list") == "invoices"


def test_plain_documents_without_due_days_or_without_the_name_stay_sales() -> None:
    assert _table(PLAIN, "invoice list") == "orders"
    assert _table(PLAIN | DUE, "documents") == "orders"


def test_receipts_that_name_invoices_are_payments() -> None:
    assert _table(PAID, "receipts") == "payments"
    assert _table(PAID, "回款") == "payments"


def test_receipts_of_a_till_and_tables_of_another_name_stay_sales() -> None:
    till = PAID | {"Product": ["Tea", "Milk"], "Quantity": ["1", "2"]}

    assert _table(till, "receipts") == "orders"
    assert _table(PAID, "list") == "orders"


def test_goods_with_their_quantities_make_invoices_with_due_days_lines_of_sales() -> None:
    goods = {"Description": ["Saw", "Drill"], "Quantity": ["1", "3"]}
    numbered = {("Invoice Number" if name == "Number" else name): cells for name, cells in (PLAIN | DUE).items()}

    assert _table(numbered, "invoice list") == "invoices"
    assert _table(numbered | goods, "invoice list") == "orders"
