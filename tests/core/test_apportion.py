"""Largest remainders with floors and caps, worked by hand, and what must hold for any claims."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.apportion import Claim, apportioned, least, most


def _of(*weights: int) -> list[Claim]:
    return [Claim(Fraction(weight)) for weight in weights]


def test_the_units_left_go_to_the_largest_remainders() -> None:
    """Quotas of 10 by 47 : 16 : 15.9 : 12 : 6 : 3.1 of 100: 4.7, 1.6, 1.59, 1.2, 0.6, 0.31; 7 whole, three left."""
    shares = apportioned(10, _of(4700, 1600, 1590, 1200, 600, 310))

    assert shares == (5, 2, 1, 1, 1, 0)


def test_of_equal_remainders_the_earlier_claim_goes_first() -> None:
    assert apportioned(4, _of(1, 1, 1)) == (2, 1, 1)


def test_a_cap_gives_the_rest_to_the_others_by_weight() -> None:
    """Of 100 the first would get 80; 20 stay, and 80 are shared 15 : 5."""
    claims = [Claim(Fraction(80), cap=20), Claim(Fraction(15)), Claim(Fraction(5))]

    assert apportioned(100, claims) == (20, 60, 20)


def test_a_floor_takes_from_the_others_by_weight() -> None:
    """Of 100 the last would get 5; it takes 40, and 60 are shared 80 : 15: 50.53 and 9.47."""
    claims = [Claim(Fraction(80)), Claim(Fraction(15)), Claim(Fraction(5), floor=40)]

    assert apportioned(100, claims) == (51, 9, 40)


def test_a_cap_may_let_a_floor_bind_no_longer() -> None:
    """At first b's quota is 10, below its floor of 12; with a capped at 60 the others share 40 as 1 : 1."""
    claims = [Claim(Fraction(80), cap=60), Claim(Fraction(10), floor=12), Claim(Fraction(10))]

    assert apportioned(100, claims) == (60, 20, 20)


def test_without_weight_there_is_the_floor_and_no_more() -> None:
    assert apportioned(10, [Claim(Fraction(0), floor=3), Claim(Fraction(1))]) == (3, 7)
    assert most([Claim(Fraction(0), floor=3), Claim(Fraction(1), cap=5)]) == 8


def test_nothing_is_shared_among_nobody() -> None:
    assert apportioned(0, []) == ()


@pytest.mark.parametrize("units", [4, 11])
def test_units_that_fit_no_bounds_are_refused(units: int) -> None:
    claims = [Claim(Fraction(1), floor=5, cap=8), Claim(Fraction(1), cap=2)]

    with pytest.raises(ValueError, match="between 5 and 10"):
        apportioned(units, claims)


@pytest.mark.parametrize("claim", [(-1, 0, None), (1, -1, None), (1, 5, 4)])
def test_a_claim_that_contradicts_itself_is_refused(claim: tuple[int, int, int | None]) -> None:
    with pytest.raises(ValueError, match="is no claim"):
        Claim(Fraction(claim[0]), claim[1], claim[2])


_WEIGHTS = st.fractions(min_value=0, max_value=1000, max_denominator=60)


@st.composite
def _claims(draw: st.DrawFn) -> list[Claim]:
    def claim() -> Claim:
        floor = draw(st.integers(0, 50))
        room = draw(st.none() | st.integers(0, 200))
        return Claim(draw(_WEIGHTS), floor, None if room is None else floor + room)

    return [claim() for _ in range(draw(st.integers(1, 8)))]


@given(_claims(), st.data())
def test_shares_add_up_between_floors_and_caps(claims: list[Claim], data: st.DataObject) -> None:
    top = most(claims)
    units = data.draw(st.integers(least(claims), 10_000 + least(claims) if top is None else top))

    shares = apportioned(units, claims)

    assert sum(shares) == units
    assert all(claim.floor <= share for claim, share in zip(claims, shares, strict=True))
    assert all(claim.cap is None or share <= claim.cap for claim, share in zip(claims, shares, strict=True))


@given(st.lists(_WEIGHTS, min_size=2, max_size=8), st.integers(0, 40), st.integers(0, 60), st.data())
def test_with_the_same_bounds_more_weight_never_gets_less(
    weights: list[Fraction], floor: int, room: int, data: st.DataObject
) -> None:
    claims = [Claim(weight, floor, floor + room) for weight in weights]
    units = data.draw(st.integers(least(claims), most(claims) or 0))

    shares = apportioned(units, claims)

    ranked = sorted(zip(weights, shares, strict=True))
    for (weight, share), (heavier, larger) in pairwise(ranked):
        assert larger >= share or (heavier == weight and share - larger <= 1)


@given(st.lists(_WEIGHTS.filter(bool), min_size=1, max_size=8), st.integers(0, 10_000))
def test_without_bounds_nobody_is_a_whole_unit_from_the_quota(weights: list[Fraction], units: int) -> None:
    shares = apportioned(units, [Claim(weight) for weight in weights])

    assert all(abs(share - units * weight / sum(weights)) < 1 for weight, share in zip(weights, shares, strict=True))
