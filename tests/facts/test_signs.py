from __future__ import annotations

from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = """\
order_id,order_date,amount,status
S1,2026-01-05,100.00,completed
S2,2026-01-06,40.00,returned
S3,2026-01-07,70.00,completed
S3,2026-01-08,20.00,returned
S4,2026-01-09,-15.00,returned
"""


def facts(**settings: object) -> Sales:
    return sales(bundle_of([("orders", ORDERS)]), section=SalesSection.model_validate(settings))


def sums(found: Sales) -> dict[str, Decimal]:
    return collect(found.lines).select("gross", "returned", "net").sum().row(0, named=True)


def test_positive_returned_rows_are_credit_notes_and_those_without_a_sale_are_told() -> None:
    found = facts()

    # sold 100 + 70; returned 40 + 20 + 15
    assert sums(found) == {"gross": Decimal(170), "returned": Decimal(75), "net": Decimal(95)}
    # S2 alone: S3 has its sale in the order, S4 is negative.
    assert [(one.code, one.count) for one in found.findings] == [("F510", 1)]


def test_rows_whose_status_changed_hold_their_sale() -> None:
    found = facts(returned_status="status_change")

    # sold 100 + 70 + the sales of S2 (40) and of S3's second row (20); all three came back, and 15 more
    assert sums(found) == {"gross": Decimal(230), "returned": Decimal(75), "net": Decimal(155)}
    assert found.findings == ()


def test_a_sale_that_came_back_in_one_row_leaves_no_units_and_no_cost_behind() -> None:
    orders = (
        "order_id,order_date,quantity,amount,cost,status\n"
        "S1,2026-01-05,2,100,60,completed\nS2,2026-01-06,3,90,50,returned\nS3,2026-01-07,-1,-10,-6,returned\n"
    )
    of = bundle_of([("orders", orders)])

    found = collect(sales(of, section=SalesSection(returned_status="status_change")).lines)

    # S2 was sold and came back: 3 - 3 pieces, 50 - 50 of cost. Before it took 3 pieces and 50 of cost off others.
    assert found.select("net", "units", "cost_of_net").sum().row(0) == (90, 1, 54)


def test_saying_that_they_are_credit_notes_settles_the_question() -> None:
    found = facts(returned_status="credit_note")

    assert sums(found)["net"] == Decimal(95)
    assert found.findings == ()
