"""What invoices say was paid of them, where there are no payments."""

from __future__ import annotations

from datetime import date

from salesperf.core.period import Span
from salesperf.engine import collect
from salesperf.facts.cash import Cash
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


PAID = "invoice_id,customer_id,invoice_date,amount,paid_amount,settled_date\n"


def _cash(rows: str, as_of: date | None = None) -> Cash:
    bundle = bundle_of([("invoices", PAID + rows)])
    owed = invoices(bundle, bundle.tables["invoices"], SECTION, names="invoice_id", as_of=as_of)
    return settled_invoices(owed, bundle, as_of=as_of)


def test_what_is_paid_on_no_day_leaves_the_days_from_its_invoice_to_the_last_unsettled() -> None:
    rows = "A,C,2026-01-05,100,100,2026-02-01\nB,C,2026-02-10,50,20,\nD,C,2026-03-31,80,,\n"
    days = Span(date(2026, 2, 10), date(2026, 3, 30))

    assert _cash(rows).unsettled == days
    # What was paid by the last of March was not known at the end of February.
    assert _cash(rows, as_of=date(2026, 2, 28)).unsettled == days
    assert (
        "what was owed, overdue and collected before that day is not known"
        in dict(_cash(rows).notes)["paid_undated"].en
    )


def test_a_trifle_paid_on_no_day_leaves_all_days_known() -> None:
    rows = "A,C,2026-01-05,1000,1000,2026-02-01\nB,C,2026-02-10,50,10,\nD,C,2026-03-31,80,,\n"

    assert _cash(rows).unsettled is None
    assert _cash("A,C,2026-01-05,1000,1000,2026-02-01\n").unsettled is None
