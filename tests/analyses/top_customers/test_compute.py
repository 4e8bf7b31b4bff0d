from __future__ import annotations

from datetime import date, timedelta
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
        "C1": Habit(3, date(2026, 1, 31), 15.0, 20),
        "C2": Habit(3, date(2026, 3, 30), 44.0, 57),
        "C3": Habit(1, date(2026, 2, 20), None, None),
    }


def test_who_is_silent_for_longer_than_his_habit_is_going_quiet() -> None:
    (quiet,) = customers().quiet

    # 59 days after gaps of 10 and 20; 75.00 on three days with orders are 25.00 a day.
    assert (quiet.name, quiet.days, quiet.yearly, quiet.order) == ("Alder", 59, Decimal(75), Decimal("25.00"))
    assert (quiet.own, quiet.reps) == (3, ("R1",))


def test_the_bounds_of_silence() -> None:
    def quiet(orders: int, last: date, usual: float | None, most: int = 0) -> bool:
        return is_quiet(Habit(orders, last, usual, most), on=ON)

    assert not quiet(6, date(2026, 3, 1), 15.0), "30 days are twice 15, not more"
    assert quiet(6, date(2026, 2, 28), 15.0)
    assert not quiet(5, date(2026, 2, 14), 15.0), "of four gaps 45 days are three times 15, not more"
    assert quiet(5, date(2026, 2, 13), 15.0)
    assert not quiet(2, date(2026, 1, 1), 1.0), "two orders make no habit"
    assert quiet(3, date(2025, 3, 31), 100.0)
    assert not quiet(3, date(2025, 3, 30), 100.0), "after more than a year a customer is lost"


def test_a_silence_that_was_as_long_more_than_once_in_ten_times_is_none() -> None:
    """Eight days of a customer who orders every three days, and was silent for eight of ten times in sixty."""

    def habit(long: int, short: int) -> Habit:
        days = [date(2025, 1, 1)]
        for gap in [3] * short + [8] * long:
            days.append(days[-1] + timedelta(gap))
        orders = "".join(f"{day},{day},C1,Alder,10\n" for day in days)
        bundle = bundle_of([("orders", f"order_id,order_date,customer_id,customer_name,amount\n{orders}")])
        return habits_of(sales(bundle, section=SalesSection()), bundle, on=date(2025, 12, 31))["C1"]

    ten, six, one = habit(10, 50), habit(6, 54), habit(1, 8)
    assert [(one.usual, one.most) for one in (ten, six, one)] == [(3.0, 8), (3.0, 3), (3.0, 8)]
    assert [is_quiet(one, on=one.last + timedelta(8)) for one in (ten, six, one)] == [False, True, False]
    assert is_quiet(ten, on=ten.last + timedelta(9))


def test_the_gaps_are_of_all_orders_and_the_own_days_of_those_reported_on() -> None:
    more = ORDERS + "8,2026-01-21,C1,Alder,R2,10.00,paid\n"
    bundle = bundle_of([("orders", more)])
    events = sales(bundle, section=SalesSection())
    habits = habits_of(events, bundle, on=ON)

    (quiet,) = customers_of((), events, bundle, Whose("rep", "R1"), on=ON, habits=habits).quiet

    assert (quiet.habit.orders, quiet.habit.usual, quiet.own, quiet.reps) == (4, 10.0, 3, ("R1",))


def test_who_orders_from_a_colleague_is_not_silent_and_quiet_ones_are_of_the_rep_of_their_last_order() -> None:
    assert [one.name for one in customers(whose=Whose("rep", "R1")).quiet] == ["Alder"]
    assert customers(whose=Whose("rep", "R2")).quiet == ()
