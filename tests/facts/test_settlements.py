from __future__ import annotations

from datetime import date

from salesperf.engine import collect
from salesperf.facts.cash import payments
from salesperf.facts.owed import invoices
from salesperf.facts.section import SalesSection
from salesperf.facts.settlements import Settlements, paid_over, settled
from salesperf.tables.literal import bundle_of

SECTION = SalesSection()


def settle(bills: str, paid: str) -> tuple[Settlements, list[str]]:
    bundle = bundle_of(
        [
            ("invoices", "invoice_id,customer_id,invoice_date,due_date,amount\n" + bills),
            ("payments", "invoice_id,payment_date,amount\n" + paid),
        ]
    )
    owed = invoices(bundle, bundle.tables["invoices"], SECTION, names="invoice_id", as_of=None)
    cash = payments(bundle, bundle.tables["payments"], SECTION, owed=owed, as_of=None)
    found = settled(owed, cash.lines)
    return found, [one.message for one in paid_over(found, owed)]


def parts(found: Settlements) -> list[tuple[object, ...]]:
    of_items = collect(found.parts).join(collect(found.items).select("item", "due"), on="item")
    return of_items.sort("on", "is_cash", "due", nulls_last=True).select("due", "on", "part", "is_cash").rows()


def test_of_several_instalments_the_one_due_first_is_settled_first() -> None:
    found, over = settle(
        "A,C,2026-01-01,2026-03-01,60\nA,C,2026-01-01,2026-02-01,40\nA,C,2026-01-01,,10\n",
        "A,2026-02-05,50\nA,2026-03-05,55\n",
    )

    assert parts(found) == [
        (date(2026, 2, 1), date(2026, 2, 5), 40, True),
        (date(2026, 3, 1), date(2026, 2, 5), 10, True),
        (date(2026, 3, 1), date(2026, 3, 5), 50, True),
        (None, date(2026, 3, 5), 5, True),
    ]
    assert over == []


def test_what_is_paid_over_is_left_over_and_told() -> None:
    found, over = settle("A,C,2026-01-01,2026-02-01,100\n", "A,2026-02-05,90\nA,2026-02-06,30\n")

    assert parts(found) == [
        (date(2026, 2, 1), date(2026, 2, 5), 90, True),
        (date(2026, 2, 1), date(2026, 2, 6), 10, True),
    ]
    assert collect(found.over).rows() == [("A", date(2026, 2, 6), 20, True)]
    assert over[0].startswith("1 invoice was paid or credited beyond the amount, 20.00 in all, most 'A' (20.00)")


def test_what_is_over_is_one_number_of_cash_and_credits() -> None:
    """100 owed, 30 of it credited and 90 paid: 20 over, whichever of the two came last."""
    bills = "A,C,2026-01-01,2026-02-01,100\n"

    _, late_cash = settle(bills + "A,C,2026-01-20,,-30\n", "A,2026-02-05,90\n")
    _, late_credit = settle(bills + "A,C,2026-02-20,,-30\n", "A,2026-02-05,90\n")

    assert late_cash == late_credit
    assert late_cash[0].startswith("1 invoice was paid or credited beyond the amount, 20.00 in all")


def test_a_bounced_payment_opens_the_invoice_again() -> None:
    found, over = settle("A,C,2026-01-01,2026-02-01,100\n", "A,2026-02-05,100\nA,2026-02-08,-100\nA,2026-02-20,100\n")

    assert [part for _, _, part, _ in parts(found)] == [100, -100, 100]
    assert over == []


def test_a_credit_on_the_invoice_settles_it_without_cash() -> None:
    found, over = settle("A,C,2026-01-01,2026-02-01,100\nA,C,2026-01-20,,-30\n", "A,2026-02-05,70\n")

    assert parts(found) == [
        (date(2026, 2, 1), date(2026, 1, 20), 30, False),
        (date(2026, 2, 1), date(2026, 2, 5), 70, True),
    ]
    assert over == []


def test_a_credit_note_of_its_own_is_settled_by_paying_back() -> None:
    found, over = settle("CN,C,2026-01-01,2026-02-01,-50\n", "CN,2026-02-05,-50\n")

    assert parts(found) == [(date(2026, 2, 1), date(2026, 2, 5), -50, True)]
    assert over == []
