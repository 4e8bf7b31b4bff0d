"""`override`: a rate of what those below are credited with, or earn."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.rules.override import OverrideRule, earned


def rule(rate: str = "0.01", **written: object) -> OverrideRule:
    told = {"name": "lead", "rule": "override", "of": "credited", "levels": 1, "rate": Decimal(rate), **written}
    return OverrideRule.model_validate(told)


@pytest.mark.parametrize(
    ("rate", "credited", "pay"),
    [
        # Worked by hand: 60,000 + 40,000 of two reps at 1 %.
        ("0.01", "100000", "1000"),
        # Worked by hand: 3,000 + 2,000 that they earn, at 10 %.
        ("0.10", "5000", "500"),
        # Worked by hand: 0.5 % of 12,345.67 are 61.72835, not rounded yet.
        ("0.005", "12345.67", "61.72835"),
        # What comes back below takes back above.
        ("0.01", "-500", "-5"),
        ("0.01", "0", "0"),
    ],
)
def test_it_is_the_rate_of_what_those_below_have(rate: str, credited: str, pay: str) -> None:
    assert earned(rule(rate), Case(credited=Decimal(credited))).exact == Decimal(pay)


@pytest.mark.parametrize("left_out", ["of", "levels", "rate"])
def test_what_it_is_of_and_how_far_down_must_be_said(left_out: str) -> None:
    told = {"name": "lead", "rule": "override", "of": "earned", "levels": "all", "rate": Decimal("0.1")}

    with pytest.raises(ValidationError, match=left_out):
        OverrideRule.model_validate({key: value for key, value in told.items() if key != left_out})


@pytest.mark.parametrize("levels", [0, -1, "some"])
def test_levels_are_counted_from_one_or_all(levels: object) -> None:
    with pytest.raises(ValidationError, match="levels"):
        rule(levels=levels)


@given(st.decimals(-(10**12), 10**12, places=6), st.decimals(0, 1, places=6))
def test_it_is_the_product_of_exact_fractions(credited: Decimal, rate: Decimal) -> None:
    found = earned(rule(str(rate)), Case(credited=credited)).exact

    assert Fraction(found) == Fraction(credited) * Fraction(rate)
