"""What invoices say was paid of them, where there are no payments."""

from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.owed import invoices
from salesperf.facts.said_paid import settled_invoices
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()


def test_invoices_may_say_themselves_when_they_were_settled() -> None:
    text = (
        "invoice_id,customer_id,invoice_date,amount,settled_date\nA,C,2026-01-05,100,2026-02-01\nB,C,2026-01-06,50,\n"
    )
    bundle = bundle_of([("invoices", text)])
    owed = invoices(bundle, bundle.tables["invoices"], SECTION, names="invoice_id", as_of=None)

    found = settled_invoices(owed, bundle, as_of=None)

    assert collect(found.lines).select("account", "date", "cash").rows() == [("A", date(2026, 2, 1), 100)]
