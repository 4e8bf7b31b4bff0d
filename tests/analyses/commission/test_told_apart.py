from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from commission_ground import ground
from salesperf.analyses.commission.told_apart import columns_of_parts, with_derived
from salesperf.core.errors import DataError
from salesperf.core.period import Grain, Span
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


def test_a_purchase_on_a_day_that_is_not_believed_makes_no_old_customer() -> None:
    of = ground(
        orders="order_id,order_date,customer_id,rep_name,amount\nA,1970-01-01,C1,Ann,10\nB,2026-02-06,C1,Ann,20\n"
    )
    scope, sold = of.scope("net_revenue", by=("rep",), where=()), of.facts[Subject.SALES]
    assert sold.days is not None
    february = of.days.periods(Grain.MONTH, Span(date(2026, 2, 1), date(2026, 2, 28)))
    believed = replace(sold, days=replace(sold.days, begins=date(2025, 1, 1), early=1))

    found = [
        with_derived(scope.measure, one, ("new_customer",), february, called=same("net"))
        .all_values(february, by=columns_of_parts(("new_customer",)))["by_new_customer"]
        .to_list()
        for one in (sold, believed)
    ]

    assert found == [["no"], ["yes"]]
