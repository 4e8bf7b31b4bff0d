from __future__ import annotations

from datetime import date

import pytest

from salesperf.engine import collect, scan
from salesperf.facts.terms import Term, due_by_terms, term_of
from salesperf.tables.literal import bundle_of


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("Net 30", Term(30)),
        ("net30", Term(30)),
        ("30", Term(30)),
        ("30 days", Term(30)),
        ("2/10 net 30", Term(30)),
        ("60天", Term(60)),
        ("账期45天", Term(45)),
        ("Due on receipt", Term(0)),
        ("现结", Term(0)),
        ("月结30天", Term(30, of_month=True)),
        ("月结", Term(0, of_month=True)),
        ("Net 30 EOM", Term(30, of_month=True)),
        ("by agreement", None),
        ("30% deposit", None),
        ("2026", None),
    ],
)
def test_terms_of_payment_grant_days(word: str, term: Term | None) -> None:
    assert term_of(word) == term


def test_an_invoice_without_due_day_is_due_by_its_terms() -> None:
    text = (
        "invoice_id,invoice_date,due_date,payment_terms\n1,2026-01-10,2026-01-20,Net 30\n2,2026-01-10,,Net 30\n"
        "3,2026-01-10,,月结30天\n4,2026-01-10,,by agreement\n"
    )
    rows = scan(bundle_of([("invoices", text)]).tables["invoices"])

    due, notes = due_by_terms(rows, has_due=True)

    assert due is not None
    found = collect(rows.select("invoice_id", due=due)).sort("invoice_id")["due"].to_list()
    assert found == [date(2026, 1, 20), date(2026, 2, 9), date(2026, 3, 2), None]
    assert notes[0][1].en.startswith("2 invoice rows name no due date")


def test_terms_that_nobody_knows_make_nothing_due() -> None:
    rows = scan(bundle_of([("invoices", "invoice_id,invoice_date,payment_terms\n1,2026-01-10,\n")]).tables["invoices"])

    assert due_by_terms(rows, has_due=False) == (None, ())
