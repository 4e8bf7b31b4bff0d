"""Returns that name their product have the category that its sales have."""

from __future__ import annotations

from decimal import Decimal

from salesperf.engine import collect
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

HEADER = "order_id,return_of,order_date,product_name,category,amount,status\n"
SALES = (
    "S1,,2026-01-05,Pump,Pumps,100,completed\nS1,,2026-01-05,Gate,Valves,60,completed\n"
    "S2,,2026-01-06,Odd,Pumps,80,completed\nS3,,2026-01-06,Odd,Valves,10,completed\n"
)


def _found(rows: str) -> Sales:
    return sales(bundle_of([("orders", HEADER + SALES + rows)]), section=SalesSection())


def _net(rows: str) -> dict[str | None, Decimal]:
    lines = collect(_found(rows).lines)
    return {group[0]: part["net"].sum() for group, part in lines.group_by("category")}


def test_a_return_of_an_order_of_several_categories_has_that_of_its_product() -> None:
    returned = "R1,S1,2026-02-01,Gate,,-30,returned\n"

    assert _net(returned) == {"Pumps": Decimal(180), "Valves": Decimal(40)}
    assert dict(_found(returned).notes)["told_by_product"].en.startswith("1 return: the category")
    assert not [one for one in _found(returned).findings if one.code == "F515"]


def test_a_product_sold_under_two_categories_tells_none() -> None:
    # S2 is one order of one category: that of the order it names stands in.
    assert _net("R1,S2,2026-02-01,Odd,,-30,returned\n") == {"Pumps": Decimal(150), "Valves": Decimal(70)}
    assert _net("R1,S9,2026-02-01,Odd,,-30,returned\n")[None] == Decimal(-30)


def test_what_the_row_says_stays() -> None:
    assert _net("R1,S1,2026-02-01,Gate,Pumps,-30,returned\n") == {"Pumps": Decimal(150), "Valves": Decimal(70)}
