from __future__ import annotations

import pytest

from commission_ground import plan
from salesperf.analyses.commission.measuring import asks_for_cash

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.01\n'


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        (FLAT, False),
        (FLAT + 'released = "on_collection"', True),
        (FLAT + "back_when_overdue = 0", True),
        ('[[component]]\nname = "cash"\nrule = "collected"\ncash_of = "received"\nrate = 0.01', True),
    ],
)
def test_cash_is_looked_up_only_for_plans_that_ask_for_it(told: str, is_asked: bool) -> None:  # noqa: FBT001
    assert asks_for_cash(plan(told)) is is_asked
