from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.abc.concentration import gini, lorenz, top_shares

AMOUNTS = st.lists(st.integers(0, 1000).map(Decimal), min_size=1, max_size=30).filter(any)


def of(*amounts: int) -> list[Decimal]:
    return list(map(Decimal, amounts))


def test_gini_by_hand() -> None:
    # 1, 2, 3, 4: 2 (1 + 4 + 9 + 16) / (4 x 10) - 5 / 4 = 1.5 - 1.25.
    assert gini(of(4, 2, 3, 1)) == 0.25
    assert gini([]) is None
    assert gini(of(0, 0)) is None


@given(AMOUNTS)
def test_gini_is_half_the_mean_difference_over_the_mean(amounts: list[Decimal]) -> None:
    # The other definition: the mean of all absolute differences, halved, over the mean.
    count, whole = len(amounts), sum(amounts)
    differences = sum(abs(one - other) for one in amounts for other in amounts)

    assert gini(amounts) == pytest.approx(float(differences / (2 * count * whole)), abs=1e-12)


def test_the_curve_runs_straight_between_two_of_them() -> None:
    # 1, 2, 3, 4: the smallest tenth is four tenths of the 1; half of all are 1 + 2.
    found = dict(lorenz(of(4, 3, 2, 1)))

    assert found[0.1] == pytest.approx(0.04)
    assert found[0.5] == pytest.approx(0.3)
    assert found[1.0] == 1.0
    assert list(lorenz([])) == []


@given(AMOUNTS)
def test_the_curve_lies_below_equality_and_rises_faster_and_faster(amounts: list[Decimal]) -> None:
    points = list(lorenz(amounts))

    assert all(share <= part + 1e-12 for part, share in points)
    steps = [after - before for (_, before), (_, after) in zip([(0.0, 0.0), *points], points, strict=False)]
    assert all(later >= earlier - 1e-12 for earlier, later in pairwise(steps))


def test_the_largest_are_told_as_far_as_there_are_more() -> None:
    assert list(top_shares(of(*range(1, 8)))) == [(1, 7), (5, 25)]
    assert list(top_shares(of(9))) == []
