from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from rfm_ground import codes, question
from salesperf.analyses.rfm.axes import Counting, Often, Returns, Worth
from salesperf.analyses.rfm.compute import scored_customers
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.summarised import is_summarised, summarised
from salesperf.core.errors import DataError, UsageError
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEAD = "customer_id,last_date,orders,revenue\n"
# The five customers of the ground, summed up; Fay has ordered nothing, Gus stands in two rows, one row lacks its day.
ROWS = (
    "Ann,2026-03-31,3,300\nBob,2026-03-21,2,100\nCas,2026-03-01,1,400\nDora,2026-01-30,1,20\nEve,2025-12-04,1,50\n"
    "Eve,2025-12-01,3,150\nFay,2026-01-01,0,-5\nZoe,,1,10\n"
)
BUNDLE = bundle_of([("customer_summary", HEAD + ROWS)])


def refused(asked: Question) -> str:
    with pytest.raises((DataError, UsageError)) as fault:
        summarised(BUNDLE, asked)
    return fault.value.text.en


def test_a_summary_is_scored_as_the_orders_would_be() -> None:
    found = scored_customers(summarised(BUNDLE, question()), BUNDLE, question())

    assert codes(found) == {"Ann": "544", "Bob": "432", "Cas": "315", "Dora": "211", "Eve": "153"}
    assert found.customers.day == date(2026, 3, 31)


def test_rows_that_lack_something_and_rows_of_one_customer_are_told() -> None:
    found = summarised(BUNDLE, question())

    assert {key: text.en for key, text in found.notes} == {
        "basis": "basis: a summary of customers, as the file tells it",
        "summary_lacks": "left out: 1 row of the summary without customer, last purchase, orders or amount",
        "summary_rows_added": "1 customer stands in several rows of the summary, which are added up",
    }
    assert (found.unscored.returned, found.unscored.returned_net) == (1, Decimal(-5))


def test_the_mean_is_of_the_orders_and_a_later_day_may_be_asked_for() -> None:
    asked = question(counting=Counting(worth=Worth.MEAN), as_of=date(2026, 4, 30))
    values = {row["customer"]: row for row in summarised(BUNDLE, asked).values.iter_rows(named=True)}

    assert (values["Ann"]["recency"], values["Ann"]["monetary"]) == (30, 100)


def test_what_needs_the_orders_is_refused() -> None:
    assert "frequency by lines or days" in refused(question(counting=Counting(often=Often.DAYS)))
    assert "what came back" in refused(question(counting=Counting(returns=Returns.IGNORED)))
    assert "the days of a window" in refused(question(window=30))
    assert "conditions of lines" in refused(question(where=("region=East",)))
    assert refused(question(as_of=date(2026, 3, 20))).startswith("2 customers have a last purchase after 2026-03-20")


def test_orders_are_whole_numbers() -> None:
    parts = bundle_of([("customer_summary", HEAD + "Ann,2026-03-31,1.5,300\n")])
    with pytest.raises(DataError, match=r"not whole, such as 1\.5"):
        summarised(parts, question())
    with pytest.raises(DataError, match="no row of the summary"):
        summarised(bundle_of([("customer_summary", HEAD + "Ann,,1,300\n")]), question())


def test_sales_go_before_a_summary() -> None:
    both = bundle_of(
        [("customer_summary", HEAD + ROWS), ("orders", "order_id,order_date,customer_id,amount\n1,2026-01-01,Ann,5\n")]
    )

    assert is_summarised(BUNDLE, SalesSection())
    assert not is_summarised(both, SalesSection())
