from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from salesperf.analyses.commission.people.terms import Guarantee, Holdback, PersonLimits


def test_a_floor_above_the_cap_is_a_fault_of_the_plan() -> None:
    with pytest.raises(ValidationError, match="cannot both hold"):
        PersonLimits(cap=Decimal(100), floor=Decimal("100.01"))
    assert PersonLimits(cap=Decimal(100), floor=Decimal(100)).floor == 100


@pytest.mark.parametrize("share", ["0", "1.01", "-0.1"])
def test_what_is_held_back_is_a_share(share: str) -> None:
    with pytest.raises(ValidationError):
        Holdback(share=Decimal(share), release_after=1)


def test_a_guarantee_is_an_amount_for_one_period_at_least() -> None:
    with pytest.raises(ValidationError):
        Guarantee(amount=Decimal(0))
    with pytest.raises(ValidationError):
        Guarantee(amount=Decimal(1), periods=0)
