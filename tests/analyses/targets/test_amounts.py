"""Figures worked out as amounts of their unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.amounts import in_unit
from salesperf.core.unit import Unit
from salesperf.tables.bundle import Bundle

Bundled = Callable[..., Bundle]


@pytest.mark.parametrize("unit", [Unit.MONEY, Unit.PRICE, Unit.QUANTITY])
def test_an_amount_worked_out_is_settled_half_up_by_its_shortest_spelling(unit: Unit) -> None:
    assert [in_unit(value, unit) for value in (2.675, -0.125, None)] == [Decimal("2.68"), Decimal("-0.13"), None]


def test_a_rate_or_count_worked_out_stays_as_it_is() -> None:
    assert [in_unit(1 / 3, unit) for unit in (Unit.RATIO, Unit.COUNT)] == [1 / 3, 1 / 3]


def test_a_gap_keeps_every_digit_of_the_amounts(report: Any, bundle: Bundled, line: Any, orders: str) -> None:
    precise = orders.replace("30.00", "30.0625")

    assert line(report(bundle(orders=precise)), "Ann")["gap"] == Decimal("-35.9375"), "30.0625 of 66"
