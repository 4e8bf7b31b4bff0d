"""Who gets a share."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from salesperf.analyses.targets.cascade.staff import Seat, Sellers, same_team

HEAD = "rep_id,rep_name,team,manager_id,role,hire_date,leave_date\n"


def _seat(**said: Any) -> Seat:
    return Seat("R1", "Ann", "East", None, None, Fraction(0), **said)


def test_the_first_months_are_a_part_of_full_capacity() -> None:
    """Hired on 15 March, in steps of a quarter: from 15 June on whole."""
    seat = _seat(hired=date(2026, 3, 15), ramp=(Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)))
    days = [
        date(2026, 3, 14),
        date(2026, 3, 15),
        date(2026, 4, 14),
        date(2026, 4, 15),
        date(2026, 6, 14),
        date(2026, 6, 15),
    ]

    assert [float(seat.capacity(day)) for day in days] == [0, 0.25, 0.25, 0.5, 0.75, 1]
    assert [float(seat.presence(day)) for day in days] == [0, 1, 1, 1, 1, 1]


def test_whoever_has_left_is_there_up_to_the_last_day() -> None:
    seat = _seat(left=date(2026, 6, 30), fte=Fraction(1, 2))

    assert [seat.presence(day) for day in (date(2026, 6, 30), date(2026, 7, 1))] == [Fraction(1, 2), 0]


def test_less_than_nothing_sold_counts_as_nothing() -> None:
    sellers = Sellers({"R1": "Ann"}, {"Ann": Fraction(-5)})

    assert (sellers.of("R1"), sellers.of("R2"), sellers.average(["R1"])) == (0, 0, 1)


def test_who_left_before_or_comes_after_the_period_gets_nothing(plan: Any, got: Any) -> None:
    people = HEAD + "R1,Ann,East,,Seller,2020-01-01,\nR2,Bob,East,,Seller,2020-01-01,2025-12-31\n"
    people += "R3,Cid,West,,Seller,2027-01-01,\n"

    assert got(plan({"people": people})) == {"East": 1000, "Ann": 1000}


def test_a_leader_needs_sales_like_a_seller(plan: Any) -> None:
    """Bob leads Ann and Cid. Without his they sold 350 on average, a quarter is 87.50, and he 300."""
    people = HEAD + "R1,Ann,East,R2,Seller,,\nR2,Bob,East,,Seller,,\nR3,Cid,West,R2,Seller,,\n"

    assert plan({"people": people}).roster.leaders == ()
    few = "order_id,order_date,rep_id,amount\n1,2025-01-02,R1,600\n2,2025-06-10,R2,80\n3,2025-12-31,R3,100\n"
    assert plan({"people": people, "orders": few}).roster.leaders == ("Bob",)


def test_who_sold_nothing_and_is_not_new_gets_nothing_unless_told(plan: Any) -> None:
    people = (
        HEAD + "R1,Ann,East,,Seller,2020-01-01,\nR8,Dee,East,,Support,2020-01-01,\nR9,Eve,East,,Seller,2025-11-03,\n"
    )

    assert plan({"people": people}).roster.idle == ("Dee",)
    assert plan({"people": people}, people={"Dee": {"factor": 1}}).roster.idle == ()


def test_people_are_gathered_team_by_team_and_those_without_last() -> None:
    seats = [Seat(key, key, team, None, None, Fraction(0)) for key, team in (("a", "W"), ("b", None), ("c", "E"))]

    assert [(team, [seat.key for seat in members]) for team, members in same_team(seats)] == [
        ("E", ["c"]),
        ("W", ["a"]),
        (None, ["b"]),
    ]
