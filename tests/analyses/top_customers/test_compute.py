from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.top_customers.compute import Customers, Habit, Sold, customers_of, habits_of, is_quiet
from salesperf.facts.sales import sales
from salesperf.facts.section import SalesSection
from salesperf.facts.whose import EVERYBODY, Whose
from salesperf.tables.literal import bundle_of

ON = date(2026, 3, 31)
ORDERS = """\
order_id,order_date,customer_id,customer_name,rep_id,amount,status
1,2026-01-01,C1,Alder,R1,10.00,paid
2,2026-01-11,C1,Alder,R1,20.00,paid
3,2026-01-11,C1,Alder,R1,5.00,paid
4,2026-01-31,C1,Alder,R1,40.00,paid
5,2026-01-01,C2,Birch,R2,10.00,paid
6,2026-02-01,C2,Birch,R2,10.00,paid
7,2026-03-30,C2,Birch,R1,10.00,paid
8,2026-02-20,C3,Cedar,R1,90.00,paid
9,2026-02-21,C3,Cedar,R1,-90.00,returned
10,2026-02-25,C3,Cedar,R1,90.00,cancelled
"""


def customers(*sold: Sold, whose: Whose = EVERYBODY, whole_then: Decimal | None = None) -> Customers:
    bundle = bundle_of([("orders", ORDERS)])
    events = sales(bundle, section=SalesSection())
    habits = habits_of(events, bundle, on=ON)
    return customers_of(sold, events, bundle, whose, on=ON, habits=habits, whole_then=whole_then)


def sold(key: str, now: int, then: int | None = None) -> Sold:
    return Sold(key, key, Decimal(now), None if then is None else Decimal(then))


def test_customers_are_ranked_by_what_they_brought_with_their_share_of_all() -> None:
    found = customers(sold("C2", 25), sold("C1", 75), sold("C3", 0))

    assert [(one.sold.customer, one.share) for one in found.customers] == [("C1", 0.75), ("C2", 0.25)]
    assert found.whole == 100


def test_a_habit_is_told_by_days_with_orders_returns_and_cancelled_ones_are_none() -> None:
    bundle = bundle_of([("orders", ORDERS)])

    habits = habits_of(sales(bundle, section=SalesSection()), bundle, on=ON)

    # C1: 1, 11 and 31 January, gaps of 10 and 20 days. C2: 1 January, 1 February, 30 March: 31 and 57 days.
    assert habits == {
        "C1": Habit(3, date(2026, 1, 31), 15.0),
        "C2": Habit(3, date(2026, 3, 30), 44.0),
        "C3": Habit(1, date(2026, 2, 20), None),
    }


def test_who_is_silent_for_more_than_twice_his_usual_gap_is_going_quiet() -> None:
    (quiet,) = customers().quiet

    # 59 days after an order every 15; 75.00 on three days with orders are 25.00 a day.
    assert (quiet.name, quiet.days, quiet.yearly, quiet.order) == ("Alder", 59, Decimal(75), Decimal("25.00"))


def test_the_bounds_of_silence() -> None:
    def quiet(orders: int, last: date, usual: float | None) -> bool:
        return is_quiet(Habit(orders, last, usual), on=ON)

    assert not quiet(3, date(2026, 3, 1), 15.0), "30 days are twice 15, not more"
    assert quiet(3, date(2026, 2, 28), 15.0)
    assert not quiet(2, date(2026, 1, 1), 1.0), "two orders make no habit"
    assert quiet(3, date(2025, 3, 31), 100.0)
    assert not quiet(3, date(2025, 3, 30), 100.0), "after more than a year a customer is lost"


def test_who_orders_from_a_colleague_is_not_silent_and_quiet_ones_are_of_the_rep_of_their_last_order() -> None:
    assert [one.name for one in customers(whose=Whose("rep", "R1")).quiet] == ["Alder"]
    assert customers(whose=Whose("rep", "R2")).quiet == ()
