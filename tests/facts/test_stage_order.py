"""The order of stages, and what tells it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.facts.stage_order import OrderBy, StageOrder, stage_order


@pytest.mark.parametrize(
    "stages",
    [
        ("1. Talk", "2. Offer", "10. Sign"),
        ("Stage 1", "Stage 2", "Stage 10"),
        ("1初访", "2报价", "10签约"),
        ("10% - Talk", "50% - Offer", "90% - Sign"),
    ],
)
def test_numbers_before_the_names_tell_the_order(stages: tuple[str, ...]) -> None:
    assert stage_order(stages[::-1], {}) == StageOrder(stages, OrderBy.NUMBER)


def test_the_median_probability_of_their_deals_tells_it_before_their_names_do() -> None:
    half = [Decimal("0.1"), Decimal("0.5"), Decimal("0.6")]

    found = stage_order(("Proposal", "Odd", "Lead"), {"Proposal": half, "Odd": [Decimal("0.2")], "Lead": [Decimal(1)]})

    assert found == StageOrder(("Odd", "Proposal", "Lead"), OrderBy.PROBABILITY)


def test_equal_probabilities_leave_it_to_the_names() -> None:
    same = [Decimal("0.5")]

    found = stage_order(("Proposal", "Lead"), {"Proposal": same, "Lead": same})

    assert found == StageOrder(("Lead", "Proposal"), OrderBy.NAME)


@pytest.mark.parametrize(
    "stages",
    [
        ("Prospecting", "Qualification", "Proposal", "Negotiation"),
        ("初步接触", "需求确认", "方案报价", "商务谈判"),
        ("Appointment scheduled", "Qualified to buy", "Presentation scheduled", "Contract sent"),
        ("Prospecting", "Engaging"),
    ],
)
def test_names_of_common_systems_tell_it(stages: tuple[str, ...]) -> None:
    assert stage_order(stages[::-1], {}) == StageOrder(stages, OrderBy.NAME)


def test_a_name_that_no_system_has_comes_last_and_is_told() -> None:
    found = stage_order(("Limbo", "Negotiation", "Lead"), {})

    assert found == StageOrder(("Lead", "Negotiation", "Limbo"), OrderBy.NAME, ("Limbo",))


@pytest.mark.parametrize("stages", [("Zeta", "Alpha"), ("1042", "998"), ("Zeta", "Lead"), ("Lead", "LEAD")])
def test_without_any_of_these_the_stages_stay_as_they_were(stages: tuple[str, ...]) -> None:
    assert stage_order(stages, {}) == StageOrder(stages, OrderBy.NOTHING)
