from __future__ import annotations

from datetime import date

import polars as pl
from msgspec.structs import replace

from salesperf.engine import collect
from salesperf.facts.collections import collections, collections_of_orders
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()
BILLS = (
    "invoice_id,order_id,customer_id,invoice_date,due_date,amount\n"
    "A,O,C,2026-01-01,2026-02-01,100\nB,O,C,2026-01-02,2026-01-20,50\n"
)
MARKED = BILLS.replace("amount\n", "amount,settled_date\n")


def balance(bundle: Bundle, as_of: date | None = None) -> object:
    found = collections(bundle, SECTION, as_of)
    return collect(found[Subject.RECEIVABLES].lines)["receivable"].sum()


def notes(bundle: Bundle, subject: Subject = Subject.RECEIVABLES) -> list[str]:
    return [key for key, _ in collections(bundle, SECTION, None)[subject].notes]


def test_payments_alone_tell_what_was_received() -> None:
    bundle = bundle_of([("payments", "customer_id,payment_date,amount\nC,2026-01-01,5\n")])

    assert set(collections(bundle, SECTION, None)) == {Subject.RECEIVED}


def test_invoices_alone_tell_what_was_invoiced() -> None:
    assert set(collections(bundle_of([("invoices", BILLS)]), SECTION, None)) == {Subject.INVOICED}


def test_payments_that_name_orders_settle_their_invoices_the_one_due_first_first() -> None:
    bundle = bundle_of([("invoices", BILLS), ("payments", "order_id,payment_date,amount\nO,2026-02-10,60\n")])

    found = collections(bundle, SECTION, None)

    due = collect(found[Subject.DUE].lines).group_by("date").agg(pl.col("cash_for_due").sum()).sort("date")
    assert due.rows() == [(date(2026, 1, 20), 50), (date(2026, 2, 1), 10)]
    assert "by_order" in notes(bundle)


def test_a_plan_is_owed_up_to_the_day_of_the_last_payment() -> None:
    plan = (
        "invoice_id,customer_id,invoice_date,due_date,amount\n"
        "A,C,2026-04-30,2026-04-30,100\nA,C,2026-06-15,2026-06-15,100\nB,D,2026-07-31,2026-07-31,80\n"
    )
    paid = "order_id,customer_id,payment_date,amount\nA,C,2026-05-06,100\nA,C,2026-06-20,60\n"
    bundle = bundle_of([("invoices", plan), ("payments", paid)])
    owed_alone = replace(bundle.tables["invoices"], owed_alone=True)
    planned = replace(bundle, tables={**bundle.tables, "invoices": owed_alone})

    # Of 100 + 100 due by June 20 there are 40 left; the 80 of July are not due before a later day is asked for.
    assert (balance(planned), balance(planned, date(2026, 7, 31))) == (40, 120)
    assert "as_of_title" in notes(planned)


def test_payments_that_name_nothing_lower_the_whole_and_no_age() -> None:
    bundle = bundle_of([("invoices", BILLS), ("payments", "payment_date,amount\n2026-02-10,60\n")])

    found = collections(bundle, SECTION, None)

    assert balance(bundle) == 90
    assert Subject.DUE not in found
    assert not found[Subject.RECEIVABLES].has("overdue")
    assert "nameless" in notes(bundle)


def test_days_of_settlement_tell_what_payments_without_names_settled() -> None:
    bills = MARKED.replace(",100\n", ",100,2026-02-10\n").replace(",50\n", ",50,\n")
    bundle = bundle_of([("invoices", bills), ("payments", "customer_id,payment_date,amount\nC,2026-02-10,60\n")])

    found = collections(bundle, SECTION, None)

    assert balance(bundle) == 50
    assert collect(found[Subject.RECEIVED].lines)["cash"].sum() == 60
    assert "settled_by_day" in notes(bundle)


def test_an_invoice_marked_as_settled_that_payments_do_not_cover_is_a_finding() -> None:
    bills = MARKED.replace("0\n", "0,2026-02-10\n")
    bundle = bundle_of(
        [("invoices", bills), ("payments", "invoice_id,payment_date,amount\nA,2026-02-10,60\nB,2026-02-01,50\n")]
    )

    found = collections(bundle, SECTION, None)[Subject.RECEIVABLES].findings

    assert [(one.code, one.count, one.value) for one in found] == [("F534", 1, "A")]
    assert balance(bundle) == 40


def test_where_one_table_ends_long_before_the_other_nothing_is_known_after_it() -> None:
    bundle = bundle_of([("invoices", BILLS), ("payments", "invoice_id,payment_date,amount\nA,2026-06-10,60\n")])

    days = collections(bundle, SECTION, None)[Subject.RECEIVABLES].days

    assert days is not None
    assert (days.first, days.last, days.through) == (date(2026, 1, 1), date(2026, 1, 2), date(2026, 6, 10))
    assert "ends_apart" in notes(bundle)


def test_orders_stand_for_invoices_where_payments_name_them() -> None:
    orders = "order_id,order_date,customer_id,amount\nO,2026-01-05,C,80\n"
    bundle = bundle_of(
        [("orders", orders), ("payments", "order_id,payment_date,amount\nO,2026-01-20,30\nP,2026-01-21,9\n")]
    )

    found = collections_of_orders(sales(bundle, section=SECTION), bundle, SECTION, None)

    assert collections(bundle, SECTION, None) == {}
    assert set(found) == {Subject.INVOICED, Subject.RECEIVED, Subject.RECEIVABLES}
    assert collect(found[Subject.RECEIVABLES].lines)["receivable"].sum() == 50
    assert [one.code for one in found[Subject.RECEIVED].findings] == ["F530"]


def test_payments_that_name_a_customer_settle_what_is_due_first() -> None:
    bundle = bundle_of([("invoices", BILLS), ("payments", "customer_id,payment_date,amount\nC,2026-02-10,60\n")])

    found = collections(bundle, SECTION, None)

    due = collect(found[Subject.DUE].lines).group_by("date").agg(pl.col("cash_for_due").sum()).sort("date")
    assert due.rows() == [(date(2026, 1, 20), 50), (date(2026, 2, 1), 10)]
    assert balance(bundle) == 90
    assert "oldest_first" in notes(bundle)


def test_orders_stand_for_invoices_where_payments_name_their_customers() -> None:
    orders = "order_id,order_date,customer_id,amount\nO,2026-01-05,C,80\nQ,2026-01-06,D,20\n"
    paid = "customer_id,payment_date,amount\nC,2026-01-20,30\nX,2026-01-21,9\n"
    bundle = bundle_of([("orders", orders), ("payments", paid)])

    found = collections_of_orders(sales(bundle, section=SECTION), bundle, SECTION, None)

    assert collect(found[Subject.RECEIVABLES].lines)["receivable"].sum() == 70
    assert [one.code for one in found[Subject.RECEIVED].findings] == ["F530"]


PAID = "invoice_id,customer_id,invoice_date,due_date,amount,paid_amount,settled_date,balance\n"


def received(bundle: Bundle) -> object:
    return collect(collections(bundle, SECTION, None)[Subject.RECEIVED].lines)["cash"].sum()


def test_what_an_invoice_says_was_paid_is_received_and_its_balance_is_owed() -> None:
    rows = (
        "A,C,2026-01-10,2026-02-09,1000,1000,2026-02-05,0\nB,C,2026-01-25,2026-02-24,800,300,2026-03-01,500\n"
        "D,C,2026-03-10,2026-04-09,700,,,700\n"
    )
    bundle = bundle_of([("invoices", PAID + rows)])

    assert received(bundle) == 1300
    assert balance(bundle) == 1200
    assert collections(bundle, SECTION, None)[Subject.RECEIVABLES].findings == ()


def test_a_balance_alone_tells_what_was_paid() -> None:
    text = "invoice_id,customer_id,invoice_date,amount,settled_date,balance\nA,C,2026-01-10,800,2026-02-01,500\n"
    bundle = bundle_of([("invoices", text)])

    assert (received(bundle), balance(bundle)) == (300, 500)


def test_what_is_paid_on_no_day_lowers_what_is_owed_and_is_received_on_no_day() -> None:
    bundle = bundle_of(
        [("invoices", "invoice_id,customer_id,invoice_date,amount,paid_amount\nA,C,2026-01-10,800,300\n")]
    )

    assert Subject.RECEIVED not in collections(bundle, SECTION, None)
    assert balance(bundle) == 500
    assert "paid_undated" in notes(bundle)


def test_an_amount_its_payment_and_its_balance_that_contradict_each_other_are_told() -> None:
    bundle = bundle_of([("invoices", PAID + "A,C,2026-01-10,2026-02-09,1000,300,2026-02-05,650\n")])

    (one,) = collections(bundle, SECTION, None)[Subject.RECEIVABLES].findings

    assert (one.code, one.value, "50.00 apart" in str(one.message)) == ("F535", "A", True)
    assert balance(bundle) == 700


def test_a_paid_date_without_paid_amount_or_balance_settles_the_invoice_in_full() -> None:
    bundle = bundle_of([("invoices", PAID + "A,C,2026-01-10,2026-02-09,1000,,2026-02-05,\n")])

    assert (received(bundle), balance(bundle)) == (1000, 0)


def test_later_payments_that_are_all_for_known_invoices_show_that_no_invoice_is_missing() -> None:
    paid = "invoice_id,payment_date,amount\nA,2026-03-31,60\n"
    bundle = bundle_of([("invoices", BILLS), ("payments", paid)])
    strange = bundle_of([("invoices", BILLS), ("payments", f"{paid}Z,2026-03-31,5\n")])

    ends = [collections(one, SECTION, None)[Subject.RECEIVABLES].days for one in (bundle, strange)]

    assert [days and days.last for days in ends] == [date(2026, 3, 31), date(2026, 1, 2)]
