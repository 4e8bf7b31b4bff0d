"""Lines of invoices are sales, and beside payments what is owed as well."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.sources.loaded import Loaded

Write = Callable[..., Path]
Load = Callable[..., Loaded]
_LINES = (
    "Invoice No,Customer,Invoice Date,Due Date,Item,Line Amount\n"
    "I1,Alpha,2026-01-10,2026-02-09,Saw,600\nI1,Alpha,2026-01-10,2026-02-09,Drill,400\n"
)


def test_beside_payments_the_lines_are_invoices_too_and_the_rows_are_accounted_for_once(
    write_text: Write, load_files: Load
) -> None:
    lines = write_text(_LINES, name="invoices.csv")
    paid = write_text("Payment Date,Invoice No,Amount\n2026-02-09,I1,700\n", name="payments.csv")

    loaded = load_files(lines, paid)

    assert set(loaded.bundle.tables) == {"orders", "payments", "invoices"}
    assert loaded.bundle.tables["invoices"].frame["amount"].to_list() == [600, 400]
    assert sum(account.rows for account in loaded.accounts) == 3


def test_without_payments_they_are_sales_alone(write_text: Write, load_files: Load) -> None:
    assert set(load_files(write_text(_LINES)).bundle.tables) == {"orders"}


def test_orders_without_a_day_they_are_due_on_are_no_invoices(write_text: Write, load_files: Load) -> None:
    orders = write_text("Order No,Order Date,Customer,Item,Amount\nA1,2026-01-10,Alpha,Saw,600\n", name="orders.csv")
    paid = write_text("Payment Date,Order No,Amount\n2026-02-09,A1,600\n", name="payments.csv")

    assert set(load_files(orders, paid).bundle.tables) == {"orders", "payments"}


_LEDGER = (
    "客户名称,合同编号,开票日期,应收金额,已回款金额,未回款金额,应收日期\n"
    "宏远,HT01,2025-01-10,12,12,0,2025-02-09\n"
    "新城,HT02,2025-01-20,8,5,3,2025-02-19\n"
)


def test_a_ledger_of_contracts_that_says_what_was_paid_tells_what_is_owed(write_text: Write, load_files: Load) -> None:
    found = load_files(write_text(_LEDGER, name="台账.csv")).bundle.tables["invoices"].frame

    assert found.select("invoice_id", "amount", "paid_amount", "balance").rows() == [
        ("HT01", 12, 12, 0),
        ("HT02", 8, 5, 3),
    ]


def test_payments_that_name_the_contracts_leave_them_orders(write_text: Write, load_files: Load) -> None:
    ledger = write_text(_LEDGER, name="台账.csv")
    paid = write_text("收款日期,合同编号,收款金额\n2025-02-09,HT01,12\n", name="收款.csv")

    assert "invoices" not in load_files(ledger, paid).bundle.tables
