from __future__ import annotations

from datetime import date

from commission_ground import ground, paid, plan, worked_out
from salesperf.analyses.commission.events import events_behind
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.core.period import Span
from salesperf.core.text import Lang

ORDERS = """order_id,order_date,rep_id,customer_id,amount,product_id
A,2026-01-05,R,C,60,P
A,2026-01-05,R,C,40,Q
"""
INVOICES = """invoice_id,order_id,customer_id,rep_id,invoice_date,due_date,amount
I1,A,C,,2026-01-10,2026-02-10,100
I2,,D,T,2026-01-10,2026-02-10,70
"""
PAYMENTS = "invoice_id,payment_date,amount\nI1,2026-02-01,50\nI2,2026-02-03,70\nI1,2026-02-20,-10\n"
CASH = '[[component]]\nname = "cash"\nrule = "collected"\nrate = 1\ncash_of = "received"\n'


def test_an_invoice_without_an_order_is_that_of_its_own_rep() -> None:
    # By hand: R 50 received less 10 paid back, T 70.
    found = worked_out(ground(orders=ORDERS, invoices=INVOICES, payments=PAYMENTS), plan(CASH), date(2026, 2, 28))

    assert paid(found) == {("R", "2026-02"): "40.00", ("T", "2026-02"): "70.00"}


def test_of_conditions_the_share_of_the_order_counts_that_they_hold_for() -> None:
    # By hand: 40 of the 100 sold are Q: 40 % of 50 - 10.
    by = plan(CASH + 'where = ["product=Q"]')

    found = worked_out(ground(orders=ORDERS, invoices=INVOICES, payments=PAYMENTS), by, date(2026, 2, 28))

    assert paid(found) == {("R", "2026-02"): "16.00"}


def test_the_rows_behind_are_the_payments() -> None:
    found = worked_out(ground(orders=ORDERS, invoices=INVOICES, payments=PAYMENTS), plan(CASH), date(2026, 2, 28))
    days = Span(date(2026, 2, 1), date(2026, 2, 28))

    rows = events_behind(found.desk.credited["cash"], "R", days)

    assert [(one.file, one.row, one.date, one.order, one.amount) for one in rows] == [
        ("payments.csv", 2, date(2026, 2, 1), "A", 50),
        ("payments.csv", 4, date(2026, 2, 20), "A", -10),
    ]
    told = explain_report(found, "R", days, lang=Lang.EN)
    assert [row[1:6] + row[-3:-1] for row in told.records.rows] == [
        ("2026-02", "cash", "payments.csv", None, 2, "1", 50),
        ("2026-02", "cash", "payments.csv", None, 4, "1", -10),
    ]
