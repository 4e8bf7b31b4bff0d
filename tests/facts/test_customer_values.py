from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.engine import collect
from salesperf.facts.customer_values import DAYS, VALUES, customer_values
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.tables.literal import bundle_of

# Acme buys twice on one day, of one order two lines; half of it comes back. Bolt's only order comes back whole, without
# one of 10 that costs nothing. Nobody's line has no customer.
ORDERS = """order_id,order_date,customer_id,quantity,amount
1,2026-01-05,Acme,1,100
1,2026-01-05,Acme,1,50
2,2026-01-05,Acme,1,30
3,2026-02-01,Acme,1,20
4,2026-01-10,Bolt,1,40
4,2026-01-20,Bolt,-1,-40
5,2026-01-11,Bolt,1,0
6,2026-01-12,,1,70
2,2026-03-01,Acme,-1,-15
"""
Found = dict[str, tuple[object, ...]]


def found(*, since: date | None = None, until: date = date(2026, 12, 31), netted: bool = True) -> Found:
    lines = sales(bundle_of([("orders", ORDERS)]), section=SalesSection()).lines
    rows = collect(customer_values(lines, since=since, until=until, netted=netted, days=True)).sort("customer")
    assert rows.columns == ["customer", *VALUES, DAYS]
    assert rows.drop(DAYS).equals(
        collect(customer_values(lines, since=since, until=until, netted=netted)).sort("customer")
    )
    rows = rows.select("customer", "first", "last", "orders", "order_lines", DAYS, "amount")
    return {str(name): tuple(rest) for name, *rest in rows.iter_rows()}


def test_purchases_and_what_they_brought_less_what_came_back() -> None:
    assert found() == {
        "Acme": (date(2026, 1, 5), date(2026, 2, 1), 3, 4, 2, Decimal(185)),
        # Its order kept no worth, so there is no purchase.
        "Bolt": (None, None, 0, 0, 0, Decimal(0)),
    }


def test_what_came_back_may_count_as_sold() -> None:
    assert found(netted=False) == {
        "Acme": (date(2026, 1, 5), date(2026, 2, 1), 3, 4, 2, Decimal(200)),
        "Bolt": (date(2026, 1, 10), date(2026, 1, 10), 1, 1, 1, Decimal(40)),
    }


@pytest.mark.parametrize(
    ("since", "until", "acme"),
    [
        (None, date(2026, 1, 5), (date(2026, 1, 5), date(2026, 1, 5), 2, 3, 1, Decimal(180))),
        (date(2026, 2, 1), date(2026, 2, 1), (date(2026, 2, 1), date(2026, 2, 1), 1, 1, 1, Decimal(20))),
        (date(2026, 1, 6), date(2026, 3, 1), (date(2026, 2, 1), date(2026, 2, 1), 1, 1, 1, Decimal(5))),
    ],
)
def test_both_ends_of_the_days_count(since: date | None, until: date, acme: tuple[object, ...]) -> None:
    assert found(since=since, until=until)["Acme"] == acme


@pytest.mark.parametrize("netted", [True, False])
def test_without_an_end_all_lines_count_as_up_to_the_last_day(*, netted: bool) -> None:
    lines = sales(bundle_of([("orders", ORDERS)]), section=SalesSection()).lines
    to_the_end = collect(customer_values(lines, netted=netted)).sort("customer")
    assert to_the_end.equals(
        collect(customer_values(lines, until=date(2026, 3, 1), netted=netted)).sort("customer"),
    )


def test_before_the_first_sale_there_is_nobody() -> None:
    assert found(until=date(2025, 12, 31)) == {}
