from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.report.scale import bounds, ticks

amounts = st.floats(-1e15, 1e15, allow_nan=False) | st.floats(-1, 1, allow_nan=False)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1_234_000, (0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000)),
        (-3, 7, (-4, -2, 0, 2, 4, 6, 8)),
        (0.9, 0.95, (0.9, 0.91, 0.92, 0.93, 0.94, 0.95)),
        (0, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (5, 5, (0, 1, 2, 3, 4, 5)),
        (-5, -5, (-5, -4, -3, -2, -1, 0)),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert ticks(low, high) == expected


def test_counted_things_have_no_half_ticks() -> None:
    assert ticks(0, 3, whole=True) == (0, 1, 2, 3)
    assert ticks(0, 1, whole=True) == (0, 1)
    assert ticks(0, 12, whole=True) == (0, 2, 4, 6, 8, 10, 12)


@given(amounts, amounts, st.integers(3, 9), st.booleans())
def test_ticks_hold_the_values_at_equal_steps(one: float, other: float, most: int, whole: bool) -> None:  # noqa: FBT001
    found = ticks(one, other, most=most, whole=whole)

    steps = {Decimal(repr(after)) - Decimal(repr(before)) for before, after in pairwise(found)}
    assert found[0] <= min(one, other) or abs(min(one, other)) < 1e-100
    assert found[-1] >= max(one, other) or abs(max(one, other)) < 1e-100
    assert 2 <= len(found) <= most
    assert len(steps) == 1
    assert steps.pop() > 0


def test_values_that_only_floats_tell_apart_are_one() -> None:
    assert ticks(0.3, 0.30000000000000004) == (0, 0.1, 0.2, 0.3, 0.4)
    assert ticks(0, 5e-324) == (0, 0.2, 0.4, 0.6, 0.8, 1)


@given(amounts, amounts)
def test_an_axis_across_zero_has_a_tick_at_zero(one: float, other: float) -> None:
    low, high = min(one, other, 0.0), max(one, other, 0.0)

    assert 0.0 in ticks(low, high)


def test_only_close_values_may_leave_zero_out() -> None:
    assert bounds([90.0, 100.0], from_zero=False) == (90.0, 100.0)
    assert bounds([90.0, 100.0], from_zero=True) == (0.0, 100.0)
    assert bounds([70.0, 100.0], from_zero=False) == (0.0, 100.0)
    assert bounds([-100.0, -90.0], from_zero=False) == (-100.0, -90.0)
    assert bounds([-1.0, 100.0], from_zero=False) == (-1.0, 100.0)
    assert bounds([100.0], from_zero=False) == (0.0, 100.0)
