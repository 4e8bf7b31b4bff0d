from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from salesperf.engine import collect
from salesperf.facts.collections import collections
from salesperf.facts.receivables import AGES
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of


def lines_of(bills: str, paid: str) -> pl.DataFrame:
    bundle = bundle_of(
        [
            ("invoices", "invoice_id,customer_id,invoice_date,due_date,amount\n" + bills),
            ("payments", "invoice_id,payment_date,amount\n" + paid),
        ]
    )
    return collect(collections(bundle, SalesSection(), None)[Subject.RECEIVABLES].lines).sort("date", "receivable")


def test_an_open_invoice_moves_from_age_to_age_and_a_payment_lowers_the_one_it_meets() -> None:
    # Due 1 January: late from the 2nd, more than 30 days from 1 February, more than 60 from 3 March, 90 from 2 April.
    found = lines_of("A,C,2025-12-02,2026-01-01,100\n", "A,2026-02-10,40\nX,2026-04-30,1\n")

    ages = found.select("date", *AGES)
    assert ages.rows() == [
        (date(2025, 12, 2), 100, None, None, None, None),
        (date(2026, 1, 2), -100, 100, None, None, None),
        (date(2026, 2, 1), None, -100, 100, None, None),
        (date(2026, 2, 10), None, None, -40, None, None),
        (date(2026, 3, 3), None, None, -60, 60, None),
        (date(2026, 4, 2), None, None, None, -60, 60),
    ]
    assert found["receivable"].to_list() == [100, 0, 0, -40, 0, 0]
    assert found["overdue"].drop_nulls().to_list() == [100, -40]
    assert found["cash_days"].drop_nulls().to_list() == [40 * 40]


def test_a_paid_invoice_moves_no_more() -> None:
    found = lines_of("A,C,2025-12-02,2026-01-01,100\n", "A,2026-01-01,100\nX,2026-04-30,1\n")

    assert found.select("date", "not_due", "late_1_30").rows() == [
        (date(2025, 12, 2), 100, None),
        (date(2026, 1, 1), -100, None),
    ]


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(1, 28), st.integers(1, 50)), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 12), st.integers(-20, 60)), min_size=1, max_size=6),
)
def test_ages_add_up_to_what_is_owed_on_invoices_with_a_due_date(
    bills: list[tuple[int, int, int]], paid: list[tuple[int, int, int]]
) -> None:
    text = "".join(f"A{at},C,2026-01-{day:02},2026-02-{due:02},{sum_}\n" for at, (day, due, sum_) in enumerate(bills))
    money = "".join(f"A{at},2026-{month:02}-15,{sum_}\n" for at, month, sum_ in paid)

    found = lines_of(text, money)

    aged = sum((found[age].sum() or Decimal(0) for age in AGES), Decimal(0))
    over = {at: sum(s for one, _, s in paid if one == at) - bill[2] for at, bill in enumerate(bills)}
    # Only what is paid beyond an invoice, or back beyond nothing, has no age.
    beyond = {at: sum(s for one, _, s in paid if one == at) for at in range(len(bills))}
    unaged = -sum(max(left, 0) for left in over.values()) - sum(min(came, 0) for came in beyond.values())
    assert aged + unaged == found["receivable"].sum()
    assert found["overdue"].sum() == sum((found[age].sum() or Decimal(0) for age in AGES[1:]), Decimal(0))
