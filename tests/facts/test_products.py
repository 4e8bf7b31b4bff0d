from __future__ import annotations

import pytest

from salesperf.engine import collect
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

ORDERS = (
    "order_id,order_date,product_id,quantity,amount\n"
    "A,2026-01-01,P1,3,30\nB,2026-01-01,P2,1,10\nC,2026-01-01,P1,-1,-10\n"
)
PRODUCTS = "product_id,cost\nP1,4\n"


def costs(orders: str, products: str) -> list[object]:
    found = sales(bundle_of([("orders", orders), ("products", products)]), section=SalesSection())
    return collect(found.lines).sort("order")["cost_of_net"].to_list()


def test_a_line_without_a_cost_column_costs_quantity_times_unit_cost() -> None:
    # A: 3 x 4; B has no known cost; C brings 1 x 4 back.
    assert costs(ORDERS, PRODUCTS) == [12, None, -4]


def test_the_report_says_where_the_cost_comes_from() -> None:
    found = sales(bundle_of([("orders", ORDERS), ("products", PRODUCTS)]), section=SalesSection())

    assert "unit cost of the products table" in dict(found.notes)["cost"].en


def test_the_lines_own_cost_is_not_replaced() -> None:
    orders = "order_id,order_date,product_id,quantity,amount,cost\nA,2026-01-01,P1,3,30,9\nB,2026-01-01,P1,1,10,\n"

    assert costs(orders, PRODUCTS) == [9, None]


def test_a_product_listed_twice_does_not_multiply_lines() -> None:
    found = sales(bundle_of([("orders", ORDERS), ("products", PRODUCTS + "P1,5\n")]), section=SalesSection())

    assert found.counts.rows == 3
    assert [finding.code for finding in found.findings] == ["F507"]


@pytest.mark.parametrize("products", ["product_id,category\nP1,x\n", "product_id,product_name\nP1,x\n"])
def test_without_a_unit_cost_there_is_no_cost(products: str) -> None:
    found = sales(bundle_of([("orders", ORDERS), ("products", products)]), section=SalesSection())

    assert not found.has("cost_of_net")


def test_a_line_that_has_the_name_of_a_product_alone_costs_what_its_id_costs() -> None:
    orders = (
        "order_id,order_date,product_id,product_name,quantity,amount\n"
        "A,2026-01-01,P1,Pen,3,30\nB,2026-01-01,,Pen,2,20\nC,2026-01-01,,Ink,1,5\n"
    )

    # P1 costs 4 apiece, on line B too, which has its name alone; nobody lists Ink.
    assert costs(orders, PRODUCTS) == [12, 8, None]
