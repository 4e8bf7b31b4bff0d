from __future__ import annotations

import pytest

from salesperf.core.text import same
from salesperf.core.unit import Unit
from salesperf.metrics.adding import adds_up
from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.model import Better, Derived, Family, Metric


@pytest.mark.parametrize("key", ["net_revenue", "units", "orders", "new_customers", "won_deals", "gross_profit"])
def test_flows_add_up_over_time(key: str) -> None:
    assert adds_up(CATALOG[key], CATALOG)


@pytest.mark.parametrize(
    "key", ["active_customers", "retained_customers", "aov", "gross_margin", "retention_rate", "sales_cycle_days"]
)
def test_rates_and_things_counted_again_do_not(key: str) -> None:
    assert not adds_up(CATALOG[key], CATALOG)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [("net_revenue - returned_amount", True), ("net_revenue * 2", False), ("net_revenue + 5", False)],
)
def test_only_sums_of_flows_are_flows(expression: str, *, expected: bool) -> None:
    made = Metric("made", same("made"), same(""), Unit.MONEY, Better.UP, Family.RESULT, Derived(expression))

    assert adds_up(made, CATALOG) is expected
