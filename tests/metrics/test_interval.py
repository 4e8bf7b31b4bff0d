from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.metrics.interval import balance, wilson


def _wilson(count: int, of: int) -> tuple[float | None, float | None]:
    ends = [wilson(pl.lit(count), pl.lit(of), upper=upper).alias(str(upper)) for upper in (False, True)]
    return pl.select(ends).row(0)


def _balance(above: int, below: int, of: int) -> tuple[float | None, float | None]:
    ends = [balance(pl.lit(above), pl.lit(below), pl.lit(of), upper=upper).alias(str(upper)) for upper in (False, True)]
    return pl.select(ends).row(0)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_shares_have_the_intervals_that_newcombe_published(count: int, of: int, low: float, high: float) -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, the score method without correction.
    assert _wilson(count, of) == pytest.approx((low, high), abs=5e-5)


def test_a_balance_has_the_interval_worked_by_hand() -> None:
    # 57 for and 15 against of 97 become 57.75 and 15.75 of 100: 0.42 apart, with the variance
    # (0.5775 + 0.1575 - 0.42 * 0.42) / 100 = 0.005586, whose root 0.0747395 times 1.959964 is 0.1464867.
    assert _balance(57, 15, 97) == pytest.approx((0.42 - 0.1464867, 0.42 + 0.1464867), abs=1e-6)


def test_of_nothing_there_is_no_interval() -> None:
    assert _wilson(0, 0) == (None, None)
    assert _balance(0, 0, 0) == (None, None)


COUNTS = st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300)).filter(lambda counts: sum(counts) > 1)
"""Two answers at least: the balance of a single one lies just beyond what the published method gives."""


@given(COUNTS)
def test_the_estimate_lies_within_its_interval_and_that_within_bounds(counts: tuple[int, int, int]) -> None:
    above, below, neither = counts
    of = above + below + neither
    share, net = _wilson(above, of), _balance(above, below, of)

    for (low, high), value, least in ((share, above / of, 0), (net, (above - below) / of, -1)):
        assert low is not None
        assert high is not None
        assert least <= low <= value + 1e-12
        assert value - 1e-12 <= high <= 1


@given(COUNTS)
def test_ten_times_the_answers_with_the_same_shares_are_told_more_closely(counts: tuple[int, int, int]) -> None:
    above, below, neither = counts
    few, many = _balance(*counts[:2], sum(counts)), _balance(10 * above, 10 * below, 10 * (above + below + neither))
    share, closer = _wilson(above, sum(counts)), _wilson(10 * above, 10 * sum(counts))

    assert closer[1] - closer[0] < share[1] - share[0]  # type: ignore[operator]
    assert many[1] - many[0] < few[1] - few[0]  # type: ignore[operator]
