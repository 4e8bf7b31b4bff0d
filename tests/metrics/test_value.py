from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.value import of_nothing, reason_for_null

ZERO = Decimal(0)


@pytest.mark.parametrize(
    ("key", "row", "reason"),
    [
        ("aov", {"atom:orders": 0, "atom:net": ZERO}, "no orders to divide by"),
        ("gross_margin", {"atom:costed_net": Decimal(-5)}, "net of lines whose cost is known is not above zero"),
        ("units", {"atom:quantity": None}, "no units is known here"),
        ("retention_rate", {"opening_customers": 0}, "no opening customers to divide by"),
    ],
)
def test_a_null_says_which_part_is_zero_negative_or_unknown(key: str, row: Mapping[str, object], reason: str) -> None:
    assert reason_for_null(CATALOG[key], CATALOG, row).en == reason


def test_where_nothing_happened_flows_are_zero_and_ratios_and_medians_null() -> None:
    metrics = [CATALOG[key] for key in ("net_revenue", "win_rate", "won_deals", "sales_cycle_days")]
    found = of_nothing(metrics, catalog=CATALOG)

    assert (found["net_revenue"], found["won_deals"], found["win_rate"], found["sales_cycle_days"]) == (
        0,
        0,
        None,
        None,
    )
