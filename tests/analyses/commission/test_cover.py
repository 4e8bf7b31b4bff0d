from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.analyses.commission.cover import Cover
from salesperf.core.period import Grain, Period, Span

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30), "2026-04", Grain.MONTH)


@pytest.mark.parametrize(
    ("tenure", "part"),
    [
        (Span(date(2026, 4, 30), date.max), Fraction(1, 30)),
        (Span(date(2020, 1, 1), date(2026, 4, 15)), Fraction(1, 2)),
        (Span(date(2020, 1, 1), date(2026, 3, 31)), Fraction(0)),
        (None, Fraction(1)),
    ],
)
def test_somebody_is_there_on_the_days_of_employment(tenure: Span | None, part: Fraction) -> None:
    cover = Cover(plan(FLAT), tenures={} if tenure is None else {"R": tenure})

    assert cover.present("R", APRIL) == part
    # The plan itself holds for everybody.
    assert cover.part("R", APRIL) == 1


def test_who_left_gets_no_guarantee_and_is_paid_for_what_still_comes() -> None:
    # By hand: left on 15 January: 15 of 31 days of 310 are 150; the sale of February pays 10 % of 200.
    orders = "order_id,order_date,rep_id,amount\n1,2026-02-03,R,200\n2,2026-03-03,S,100\n"
    people = "rep_id,hire_date,leave_date\nR,2020-01-01,2026-01-15\nS,2020-01-01,\n"
    by = plan(FLAT + "[guarantee]\namount = 310\n")

    found = worked_out(ground(orders=orders, people=people), by, date(2026, 3, 31))

    paid = {(line.period.key, line.kind.value): str(line.pay) for line in found.lines if line.participant == "R"}
    assert paid == {
        ("2026-01", "earning"): "0.00",
        ("2026-01", "guarantee"): "150.00",
        ("2026-02", "earning"): "20.00",
    }
