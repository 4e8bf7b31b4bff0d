from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.metrics.catalog import CATALOG
from salesperf.metrics.together import Values, together

METRICS = [CATALOG[key] for key in ("net_revenue", "orders", "aov")]
EAST: Values = {"atom:net": Decimal(90), "atom:orders": 2}
WEST: Values = {"atom:net": Decimal(30), "atom:orders": 1}
NORTH: Values = {"atom:net": Decimal(20), "atom:orders": 3}


def test_what_adds_up_is_added_and_a_ratio_is_of_the_sums() -> None:
    whole = {"atom:net": Decimal(140), "atom:orders": 6}

    found = together([EAST, NORTH], METRICS, catalog=CATALOG, every=[EAST, WEST, NORTH], whole=whole)

    # 110 of 5 orders: 22 each; no mean of 45 and 6.67.
    assert (found["net_revenue"], found["orders"], found["aov"]) == (Decimal(110), 5, Decimal(22))


@pytest.mark.parametrize("whole", [{"atom:net": Decimal(140), "atom:orders": 5}, None])
def test_orders_of_two_groups_are_not_added_nor_divided_by(whole: Values | None) -> None:
    found = together([EAST, NORTH], METRICS, catalog=CATALOG, every=[EAST, WEST, NORTH], whole=whole)

    # One order is of two groups: whether of these two is not told.
    assert found["net_revenue"] == Decimal(110)
    assert not {"orders", "aov"} & found.keys()


def test_medians_are_not_told_of_several_groups_and_of_what_nothing_is_known_the_sum_is_null() -> None:
    metrics = [CATALOG["sales_cycle_days"], CATALOG["gross_profit"]]
    row: Values = {"atom:median_cycle": 12.0, "atom:costed_net": None, "atom:cost": None}

    found = together([row, row], metrics, catalog=CATALOG, every=[row, row], whole=row)

    assert found == {"atom:costed_net": None, "atom:cost": None, "gross_profit": None}
