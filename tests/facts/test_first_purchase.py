from __future__ import annotations

from datetime import date

import narwhals as nw

from salesperf.core.period import Span
from salesperf.engine import collect
from salesperf.facts.first_purchase import with_new_customer
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

JANUARY, FEBRUARY = Span(date(2026, 1, 1), date(2026, 1, 31)), Span(date(2026, 2, 1), date(2026, 2, 28))
ORDERS = (
    "order_id,order_date,customer_id,amount\n"
    "1,2025-12-31,C1,10\n2,2026-01-01,C1,10\n3,2026-01-31,C2,10\n4,2026-02-01,C2,-10\n5,2026-02-28,C3,0\n"
    "6,2026-02-28,C4,10\n7,2026-02-01,C4,-10\n8,2026-02-01,,10\n9,2026-03-01,C5,10\n"
)


def test_a_customer_is_new_in_the_span_of_the_first_purchase_only() -> None:
    every = sales(bundle_of([("orders", ORDERS)]), section=SalesSection()).lines

    found = collect(with_new_customer(every, every, [JANUARY, FEBRUARY], name="new").sort("order"))

    # Order 5 is worth nothing, so C3 has bought nothing; 7 comes back in the span in which C4 is new; 9 is in none.
    assert found["new"].to_list() == ["no", "no", "yes", "no", "no", "yes", "yes", None, "no"]


def test_a_purchase_among_other_sales_counts() -> None:
    every = sales(bundle_of([("orders", ORDERS)]), section=SalesSection()).lines
    alone = every.filter(nw.col("order") == "2")

    found = collect(with_new_customer(alone, every, [JANUARY], name="new"))

    assert found["new"].to_list() == ["no"]
