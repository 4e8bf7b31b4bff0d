from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.listed import called, paid_unlisted
from salesperf.core.period import Span

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
ORDERS = (
    "order_id,order_date,rep_id,rep_name,amount\n1,2026-01-05,R1,Ann,100\n2,2026-01-06,R8,Bo,200\n"
    "3,2026-02-06,R9,Cy,300\n4,2026-01-07,R7,Di,0\n5,2026-01-08,R6,,50\n"
)
JANUARY = Span(date(2026, 1, 1), date(2026, 1, 31))


def paid(**tables: str) -> Payroll:
    return worked_out(ground(orders=ORDERS, **tables), plan(FLAT), date(2026, 2, 28))


@pytest.mark.parametrize(
    ("people", "unlisted"),
    [
        # Of January: 1 % of 200 and of 50; who is paid nothing need not be there, and Cy is paid in February.
        ("rep_id,rep_name\nR1,Ann\n", {"R6": "0.50", "R8": "2.00"}),
        ("rep_id,rep_name\nR1,Ann\nR8,Bo\nR6,Ed\n", {}),
        # Another id under the same name may be somebody else.
        ("rep_id,rep_name\nR1,Ann\nR2,Bo\nR6,Ed\n", {"R8": "2.00"}),
    ],
)
def test_who_is_paid_and_not_in_the_list_is_told(people: str, unlisted: dict[str, str]) -> None:
    assert {who: str(pay) for who, pay in paid_unlisted(paid(people=people), JANUARY).items()} == unlisted


def test_without_a_list_nobody_is_missing() -> None:
    assert paid_unlisted(paid(), JANUARY) == {}


def test_a_name_stands_with_its_id() -> None:
    found = paid()

    assert (called(found, "R8"), called(found, "R6")) == ("Bo (R8)", "R6")
