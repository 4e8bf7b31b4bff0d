"""Ratios of two amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.metrics.ratio import growth, ratio

NOT_ABOVE_ZERO = [Decimal(0), Decimal("0.00"), Decimal(-5)]


def test_a_part_may_be_negative_or_more_than_the_whole() -> None:
    assert [ratio(Decimal(part), Decimal(8)) for part in (-2, 0, 2, 12)] == [-0.25, 0.0, 0.25, 1.5]


def test_growth_is_divided_as_decimals() -> None:
    assert [growth(Decimal(now), Decimal(100)) for now in (90, 100, 110, -10)] == [-0.1, 0.0, 0.1, -1.1]


@pytest.mark.parametrize("whole", NOT_ABOVE_ZERO)
def test_nothing_is_a_part_of_or_grows_from_what_is_not_above_zero(whole: Decimal) -> None:
    assert (ratio(Decimal(1), whole), growth(Decimal(1), whole)) == (None, None)
