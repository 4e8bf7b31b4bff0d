from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.side_by_side import (
    covers_beside,
    refuse_two_plans_a_day,
    refuse_unassigned,
    uncovered_by_all,
)
from salesperf.core.errors import DataError
from salesperf.core.period import Span

ORDERS = "order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,100\n2,2026-02-03,Ann,200\n3,2026-02-03,Ben,300\n"
DAYS = Span(date(2026, 1, 1), date(2026, 2, 28))
FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


def of(name: str, **terms: object) -> Plan:
    """A plan with other terms."""
    told = plan(FLAT)
    return Plan.model_validate(told.model_copy(update={"plan": told.plan.model_copy(update={"id": name, **terms})}))


def payrolls(*plans: Plan) -> list[Payroll]:
    company = ground(orders=ORDERS)
    return [worked_out(company, one, date(2026, 2, 28)) for one in plans]


def test_plans_that_follow_each_other_hold_for_nobody_twice() -> None:
    found = payrolls(of("old", to=date(2026, 1, 31)), of("new", start=date(2026, 2, 1)))

    refuse_two_plans_a_day(found)


def test_one_day_in_common_is_one_too_many_for_everybody() -> None:
    found = payrolls(of("old", to=date(2026, 2, 1)), of("new", start=date(2026, 2, 1)))

    with pytest.raises(DataError) as fault:
        refuse_two_plans_a_day(found)

    [told] = fault.value.issues
    assert told.message == "the plans old v1 and new v1 both hold for 'Ann', 'Ben' from 2026-02-01 to 2026-02-01"


def test_of_three_plans_every_two_are_held_against_each_other() -> None:
    found = payrolls(of("a"), of("b", start=date(2026, 2, 1)), of("c", start=date(2026, 2, 10)))

    with pytest.raises(DataError) as fault:
        refuse_two_plans_a_day(found)

    said = [one.message for one in fault.value.issues]
    assert [(" a " in one, " b " in one, " c " in one) for one in said] == [
        (True, True, False),
        (True, False, True),
        (False, True, True),
    ]


def test_plans_beside_one_are_all_but_itself() -> None:
    found = payrolls(of("old", to=date(2026, 1, 31)), of("new", start=date(2026, 2, 1)))

    [other] = covers_beside(found[1], found)

    assert (other.holds("Ann", date(2026, 1, 31)), other.holds("Ann", date(2026, 2, 1))) == (True, False)


def test_a_gap_between_plans_for_everybody_is_told() -> None:
    found = payrolls(of("old", to=date(2026, 1, 31)), of("new", start=date(2026, 2, 4)))

    told = [text.en for text in uncovered_by_all(ground(orders=ORDERS), found, DAYS)]

    assert not uncovered_by_all(ground(orders=ORDERS), found, Span(date(2026, 1, 1), date(2026, 2, 2))), "not by then"
    assert told == [
        "'Ann': 1 line from 2026-02-03 to 2026-02-03, 200 in all, on days without the plan old, new",
        "'Ben': 1 line from 2026-02-03 to 2026-02-03, 300 in all, on days without the plan old, new",
    ]


def assigned(unassigned: str = "refused", *, since: date | None = None) -> Payroll:
    """Ann has the plan until 31 January, Ben never."""
    table = "rep_id,plan,from,to\nAnn,test,2026-01-01,2026-01-31\n"
    by = of("test", unassigned=unassigned)
    company = ground(orders=ORDERS, assignments=table)
    return payroll(company, by, company.days.period(by.plan.grain, date(2026, 2, 28)), {}, since=since)


def test_who_sold_without_a_plan_is_refused_where_plans_are_assigned() -> None:
    with pytest.raises(DataError) as fault:
        refuse_unassigned([assigned()])

    assert [(one.code, one.message) for one in fault.value.issues] == [
        ("F633", "'Ann': 1 line from 2026-02-03 to 2026-02-03, 200 in all, on days without the plan test"),
        ("F633", "'Ben': 1 line from 2026-02-03 to 2026-02-03, 300 in all, on days without the plan test"),
    ]


def test_a_plan_may_say_that_they_go_unpaid() -> None:
    refuse_unassigned([assigned("unpaid")])


def test_only_the_days_asked_about_are_looked_at() -> None:
    refuse_unassigned([assigned(since=date(2026, 2, 4))])


def test_without_assignments_nobody_needs_one() -> None:
    refuse_unassigned(payrolls(of("old", to=date(2026, 1, 31)), of("new", start=date(2026, 2, 4))))
