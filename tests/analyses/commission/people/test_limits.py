"""Caps and floors, on either side of each edge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.analyses.commission.people.limits import Limited, limited


@pytest.mark.parametrize(
    ("amount", "paid", "withheld", "lifted"),
    [
        ("1000", "1000", "0", "0"),
        ("1000.01", "1000", "0.01", "0"),
        ("999.99", "999.99", "0", "0"),
        ("200", "200", "0", "0"),
        ("199.99", "200", "0", "0.01"),
        ("0.01", "200", "0", "199.99"),
        ("0", "0", "0", "0"),
        ("-500", "-500", "0", "0"),
    ],
)
def test_an_amount_stays_between_floor_and_cap(amount: str, paid: str, withheld: str, lifted: str) -> None:
    found = limited(Decimal(amount), cap=Decimal(1000), floor=Decimal(200))

    assert found == Limited(Decimal(paid), Decimal(withheld), Decimal(lifted))


def test_a_floor_above_the_cap_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="above the cap"):
        limited(Decimal(1), cap=Decimal(1), floor=Decimal(2))
