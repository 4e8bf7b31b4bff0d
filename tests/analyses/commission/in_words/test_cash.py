from __future__ import annotations

import pytest

from commission_ground import plan
from salesperf.analyses.commission.in_words.components import component_words
from salesperf.core.period import Grain
from salesperf.metrics.catalog import CATALOG


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('rule = "collected"\nrate = 0.02\ncash_of = "received"', ["2% of it", "all cash counts that comes in"]),
        (
            (
                'rule = "collected"\ncash_of = "booked"\ndays_from = "invoice"\n'
                "bands = [{ to = 30, rate = 0.02 }, { rate = 0.01 }]\npenalty = { every = 30, share = 0.1 }"
            ),
            [
                "by the days from the day of the invoice to the receipt: 2% up to 30; 1% above 30",
                "for every 30 days begun after the day of the invoice 10% of it is lost",
                "only cash for what was sold while the plan held counts",
            ],
        ),
        ('rule = "flat"\nrate = 0.01\nreleased = "on_collection"', ["it is paid out as the orders are paid for"]),
        ('rule = "flat"\nrate = 0.01\nback_when_overdue = 1', ["what is not collected 1 day after the due day"]),
    ],
)
def test_what_waits_for_cash_or_is_paid_on_it_is_said(written: str, told: list[str]) -> None:
    [component] = plan(f'[[component]]\nname = "base"\n{written}').component

    said = "\n".join(one.en for one in component_words(component, grain=Grain.MONTH, catalog=CATALOG))

    assert all(one in said for one in told), said
