from __future__ import annotations

from datetime import date
from pathlib import Path

from people_company import left_out, section, told, write_company
from section_words import rows, said, total


def test_a_rep_sees_what_is_owed_for_his_own_sales(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "receivables")

    # Of INV-1 30 of 80 is paid, and it is 50 days late; INV-2 is due in April.
    assert rows(found, "debts", "customer", "owed", "overdue", "oldest") == [
        ("Birch", 50, 50, 50),
        ("Cedar", 50, 0, None),
    ]
    assert total(found, "debts")["owed"] == 100


def test_the_meeting_sees_everybody_with_the_rep(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting"), "receivables")

    assert rows(found, "overdue_invoices", "invoice", "rep", "due", "left") == [
        ("INV-1", "Ann Ashby", date(2026, 2, 9), 50),
        ("INV-3", "Dan Dunley", date(2026, 3, 29), 400),
    ]


def test_what_is_owed_is_that_of_the_end_of_the_period(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting", period="2026-02"), "receivables")

    assert said(found)[0] == "One customer owes 80 at the end of Feb 28, 2026."


def test_conditions_hold_for_what_is_owed_too(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting", where=("customer=Fir",)), "receivables")

    assert total(found, "debts")["owed"] == 400


def test_before_the_first_invoice_nothing_is_told(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting", period="2025-03")

    assert "Receivables" in left_out(report).en  # type: ignore[union-attr]


def test_without_payments_and_invoices_the_section_is_left_out_and_said_so(tmp_path: Path) -> None:
    report = told(write_company(tmp_path, "invoices.csv", "payments.csv"), "meeting")

    assert "Receivables (needs tables of invoices and payments)" in left_out(report).en  # type: ignore[union-attr]
