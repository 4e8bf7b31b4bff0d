from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground
from salesperf.analyses.commission.credited import credited
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.records import RecordNeeds
from salesperf.analyses.commission.unknown import refuse_unknown
from salesperf.core.errors import DataError, Issue, Where
from salesperf.core.period import Grain, Period

START, END = date(2026, 1, 1), date(2026, 1, 31)
JANUARY = (Period(START, END, "2026-01", Grain.MONTH),)
ORDERS = (
    "order_id,order_date,rep_name,product_name,quantity,amount,cost,list_amount\n"
    "1,2026-01-05,Ann,bolt,10,100,60,120\n"
    "2,2026-01-06,Ann,bolt,-1,-10,,\n"
    "3,2026-01-07,Ann,bolt,1,0,,\n"
    "4,2026-01-08,,bolt,,50,,\n"
    "5,2026-02-01,Ann,bolt,1,10,,\n"
    "6,2026-02-02,Ann,nut,,10,5,10\n"
)


def lacking(metric: str, *, since: date | None = START, until: date = END, orders: str = ORDERS) -> tuple[Issue, ...]:
    scope = ground(orders=orders).scope(metric, by=("rep",), where=())
    with pytest.raises(DataError) as fault:
        refuse_unknown(scope, since=since, until=until)
    return fault.value.issues


@pytest.mark.parametrize("metric", ["gross_profit", "gross_margin"])
def test_a_cost_must_be_known_of_sales_and_returns_that_somebody_is_credited_with(metric: str) -> None:
    [told] = lacking(metric)

    assert (told.code, told.where) == ("F613", Where("orders.csv", None, 3))
    assert told.message == "order 2 of 2026-01-06, -10 net: its cost is not known"


def test_days_before_and_after_are_not_asked_about() -> None:
    february = date(2026, 2, 28)

    assert [one.where.row for one in lacking("gross_profit", since=date(2026, 2, 1), until=february)] == [6]
    assert [one.where.row for one in lacking("gross_profit", since=None, until=february)] == [3, 6]
    refuse_unknown(
        ground(orders=ORDERS).scope("gross_profit", by=("rep",), where=()),
        since=date(2026, 2, 2),
        until=february,
    )


def test_of_very_many_lines_the_first_are_named_and_the_rest_counted() -> None:
    lines = "".join(f"{at},2026-01-05,Ann,bolt,1,10,,\n" for at in range(1, 131))

    told = lacking("gross_profit", orders=ORDERS.splitlines()[0] + "\n" + "9,2026-01-02,Ann,bolt,1,9,5,\n" + lines)

    assert len(told) == 101
    assert [one.where.row for one in told[:3]] == [3, 4, 5]
    assert (told[-1].count, sum(one.count for one in told)) == (30, 130)


def test_a_quantity_must_be_known_of_what_units_are_paid_for() -> None:
    [told] = lacking("units", until=date(2026, 2, 28))

    assert (told.code, told.where) == ("F617", Where("orders.csv", None, 7))
    assert told.message == "order 6 of 2026-02-02, 10 net: its quantity is not known"


def test_what_the_conditions_leave_out_need_not_be_known() -> None:
    scope = ground(orders=ORDERS).scope("units", by=("rep",), where=("product=bolt",))

    refuse_unknown(scope, since=START, until=date(2026, 2, 28))


@pytest.mark.parametrize("metric", ["discount_rate", "net_revenue", "orders"])
def test_what_comes_back_needs_no_list_price_and_revenue_neither(metric: str) -> None:
    refuse_unknown(ground(orders=ORDERS).scope(metric, by=("rep",), where=()), since=START, until=END)


def test_a_list_price_must_be_known_of_what_is_sold() -> None:
    [told] = lacking("discount_rate", until=date(2026, 2, 28))

    assert (told.code, told.where) == ("F614", Where("orders.csv", None, 6))


def test_what_is_paid_for_is_never_measured_without_it() -> None:
    with pytest.raises(DataError) as fault:
        credited(ground(orders=ORDERS), "gross_profit", JANUARY)

    assert [one.code for one in fault.value.issues] == ["F613"]


def test_a_record_is_looked_for_before_the_plan_too() -> None:
    february = (Period(date(2026, 2, 1), date(2026, 2, 28), "2026-02", Grain.MONTH),)
    only = ORDERS.replace("5,2026-02-01,Ann,bolt,1,10,,\n", "")

    assert credited(ground(orders=only), "gross_profit", february).of("Ann", february[0]) == 5
    with pytest.raises(DataError):
        credited(ground(orders=only), "gross_profit", february, needs=Needs(record=RecordNeeds(None)))


@pytest.mark.parametrize("metric", ["new_customers", "active_customers"])
def test_a_customer_must_be_known_of_what_is_sold_where_customers_are_counted(metric: str) -> None:
    header = "order_id,order_date,rep_name,customer_name,amount\n"
    orders = header + "1,2026-01-05,Ann,Acme,100\n2,2026-01-06,Ann,,40\n3,2026-01-07,Ann,,-40\n4,2026-01-08,Ann,,0\n"

    [told] = lacking(metric, orders=orders)

    assert (told.code, told.where) == ("F618", Where("orders.csv", None, 3))
    assert told.message == "order 2 of 2026-01-06, 40 net: its customer is not known"


def test_what_has_no_customer_is_left_out_where_the_plan_says_so() -> None:
    orders = "order_id,order_date,rep_name,customer_name,amount\n1,2026-01-05,Ann,Acme,100\n2,2026-01-06,Ann,,40\n"

    found = credited(ground(orders=orders), "new_customers", JANUARY, where=("customer!=-",))

    assert found.of("Ann", JANUARY[0]) == 1
