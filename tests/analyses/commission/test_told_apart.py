from __future__ import annotations

import pytest

from commission_ground import ground
from salesperf.analyses.commission.told_apart import columns_of_parts, with_derived
from salesperf.core.errors import DataError
from salesperf.core.text import same
from salesperf.facts.subject import Subject

ORDERS = "order_id,order_date,rep_name,amount\nA,2026-01-05,Ann,10\nA,2026-02-06,Ann,20\nB,2026-02-07,Ann,40\n"


def test_orders_are_told_apart_over_all_their_lines() -> None:
    of = ground(orders=ORDERS)
    scope = of.scope("net_revenue", by=("rep",), where=())

    found = with_derived(scope.measure, of.facts[Subject.SALES], ("order",), (), called=same("net"))

    by = columns_of_parts(("order",))
    rows = found.all_values((scope.whole,), by=by).select(*by, "net_revenue").rows()
    assert sorted((key, int(amount)) for key, amount in rows) == [("A", 30), ("B", 40)]


def test_lines_without_customers_have_no_new_ones() -> None:
    of = ground(orders=ORDERS)
    scope = of.scope("net_revenue", by=("rep",), where=())

    with pytest.raises(DataError, match="net revenue cannot be told apart by new customers"):
        with_derived(scope.measure, of.facts[Subject.SALES], ("new_customer",), (), called=same("net revenue"))
