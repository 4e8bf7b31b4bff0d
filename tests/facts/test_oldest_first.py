"""Payments by customer, set against what that customer owes."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from salesperf.engine import collect
from salesperf.facts.collections import collections
from salesperf.facts.oldest_first import are_by_customer
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()
BILLS = (
    "invoice_id,customer_id,customer_name,rep_name,invoice_date,due_date,amount\n"
    "A,C1,Acme,Ann,2026-01-10,2026-02-09,100\nB,C1,Acme,Bob,2026-01-15,2026-02-14,50\n"
    "C,C2,Beta,Bob,2026-01-16,2026-02-15,70\n"
)


def _bundle(paid: str, bills: str = BILLS) -> Bundle:
    return bundle_of([("invoices", bills), ("payments", paid)])


def _balances(bundle: Bundle) -> dict[str, object]:
    lines = collect(collections(bundle, SECTION, None)[Subject.RECEIVABLES].lines)
    return dict(lines.group_by("customer").agg(pl.col("receivable").sum()).rows())


def test_names_of_those_who_paid_are_customers_by_their_id() -> None:
    bundle = _bundle("customer_name,payment_date,amount\nAcme,2026-02-01,120\nBeta,2026-02-02,70\n")

    assert _balances(bundle) == {"C1": 30, "C2": 0}


def test_names_in_a_column_of_ids_are_found_too() -> None:
    bundle = _bundle("customer_id,payment_date,amount\nAcme,2026-02-01,120\nBeta,2026-02-02,70\n")

    assert _balances(bundle) == {"C1": 30, "C2": 0}


def test_cash_of_a_customer_with_invoices_of_two_reps_is_of_neither() -> None:
    bundle = _bundle("customer_name,payment_date,amount\nAcme,2026-02-01,120\nBeta,2026-02-02,70\n")

    lines = collect(collections(bundle, SECTION, None)[Subject.RECEIVED].lines)

    assert dict(zip(lines["customer_name"], lines["rep"], strict=True)) == {"Acme": None, "Beta": "Bob"}


def test_what_is_paid_before_it_is_invoiced_is_told() -> None:
    """40 before any invoice, and 100 of 100 owed 30 days later: 40 ahead at the most."""
    bundle = _bundle("customer_id,payment_date,amount\nC1,2026-01-05,40\nC2,2026-02-01,70\n")

    notes = dict(collections(bundle, SECTION, None)[Subject.RECEIVABLES].notes)

    assert notes["ahead"].en.startswith("1 customer at times paid more than was invoiced by then: ")


def test_a_credit_note_is_set_against_the_oldest_invoice_of_its_customer() -> None:
    bills = BILLS + "D,C1,Acme,Ann,2026-01-20,2026-01-20,-30\n"

    bundle = _bundle("customer_id,payment_date,amount\nC1,2026-02-20,70\n", bills)
    due = collect(collections(bundle, SECTION, None)[Subject.DUE].lines).filter(pl.col("date") == date(2026, 2, 9))

    assert (due["due_amount"].sum(), due["cash_for_due"].sum()) == (70, 70)


@pytest.mark.parametrize(
    ("paid", "is_so"),
    [
        ("customer_id,payment_date,amount\nC1,2026-02-01,5\nX,2026-02-01,5\n", True),
        ("customer_id,payment_date,amount\nX,2026-02-01,5\nY,2026-02-01,5\nC1,2026-02-01,5\n", False),
        ("customer_id,payment_date,amount,currency\nC1,2026-02-01,5,USD\nC1,2026-02-01,5,EUR\n", False),
        ("payment_date,amount\n2026-02-01,5\n", False),
    ],
)
def test_payments_are_set_against_customers_that_both_know_in_one_currency(paid: str, is_so: bool) -> None:  # noqa: FBT001
    bundle = _bundle(paid)

    assert are_by_customer(bundle.tables["invoices"], bundle.tables["payments"], bundle) is is_so
