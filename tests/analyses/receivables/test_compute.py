from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from salesperf.analyses.receivables.compute import Receivables, receivables_of
from salesperf.app.frames import frame
from salesperf.app.layers import Surroundings
from salesperf.app.run import kpi_of
from salesperf.app.workspace import Ask, read, workspace
from salesperf.facts.collections import collections
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.whose import EVERYBODY, Whose
from salesperf.metrics.request import Request
from salesperf.tables.literal import bundle_of

ON = date(2026, 3, 31)
INVOICES = """\
invoice_id,customer_id,customer_name,rep_id,rep_name,invoice_date,due_date,amount
A,C1,Alder,R1,Ann,2025-12-01,2025-12-31,100.10
B,C1,Alder,R1,Ann,2026-02-01,2026-03-03,200.00
C,C2,Birch,R2,Bob,2026-03-15,2026-04-14,50.05
D,C2,Birch,R1,Ann,2026-01-10,2026-02-09,30.00
E,C3,Cedar,R2,Bob,2026-01-01,2026-01-31,40.00
"""
PAYMENTS = """\
invoice_id,payment_date,amount
A,2026-01-15,60.10
D,2026-02-20,30.00
E,2026-04-05,40.00
"""


def owed(whose: Whose = EVERYBODY, *, on: date = ON, invoices: str = INVOICES) -> Receivables:
    bundle = bundle_of([("invoices", invoices), ("payments", PAYMENTS)])
    events = collections(bundle, SalesSection(), None)[Subject.RECEIVABLES]
    found = receivables_of(events, bundle, whose, on=on)
    assert found is not None
    return found


def test_debts_are_by_customer_without_those_that_are_settled() -> None:
    found = owed()

    # Of A 40 is left, 90 days late; B is 28 days late; E (paid in April) 59 days; C is not due; D is settled.
    assert [(one.name, one.reps, one.owed, one.overdue, one.oldest, one.bills) for one in found.debts] == [
        ("Alder", ("Ann",), Decimal("240.00"), Decimal("240.00"), 90, 2),
        ("Cedar", ("Bob",), Decimal("40.00"), Decimal("40.00"), 59, 1),
        ("Birch", ("Bob",), Decimal("50.05"), Decimal(0), None, 0),
    ]
    assert (found.whole.owed, found.whole.overdue, found.whole.oldest) == (Decimal("330.05"), Decimal(280), 90)


def test_a_customer_of_several_reps_is_one_debt_under_whoever_sold_most_of_it() -> None:
    found = owed(invoices=INVOICES + "F,C1,Alder,R2,Bob,2026-03-01,2026-03-20,300.00\n")

    # 40 and 200 with Ann, 300 with Bob, which is 11 days late.
    alder = found.debts[0]
    assert (alder.name, alder.reps, alder.owed, alder.overdue) == ("Alder", ("Bob", "Ann"), 540, 540)
    assert (alder.oldest, alder.bills) == (90, 3)
    assert [one.customer for one in found.debts] == ["C1", "C3", "C2"]
    assert found.balances["C1"] == 540


def test_ages_are_by_days_after_the_due_day_and_add_up() -> None:
    # Not due 50.05; 1-30 days 200; 31-60 days 40; 61-90 days 40; more 0.
    assert owed().whole.ages == (Decimal("50.05"), Decimal(200), Decimal(40), Decimal(40), Decimal(0))


def test_bills_are_what_is_left_of_invoices_after_their_due_day_the_latest_first() -> None:
    bills = [(one.number, one.name, one.due, one.days_late, one.left) for one in owed().bills]

    assert bills == [
        ("A", "Alder", date(2025, 12, 31), 90, Decimal("40.00")),
        ("E", "Cedar", date(2026, 1, 31), 59, Decimal("40.00")),
        ("B", "Alder", date(2026, 3, 3), 28, Decimal("200.00")),
    ]


def test_a_rep_has_the_debts_of_his_own_sales() -> None:
    found = owed(Whose("rep", "R2"))

    assert [(one.name, one.owed) for one in found.debts] == [("Cedar", Decimal(40)), ("Birch", Decimal("50.05"))]


def test_an_earlier_day_is_told_as_it_was() -> None:
    found = owed(on=date(2026, 1, 10))

    # The payment for A has not come in yet; D is issued on the day; E is not due before the 31st.
    assert [(one.name, one.owed, one.overdue, one.oldest) for one in found.debts] == [
        ("Alder", Decimal("100.10"), Decimal("100.10"), 10),
        ("Cedar", Decimal("40.00"), Decimal(0), None),
        ("Birch", Decimal("30.00"), Decimal(0), None),
    ]


def test_payments_beyond_an_invoice_lower_what_is_owed_and_have_no_age() -> None:
    bundle = bundle_of(
        [("invoices", INVOICES), ("payments", "invoice_id,payment_date,amount\nC,2026-03-20,60.05\nB,2026-03-31,1\n")]
    )
    events = collections(bundle, SalesSection(), None)[Subject.RECEIVABLES]

    found = receivables_of(events, bundle, Whose("rep", "R2"), on=ON)

    # E is owed (40, 59 days late); of C, which is paid, 10 too much came in.
    assert found is not None
    assert (found.whole.owed, found.whole.credit, found.whole.left) == (Decimal(40), Decimal(-10), Decimal(30))
    assert found.whole.overdue == Decimal(40)
    assert found.whole.ages == (Decimal(0), Decimal(0), Decimal(40), Decimal(0), Decimal(0))


def test_a_credit_note_is_never_late_and_takes_nothing_off_what_is() -> None:
    """Of credit note N (due in January, 80 days before) nothing is late; B is, for 28 days, with all of its 200."""
    bills = "B,C1,2026-02-01,2026-03-03,200\nN,C1,2026-01-10,2026-01-10,-60\nM,C2,2026-01-10,2026-01-10,-5\n"
    bundle = bundle_of(
        [
            ("invoices", "invoice_id,customer_id,invoice_date,due_date,amount\n" + bills),
            ("payments", "invoice_id,payment_date,amount\nN,2026-03-30,-10\n"),
        ]
    )
    events = collections(bundle, SalesSection(), None)[Subject.RECEIVABLES]

    found = receivables_of(events, bundle, EVERYBODY, on=ON)

    assert found is not None
    # 10 of N were paid back: 50 are left of it.
    assert [(one.customer, one.owed, one.credit, one.overdue, one.oldest, one.bills) for one in found.debts] == [
        ("C1", 200, -50, 200, 28, 1),
        ("C2", 0, -5, 0, None, 0),
    ]
    assert found.balances == {"C1": 150, "C2": -5}
    assert [one.number for one in found.bills] == ["B"]
    assert found.whole.ages == (0, 200, 0, 0, 0)
    assert found.whole.left == 145


def test_without_due_days_nothing_is_late_and_nothing_has_an_age() -> None:
    bills = "invoice_id,customer_id,invoice_date,amount\nA,C1,2026-01-01,10\n"
    bundle = bundle_of([("invoices", bills), ("payments", "invoice_id,payment_date,amount\nA,2026-03-31,4\n")])

    found = receivables_of(collections(bundle, SalesSection(), None)[Subject.RECEIVABLES], bundle, EVERYBODY, on=ON)

    assert found is not None
    assert (found.whole.owed, found.whole.overdue, found.whole.ages, found.bills) == (Decimal(6), None, None, ())


def test_where_the_files_do_not_tell_whose_debts_are_whose_nothing_is_told() -> None:
    bundle = bundle_of([("invoices", INVOICES), ("payments", PAYMENTS)])
    events = collections(bundle, SalesSection(), None)[Subject.RECEIVABLES]

    assert receivables_of(events, bundle, Whose("team", "North"), on=ON) is None


@pytest.mark.parametrize(
    ("company", "period"), [("acme_en", "2026-06"), ("hengyuan_zh", "2025-12"), ("acme_en", "2025-03")]
)
def test_sums_are_those_of_the_metrics_to_the_cent(root: Path, company: str, period: str) -> None:
    opened = read(workspace(Ask((str(root / "examples" / company),), Surroundings(root, {}))))
    question = Request(metrics=("receivable", "overdue"), by=("rep",), period=period)
    asked = frame(kpi_of(opened, question).report)
    bundle = opened.loaded.bundle
    events = collections(bundle, SalesSection(), None)[Subject.RECEIVABLES]
    year, month = map(int, period.split("-"))
    on = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1

    for row in asked.filter(asked["rep_id"].is_not_null()).iter_rows(named=True):
        found = receivables_of(events, bundle, Whose("rep", row["rep_id"]), on=date.fromordinal(on))
        assert found is not None
        assert (found.whole.left, found.whole.overdue or 0) == (row["receivable"], row["overdue"]), row["rep"]
        assert sum((one.left for one in found.bills), Decimal(0)) == row["overdue"]
