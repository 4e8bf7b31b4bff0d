from __future__ import annotations

from datetime import date

import polars as pl

from salesperf.engine import collect
from salesperf.facts.collections import collections
from salesperf.facts.section import SalesSection
from salesperf.facts.subject import Subject
from salesperf.tables.literal import bundle_of

BILLS = (
    "invoice_id,customer_id,invoice_date,due_date,amount\n"
    "A,C,2026-01-01,2026-02-01,100\nA,C,2026-02-20,,-10\nB,C,2026-03-01,2026-03-20,50\nD,C,2026-03-02,2026-09-01,7\n"
)
PAID = "invoice_id,payment_date,amount\nA,2026-02-11,60\nA,2026-03-25,30\n"


def lines_of(section: SalesSection, as_of: date | None = None) -> pl.DataFrame:
    bundle = bundle_of([("invoices", BILLS), ("payments", PAID)])
    return collect(collections(bundle, section, as_of)[Subject.DUE].lines)


def test_what_falls_due_counts_on_its_day_and_what_comes_for_it_is_known_when_it_comes() -> None:
    found = lines_of(SalesSection())

    rows = found.drop_nulls("due_amount").sort("date", "known_on", nulls_last=False)
    assert rows.select("date", "known_on", "due_amount", "cash_for_due").rows() == [
        (date(2026, 2, 1), None, 100, 0),
        (date(2026, 2, 1), date(2026, 2, 11), 0, 60),
        (date(2026, 2, 1), date(2026, 2, 20), -10, 0),
        (date(2026, 2, 1), date(2026, 3, 25), 0, 30),
        (date(2026, 3, 20), None, 50, 0),
    ]


def test_within_n_days_looks_at_what_has_been_due_for_so_long() -> None:
    def ripe(days: int) -> tuple[object, object]:
        found = lines_of(SalesSection(collected_within_days=days))
        return found["ripe_due"].sum(), found["ripe_cash"].sum()

    # By 25 March, A has been due for 52 days and B for 5; A's credit came after 19 days.
    assert ripe(30) == (90, 60)
    assert ripe(10) == (100, 60)
    assert ripe(9) == (100, 0)
    assert ripe(5) == (150, 0)


def test_nothing_is_known_that_came_after_the_as_of_day() -> None:
    found = lines_of(SalesSection(), date(2026, 2, 15))

    assert (found["due_amount"].sum(), found["cash_for_due"].sum()) == (100, 60)
