from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground
from salesperf.analyses.commission.proportions import PROPORTIONS, refuse_unknown
from salesperf.core.errors import DataError, Where
from salesperf.core.period import Span
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.catalog import CATALOG

JANUARY = [Span(date(2026, 1, 1), date(2026, 1, 31))]
ORDERS = (
    "order_id,order_date,rep_name,amount,cost,list_amount\n"
    "1,2026-01-05,Ann,100,60,120\n2,2026-01-06,Ann,-10,,\n3,2026-01-07,Ann,0,,\n4,2026-02-01,Ann,10,,\n"
)


@pytest.mark.parametrize("of", PROPORTIONS)
def test_what_is_measured_is_in_the_catalog(of: str) -> None:
    asked = PROPORTIONS[of]  # type: ignore[index]

    assert asked.metric in CATALOG
    assert {asked.whole, asked.less} <= set(ATOMS.keys)


def test_a_return_needs_a_cost_but_no_list_price() -> None:
    scope = ground(orders=ORDERS).scope("net_revenue", by=("rep",), where=(), beside=("gross_profit", "discount_rate"))

    refuse_unknown(scope, "discount", JANUARY)
    with pytest.raises(DataError) as fault:
        refuse_unknown(scope, "margin", JANUARY)

    [told] = fault.value.issues
    assert (told.code, told.count, told.where) == ("F613", 1, Where("orders.csv", None, 3))
    assert told.message == "1 line is credited whose cost is not known, such as order 2 of 2026-01-06"
