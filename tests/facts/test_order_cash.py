from __future__ import annotations

from datetime import date
from decimal import Decimal

from commission_ground import ground
from salesperf.facts.order_cash import Debt, order_cash
from salesperf.facts.sales import Sales
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject

ORDERS = """order_id,order_date,rep_id,customer_id,amount
A,2026-01-05,R,C,100
B,2026-01-06,S,C,50
"""


def debts(*, basis: str | None = None, **tables: str) -> tuple[Debt, ...]:
    of = ground(**tables)
    sold = of.facts[Subject.SALES]
    assert isinstance(sold, Sales)
    return order_cash(of.bundle, sold, SalesSection() if basis is None else SalesSection(basis=basis)).debts


def test_an_invoice_has_the_order_it_is_of_and_the_cash_and_credits_that_settle_it() -> None:
    bills = """invoice_id,order_id,customer_id,invoice_date,due_date,amount
I1,A,C,2026-01-10,2026-02-10,113
I2,B,C,2026-01-10,2026-02-10,50
I2,B,C,2026-01-20,2026-02-10,-10
"""
    cash = """invoice_id,payment_date,amount
I1,2026-02-01,60
I1,2026-03-01,60
I2,2026-03-02,40
"""

    first, second = debts(orders=ORDERS, invoices=bills, payments=cash)

    assert (first.order, first.owed, first.due) == ("A", 113, date(2026, 2, 10))
    # 120 were paid of 113: what is over settles nothing.
    paid = [(one.day, one.amount, one.where.file, one.where.row) for one in first.receipts]
    assert paid == [
        (date(2026, 2, 1), 60, "payments.csv", 2),
        (date(2026, 3, 1), 53, "payments.csv", 3),
    ]
    assert (second.owed, second.credits) == (50, ((date(2026, 1, 20), Decimal(10)),))


def test_orders_stand_for_invoices_that_are_not_there() -> None:
    cash = "order_id,payment_date,amount\nA,2026-02-01,60\n,2026-02-02,9\n"

    first, second = debts(orders=ORDERS, payments=cash)

    assert (first.order, first.rep, first.issued, first.due) == ("A", "R", date(2026, 1, 5), None)
    assert ([one.amount for one in first.receipts], second.receipts) == ([60], ())


def test_payments_that_name_customers_settle_the_oldest_order_first() -> None:
    cash = "customer_id,payment_date,amount\nC,2026-02-01,120\n"

    found = {one.order: [receipt.amount for receipt in one.receipts] for one in debts(orders=ORDERS, payments=cash)}

    assert found == {"A": [100], "B": [20]}


def test_without_payments_or_of_won_deals_nothing_is_told() -> None:
    deals = "deal_id,stage,status,amount,created_date,closed_date\nD,Won,won,100,2026-01-01,2026-01-05\n"
    cash = "order_id,payment_date,amount\nD,2026-02-01,60\n"

    assert debts(orders=ORDERS) == ()
    assert debts(basis="won deals", deals=deals, payments=cash) == ()
