"""What each person is to reach in the windows of a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from commission_ground import ground, plan, worked_out
from salesperf.core.period import Grain, Span

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


@pytest.mark.parametrize(
    ("quotas", "target"),
    [
        # The quarter's own; else what its months come to, where all of them are known.
        ({"2026-Q1": 100, "2026-01": 1}, "100"),
        ({"2026-01": 10, "2026-02": 20, "2026-03": 30}, "60"),
        ({"2026-01": 10, "2026-02": 20}, "None"),
        ({}, "None"),
    ],
)
def test_the_target_of_a_window_is_its_own_or_that_of_all_its_periods(quotas: dict[str, int], target: str) -> None:
    of = ground(orders=HEAD + "".join(ORDERS))
    by = plan('[[component]]\nname = "more"\nrule = "over_target"\nper = "quarter"\nrate = 0.1').without_targets()
    spans = [
        *of.days.periods(Grain.MONTH, Span(date(2026, 1, 1), MARCH)),
        of.days.period(Grain.QUARTER, MARCH),
    ]
    told = {("rep", "Ann", "net_revenue", one): Decimal(quotas[one.key]) for one in spans if one.key in quotas}

    found = worked_out(of, by, MARCH, told)

    assert {str(line.target) for line in found.lines if line.participant == "Ann"} == {target}
    assert {line.target for line in found.lines if line.participant == "Ben"} == {None}
