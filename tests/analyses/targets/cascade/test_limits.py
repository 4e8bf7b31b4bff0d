"""Floors and caps by name."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.core.errors import UsageError


def test_a_floor_counts_up_and_a_cap_down_to_a_whole_unit(plan: Any, got: Any) -> None:
    """Units of 10: a floor of 101 is 11 of them, a cap of 559 is 55."""
    found = got(plan(unit=10, floors={"Cid": 101}, caps={"R1": Decimal(559)}))

    assert found == {"East": 89, "Ann": 55, "Bob": 34, "West": 11, "Cid": 11}


def test_a_team_can_have_them_too(plan: Any, got: Any) -> None:
    assert got(plan(floors={"West": 400})) == {"East": 600, "Ann": 400, "Bob": 200, "West": 400, "Cid": 400}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"floors": {"Anne": 1}}, "'Anne' is no team or person"),
        ({"floors": {"Ann": 5}, "caps": {"Ann": 4}}, "'Ann' is to get at least 5 and at most 4"),
        ({"floors": {"Ann": 600, "West": 500}}, "the floors add up to 1,100 units, 100 more than the target of 1,000"),
        ({"caps": {"East": 600, "Cid": 300}}, "the caps add up to 900 units, which leaves 100 of the target of 1,000"),
        ({"floors": {"Ann": 600}, "caps": {"East": 500}}, "East: at least 600 units by its floors, at most 500"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_sums(plan: Any, said: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        plan(**said)


def test_a_name_of_several_is_refused(plan: Any) -> None:
    people = "rep_id,rep_name,team\nR1,Ann,East\nR2,Ann,East\n"

    with pytest.raises(UsageError, match="'Ann' is a team and a person, or several people"):
        plan({"people": people}, floors={"Ann": 1})
