from __future__ import annotations

import pytest

from commission_ground import plan
from salesperf.analyses.commission.to_date import refuse_sums
from salesperf.core.errors import ConfigError
from salesperf.metrics.catalog import CATALOG

TIERS = 'rule = "tiered"\nmode = "whole"\ntie = "upper"\ntiers = [{ to = 1, rate = 0.1 }, { rate = 0.2 }]'


@pytest.mark.parametrize(
    "said",
    [
        'per = "quarter"',
        'per = "quarter"\nmeasure = "new_customers"',
        'per = "year"\nmeasure = "gross_profit"\non = { measure = "units" }',
        # A ratio of the period alone.
        'measure = "net_revenue"\non = { measure = "gross_margin" }',
    ],
)
def test_what_adds_up_can_be_counted_to_date(said: str) -> None:
    refuse_sums(plan(f'[[component]]\nname = "t"\n{TIERS}\n{said}'), CATALOG)


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        ('per = "quarter"\nmeasure = "active_customers"', "active customers"),
        ('per = "year"\non = { measure = "gross_margin" }', "gross margin"),
        ('per = "deal"\nmeasure = "discount_rate"', "discount rate"),
    ],
)
def test_ratios_and_heads_cannot(said: str, metric: str) -> None:
    with pytest.raises(ConfigError) as fault:
        refuse_sums(plan(f'[[component]]\nname = "t"\n{TIERS}\n{said}'), CATALOG)

    [told] = fault.value.issues
    assert told.code == "C603"
    assert f"which {metric} does not do" in told.message
