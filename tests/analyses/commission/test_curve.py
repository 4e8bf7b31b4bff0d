"""Payout curves, against hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesperf.analyses.commission.curve import Curve, Point


def curve(*points: tuple[str, str]) -> Curve:
    return Curve(tuple(Point(Decimal(at), Decimal(value)) for at, value in points))


# 1 % at 1M, 1.5 % at 2M, 2 % at 3M.
SCHEME = curve(("1000000", "0.01"), ("2000000", "0.015"), ("3000000", "0.02"))


@pytest.mark.parametrize(
    ("at", "value"),
    [
        # Half way from 2M to 3M: (1.5 % + 2 %) / 2.
        ("2500000", "0.0175"),
        ("2000000", "0.015"),
        # A cent of a million above 2M is a hundred-millionth of the way: 0.5 % x 10^-8.
        ("2000000.01", "0.01500000005"),
        ("1999999.99", "0.01499999995"),
        ("3000000", "0.02"),
        ("9000000", "0.02"),
        ("0", "0.01"),
        ("-5", "0.01"),
    ],
)
def test_between_points_the_rate_moves_in_a_straight_line(at: str, value: str) -> None:
    assert SCHEME.value(Decimal(at)) == Decimal(value)


def test_points_of_attainment_become_points_of_the_amount() -> None:
    attained = curve(("0.5", "0"), ("1", "1"), ("1.5", "2"))

    # 750 of 1,000 is half way from 50 % to 100 %.
    assert attained.times(Decimal(1000)).value(Decimal(750)) == Decimal("0.5")


@pytest.mark.parametrize("points", [(), (("1", "0"), ("1", "1")), (("2", "0"), ("1", "1"))])
def test_a_curve_that_is_none_cannot_be_made(points: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(ValueError, match=r"must ascend|needs a point"):
        curve(*points)


THOUSANDTHS = st.integers(0, 10**9).map(lambda number: Decimal(number).scaleb(-3))


@given(
    st.lists(st.tuples(THOUSANDTHS, THOUSANDTHS), min_size=1, max_size=6, unique_by=lambda pair: pair[0]), THOUSANDTHS
)
def test_a_value_lies_on_the_line_between_its_neighbours(pairs: list[tuple[Decimal, Decimal]], at: Decimal) -> None:
    points = tuple(Point(*pair) for pair in sorted(pairs))
    below = [point for point in points if point.at <= at]
    above = [point for point in points if point.at > at]
    assume(below and above)

    low, high = below[-1], above[0]
    share = Fraction(at - low.at) / Fraction(high.at - low.at)
    told = Fraction(low.value) + share * (Fraction(high.value) - Fraction(low.value))

    # 76 digits, of which at most 9 stand before the point.
    assert abs(Fraction(Curve(points).value(at)) - told) <= Fraction(1, 10**60)
