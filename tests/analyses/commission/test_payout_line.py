"""The payout line of a component, within its limits."""

from __future__ import annotations

from datetime import date

import pytest

from commission_ground import ground, paid, plan, worked_out
from salesperf.core.errors import DataError

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'
HEAD = "order_id,order_date,rep_name,amount\n"
ORDERS = (
    "1,2025-12-31,Ann,500\n",
    "2,2026-01-01,Ann,1000.33\n",
    "3,2026-01-31,Ann,0.005\n",
    "4,2026-02-01,Ben,200\n",
    "5,2026-02-28,Ann,-50\n",
    "6,2026-03-01,Ben,300\n",
)
MARCH = date(2026, 3, 31)


def test_a_component_pays_no_more_than_its_cap_and_no_less_than_its_floor_of_what_was_sold() -> None:
    by = plan(f"{FLAT}cap = 9\nfloor = 3")

    found = worked_out(ground(orders=HEAD + "".join(ORDERS)), by, MARCH)

    # Ann 10.00335 is capped; -0.50 that comes back is not lifted. Ben's 2 are lifted, his 3 are the floor.
    assert paid(found) == {
        ("Ann", "2026-01"): "9.00",
        ("Ann", "2026-02"): "-0.50",
        ("Ben", "2026-02"): "3.00",
        ("Ben", "2026-03"): "3.00",
    }
    assert found.lines[0].reasons[0].en == "the component pays 9 at most: 1.00335 are withheld"


def test_who_sold_and_has_no_target_is_a_fault_unless_the_plan_says_otherwise() -> None:
    by = plan('[[component]]\nname = "more"\nrule = "over_target"\nrate = 0.1')
    of = ground(orders="order_id,order_date,rep_id,amount\n1,2026-01-05,Ann,100\n")

    with pytest.raises(DataError) as fault:
        worked_out(of, by, date(2026, 1, 31))

    assert [(one.code, one.text.en) for one in fault.value.issues] == [
        ("F616", "more: Ann has no target in 2026-01: 100 of 1 person in 1 period")
    ]
    assert paid(worked_out(of, by.without_targets(), date(2026, 1, 31))) == {}
