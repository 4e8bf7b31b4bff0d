from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from commission_ground import ground
from salesperf.analyses.commission.collecting.order_shares import OrderCash, cash_by_order
from salesperf.core.errors import DataError

ORDERS = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,100\nB,2026-01-06,R,C,50\n"
INVOICES = """invoice_id,order_id,customer_id,invoice_date,due_date,amount
I1,A,C,2026-01-10,2026-02-10,60
I2,A,C,2026-03-10,2026-04-10,53
"""
PAYMENTS = "invoice_id,payment_date,amount\nI1,2026-02-20,30\nI2,2026-04-01,53\n"


@pytest.fixture(scope="module")
def cash() -> OrderCash:
    return cash_by_order(ground(orders=ORDERS, invoices=INVOICES, payments=PAYMENTS))


@pytest.mark.parametrize(
    ("day", "share"),
    [
        # Until the second invoice is issued the order is worth the 100 that were sold, then the 113 invoiced.
        (date(2026, 2, 19), Fraction(0)),
        (date(2026, 2, 20), Fraction(30, 100)),
        (date(2026, 3, 10), Fraction(30, 113)),
        (date(2026, 4, 1), Fraction(83, 113)),
    ],
)
def test_the_share_collected_is_of_what_the_order_is_worth_by_then(cash: OrderCash, day: date, share: Fraction) -> None:
    assert cash.collected("A", day) == share


def test_what_was_never_invoiced_is_not_collected(cash: OrderCash) -> None:
    assert cash.collected("B", date(2026, 12, 31)) == 0


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2026, 3, 12), Fraction(0)),
        (date(2026, 3, 13), Fraction(30, 113)),
        (date(2026, 12, 31), Fraction(30, 113)),
    ],
)
def test_overdue_is_what_is_not_received_more_than_so_many_days_after_the_due_day(
    cash: OrderCash, day: date, share: Fraction
) -> None:
    # 30 days after 10 February is 12 March.
    assert cash.overdue("A", day, after=30) == share


def test_of_an_order_of_which_nothing_is_left_nothing_waits() -> None:
    orders = ORDERS + "A,2026-02-05,R,C,-100\n"
    bills = INVOICES.splitlines(keepends=True)[0] + "I1,A,C,2026-01-10,2026-02-10,100\nI1,A,C,2026-02-06,,-100\n"
    of = cash_by_order(ground(orders=orders, invoices=bills, payments=PAYMENTS))

    assert of.collected("A", date(2026, 2, 28)) == 1
    assert of.overdue("A", date(2026, 12, 31), after=0) == 0


def test_a_credit_note_that_takes_back_no_sale_is_not_cash() -> None:
    # Published (docs.inomial.com): an invoice of 100, 10 of it tax, settled with 70 in cash and a credit note of 30.
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,90\n"
    bills = INVOICES.splitlines(keepends=True)[0] + "I1,A,C,2026-01-10,2026-02-10,100\nI1,A,C,2026-02-06,,-30\n"
    paid = "invoice_id,payment_date,amount\nI1,2026-02-20,70\n"

    assert cash_by_order(ground(orders=orders, invoices=bills, payments=paid)).collected("A", date(2026, 2, 28)) == (
        Fraction(7, 10)
    )


def test_what_came_back_and_was_credited_is_not_waited_for() -> None:
    # 113 with tax; 40 of 100 come back and 45.20 are credited: the 67.80 that are left are paid.
    orders = "order_id,order_date,rep_id,customer_id,amount\nA,2026-01-05,R,C,100\nA,2026-02-05,R,C,-40\n"
    bills = INVOICES.splitlines(keepends=True)[0] + "I1,A,C,2026-01-10,2026-02-10,113\nI1,A,C,2026-02-06,,-45.20\n"
    paid = "invoice_id,payment_date,amount\nI1,2026-02-20,67.80\n"

    assert cash_by_order(ground(orders=orders, invoices=bills, payments=paid)).collected("A", date(2026, 2, 28)) == 1


def test_invoices_of_no_order_that_was_sold_are_refused() -> None:
    bills = INVOICES.replace(",A,", ",X,")

    with pytest.raises(DataError) as fault:
        cash_by_order(ground(orders=ORDERS, invoices=bills, payments=PAYMENTS))

    assert [one.code for one in fault.value.issues] == ["F630"]
