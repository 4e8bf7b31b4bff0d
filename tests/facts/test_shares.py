"""Shares of events between people."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.money import EXACT
from salesperf.facts.shares import Claimed, Unsound, in_wholes, share_of, shared_out, twice


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/3", Fraction(1, 3)),
        (" 2 / 3 ", Fraction(2, 3)),
        ("1／2", Fraction(1, 2)),
        ("0.5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("50", Fraction(50)),
        ("12.5%", Fraction(1, 8)),
        ("100％", Fraction(1)),
        ("0", Fraction(0)),
        ("-0.5", None),
        ("1/0", None),
        ("", None),
        ("1e3", None),
        ("a third", None),
    ],
)
def test_a_share_is_read_exactly(text: str, share: Fraction | None) -> None:
    assert share_of(text) == share


def claims(event: str, *shares: str) -> list[Claimed]:
    return [Claimed(event, name, Fraction(share)) for name, share in zip("abcd", shares, strict=False)]


def test_four_shares_in_per_cent_that_a_float_sum_refuses_are_a_whole() -> None:
    # 72.68 + 10.93 + 2.73 + 13.66 is 100, though 99.99999999999999 as floats.
    sound, unsound = in_wholes(claims("7", "72.68", "10.93", "2.73", "13.66"))

    assert unsound == ()
    assert [claim.share for claim in sound] == [
        Fraction(7268, 10000),
        Fraction(1093, 10000),
        Fraction(273, 10000),
        Fraction(1366, 10000),
    ]


def test_three_thirds_are_a_whole_and_three_times_33_33_are_not() -> None:
    sound, unsound = in_wholes([*claims("1", "1/3", "1/3", "1/3"), *claims("2", "33.33", "33.33", "33.33")])

    assert {claim.event for claim in sound} == {"1"}
    assert unsound == (Unsound("2", Fraction(9999, 100), (3, 4, 5)),)


def test_somebody_named_twice_for_one_event_is_told_with_both_rows() -> None:
    rows = [*claims("1", "1/2", "1/2"), Claimed("1", "a", Fraction(0)), *claims("2", "1")]

    assert list(twice(rows)) == [(0, 2)]


def test_the_cents_of_a_split_go_to_the_largest_remainders() -> None:
    # 0.05 by 1/2, 1/4, 1/4: 2.5, 1.25 and 1.25 cents; four whole cents are given, the fifth to the half.
    parts = shared_out(Decimal("0.05"), [Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)])

    assert parts == (Decimal("0.03"), Decimal("0.01"), Decimal("0.01"))


def test_an_amount_of_four_decimals_keeps_them() -> None:
    assert shared_out(Decimal("0.0003"), [Fraction(1, 2), Fraction(1, 2)]) == (Decimal("0.0002"), Decimal("0.0001"))


@pytest.mark.parametrize("shares", [[Fraction(1, 2)], [Fraction(3, 2), Fraction(-1, 2)], []])
def test_shares_that_are_no_whole_share_nothing_out(shares: list[Fraction]) -> None:
    with pytest.raises(ValueError, match="add up to one"):
        shared_out(Decimal(1), shares)


WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any)
CENTS = st.integers(-(10**36), 10**36).map(lambda cents: Decimal(cents).scaleb(-2, context=EXACT))


@given(CENTS, WEIGHTS)
def test_parts_add_up_and_are_within_a_cent_of_their_share(amount: Decimal, weights: list[int]) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]

    parts = shared_out(amount, shares)

    assert sum(map(Fraction, parts)) == Fraction(amount)
    assert all(
        abs(Fraction(part) - Fraction(amount) * share) < Fraction(1, 100)
        for part, share in zip(parts, shares, strict=True)
    )


@given(CENTS, WEIGHTS)
def test_what_comes_back_is_shared_as_it_was_given(amount: Decimal, weights: list[int]) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]

    assert shared_out(EXACT.minus(amount), shares) == tuple(EXACT.minus(part) for part in shared_out(amount, shares))
