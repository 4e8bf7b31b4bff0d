"""What rounding explains."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.rounded import rounding_of


def test_each_amount_may_be_off_by_half_of_what_all_are_rounded_to() -> None:
    # 120000, 60000, 60000 are whole thousands: three times half a thousand.
    assert rounding_of(Decimal(120_000), [Decimal(60_000), Decimal(60_000)]) == 1_500
    assert rounding_of(Decimal(100), [Decimal("33.3")] * 3) == Decimal("0.2")
    assert rounding_of(Decimal(100), [Decimal("33.333")] * 3) == Decimal("0.02")


def test_rounding_never_explains_more_than_a_fiftieth() -> None:
    assert rounding_of(Decimal(16), [Decimal(5)] * 3) == Decimal("0.32")
