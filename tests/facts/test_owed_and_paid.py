from __future__ import annotations

from salesperf.engine import collect
from salesperf.facts.owed_and_paid import orders_stand, told_of_invoices
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()
BILLS = "invoice_id,order_id,customer_id,invoice_date,due_date,amount\nI,O,C,2026-01-01,2026-01-20,80\n"


def test_orders_do_not_stand_beside_invoices_or_for_payments_without_orders() -> None:
    orders = ("orders", "order_id,order_date,amount\nO,2026-01-05,80\n")
    paid = ("payments", "order_id,payment_date,amount\nO,2026-01-20,30\n")
    nameless = ("payments", "order_id,payment_date,amount\n,2026-01-20,30\n")

    assert orders_stand(bundle_of([orders, paid]), SECTION)
    assert not orders_stand(bundle_of([orders, paid, ("invoices", BILLS)]), SECTION)
    assert not orders_stand(bundle_of([orders, nameless]), SECTION)
    assert not orders_stand(bundle_of([orders, paid]), SalesSection(basis="won deals"))


def test_what_is_owed_bears_the_columns_asked_for_beside_it() -> None:
    bundle = bundle_of([("invoices", BILLS), ("payments", "invoice_id,payment_date,amount\nI,2026-01-20,30\n")])
    invoiced, paid = bundle.tables["invoices"], bundle.tables["payments"]

    told = told_of_invoices(bundle, invoiced, paid, SECTION, as_of=None, beside=("order_id",))

    assert collect(told.owed.lines)["order_id"].to_list() == ["O"]
    assert not told_of_invoices(bundle, invoiced, paid, SECTION, as_of=None).owed.has("order_id")


def test_without_payments_or_days_of_settlement_nothing_tells_of_cash() -> None:
    bundle = bundle_of([("invoices", BILLS)])

    told = told_of_invoices(bundle, bundle.tables["invoices"], None, SECTION, as_of=None)

    assert (told.cash, told.settling) == (None, None)
