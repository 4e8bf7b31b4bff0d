"""Draws, worked by hand; money is never lost between what is advanced, earned back, forgiven and owed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.people.draws import Draw, Drawn, drawn


def run(draw: Draw, *gross: int) -> list[Drawn]:
    steps: list[Drawn] = []
    owed = Decimal(0)
    for number, earned in enumerate(gross, start=1):
        steps.append(drawn(draw, Decimal(earned), owed=owed, number=number))
        owed = steps[-1].owed
    return steps


def paid(steps: Sequence[Drawn], *gross: int) -> list[Decimal]:
    return [earned + step.advanced - step.recovered for earned, step in zip(gross, steps, strict=True)]


def test_a_recoverable_minimum_is_earned_back_from_what_lies_above_it() -> None:
    draw = Draw(kind="recoverable", style="minimum", amount=Decimal(3000))

    steps = run(draw, 2000, 1000, 3500, 9000)

    # Short by 1,000 and 2,000: 3,000 owed; 500 above 3,000 come back, then the other 2,500.
    assert paid(steps, 2000, 1000, 3500, 9000) == [3000, 3000, 3000, 6500]
    assert [step.owed for step in steps] == [1000, 3000, 2500, 0]


def test_a_minimum_that_is_not_recoverable_is_a_guarantee() -> None:
    draw = Draw(kind="non_recoverable", style="minimum", amount=Decimal(3000))

    steps = run(draw, 2000, 9000)

    assert paid(steps, 2000, 9000) == [3000, 9000]
    assert [step.owed for step in steps] == [0, 0]


def test_a_recoverable_addition_is_paid_on_top_and_comes_back_from_commission() -> None:
    draw = Draw(kind="recoverable", style="additive", amount=Decimal(1000), periods=2, recovered_after=2)

    steps = run(draw, 500, 500, 700, 5000)

    # 1,500 twice; then 2,000 are owed: 700 and 1,300 of commission pay them back.
    assert paid(steps, 500, 500, 700, 5000) == [1500, 1500, 0, 3700]
    assert [step.owed for step in steps] == [1000, 2000, 1300, 0]


def test_an_addition_that_is_not_recoverable_is_never_owed() -> None:
    draw = Draw(kind="non_recoverable", style="additive", amount=Decimal(1000), periods=1)

    assert paid(run(draw, 500, 500), 500, 500) == [1500, 500]


def test_what_is_kept_is_not_taken_back() -> None:
    draw = Draw(
        kind="recoverable", style="additive", amount=Decimal(1000), periods=1, recovered_after=1, keep=Decimal(400)
    )

    # Of 900 the first 400 are kept: 500 come back and 500 stay owed.
    steps = run(draw, 0, 900)

    assert [steps[1].recovered, steps[1].owed] == [500, 500]


def test_what_is_left_after_the_window_is_forgiven() -> None:
    draw = Draw(
        kind="recoverable", style="additive", amount=Decimal(1000), periods=1, recovered_after=1, recovered_within=2
    )

    steps = run(draw, 0, 300, 200, 5000)

    assert [step.recovered for step in steps] == [0, 300, 200, 0]
    assert [step.forgiven for step in steps] == [0, 0, 500, 0]
    assert [step.owed for step in steps] == [1000, 700, 0, 0]


@pytest.mark.parametrize("gross", [0, -500])
def test_commission_below_zero_draws_no_more_than_the_draw(gross: int) -> None:
    draw = Draw(kind="recoverable", style="minimum", amount=Decimal(3000))

    assert run(draw, gross)[0].advanced == 3000


DRAWS = st.builds(
    Draw,
    kind=st.sampled_from(["recoverable", "non_recoverable"]),
    style=st.sampled_from(["minimum", "additive"]),
    amount=st.integers(1, 10**6).map(Decimal),
    periods=st.none() | st.integers(1, 6),
    recovered_after=st.integers(0, 3),
    recovered_within=st.none() | st.integers(1, 6),
    keep=st.integers(0, 10**6).map(Decimal),
)
GROSS = st.lists(st.integers(-(10**6), 10**7), max_size=12)


@given(DRAWS, GROSS)
def test_what_was_advanced_is_earned_back_forgiven_or_owed(draw: Draw, gross: list[int]) -> None:
    steps = run(draw, *gross)

    assert all(step.owed >= 0 and step.recovered >= 0 and step.forgiven >= 0 for step in steps)
    if draw.kind == "recoverable":
        advanced, back, gone = (
            sum(getattr(step, name) for step in steps) for name in ("advanced", "recovered", "forgiven")
        )
        assert advanced == back + gone + (steps[-1].owed if steps else 0)
        # Net pay and what was taken back are the commission and what was advanced.
        assert sum(paid(steps, *gross)) + back == sum(gross) + advanced


@given(DRAWS, GROSS)
def test_taking_back_leaves_what_is_kept(draw: Draw, gross: list[int]) -> None:
    for earned, step in zip(gross, run(draw, *gross), strict=True):
        if step.recovered:
            assert earned - step.recovered >= draw.keep
