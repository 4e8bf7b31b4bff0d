from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.money import EXACT, Rounding, exact, settle, split

LARGEST = 10**36
CENTS = st.integers(min_value=-LARGEST, max_value=LARGEST).map(lambda cents: Decimal(cents).scaleb(-2, context=EXACT))
WEIGHTS = st.lists(
    st.integers(min_value=0, max_value=10**12) | st.integers(min_value=0, max_value=LARGEST), min_size=1, max_size=12
).map(lambda millionths: [Decimal(weight).scaleb(-6, context=EXACT) for weight in millionths])
WEIGHTS = WEIGHTS.filter(lambda weights: any(weight > 0 for weight in weights))


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, Decimal(0))


def d(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) for amount in amounts)


@pytest.mark.parametrize(
    ("amount", "half_up", "half_even", "down"),
    [
        ("2.345", "2.35", "2.34", "2.34"),
        ("2.355", "2.36", "2.36", "2.35"),
        ("-2.345", "-2.35", "-2.34", "-2.34"),
        ("2.3449999999", "2.34", "2.34", "2.34"),
        ("0.005", "0.01", "0.00", "0.00"),
        ("7", "7.00", "7.00", "7.00"),
    ],
)
def test_settling_rounds_the_half_as_told(amount: str, half_up: str, half_even: str, down: str) -> None:
    settled = [
        str(settle(Decimal(amount), mode=mode)) for mode in (Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.DOWN)
    ]

    assert settled == [half_up, half_even, down]


def test_settling_keeps_38_digits() -> None:
    amount = Decimal("99999999999999999999999999999999.999999")

    assert str(settle(amount)) == "100000000000000000000000000000000.00"


def test_settling_to_whole_yuan() -> None:
    assert str(settle(Decimal("1234.50"), places=0)) == "1235"


@given(CENTS)
def test_settling_twice_changes_nothing(amount: Decimal) -> None:
    assert settle(settle(amount)) == settle(amount)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=6, allow_nan=False))
def test_settling_moves_an_amount_by_half_a_cent_at_most(amount: Decimal) -> None:
    assert abs(settle(amount) - amount) <= Decimal("0.005")


def test_the_largest_remainders_get_the_left_over_cents() -> None:
    # 10.00 by 1 : 2 : 4 is 1.428571, 2.857142, 5.714285; floors 1.42 2.85 5.71 leave 2 cents,
    # remainders .857 .714 .428 give them to the first two.
    assert split(Decimal("10.00"), d("1", "2", "4")) == d("1.43", "2.86", "5.71")


def test_equal_remainders_are_settled_in_favour_of_the_earlier() -> None:
    assert split(Decimal("0.05"), d("1", "1", "1")) == d("0.02", "0.02", "0.01")


def test_a_negative_total_is_split_like_its_positive() -> None:
    assert split(Decimal("-100.00"), d("1", "1", "1")) == d("-33.34", "-33.33", "-33.33")


def test_a_zero_weight_gets_nothing() -> None:
    assert split(Decimal("0.01"), d("0", "3", "0")) == d("0.00", "0.01", "0.00")


def test_nothing_to_share_gives_nothing_to_each() -> None:
    assert split(Decimal("0.00"), d("1", "2")) == d("0.00", "0.00")


def test_whole_yuan_are_shared_in_whole_yuan() -> None:
    assert split(Decimal(100), d("1", "1", "1"), places=0) == d("34", "33", "33")


def test_fractional_weights_of_many_digits_lose_nothing() -> None:
    weights = d("0.333333333333", "0.333333333333", "0.333333333334")

    assert split(Decimal("12345678901234567890.01"), weights) == d(
        # In exact arithmetic 4115226300407407403.70292..., the same, and 4115226300419753082.60415...:
        # the floors leave one cent, and the third remainder is the largest.
        "4115226300407407403.70",
        "4115226300407407403.70",
        "4115226300419753082.61",
    )


@given(CENTS, WEIGHTS)
def test_shares_add_up_exactly(total: Decimal, weights: list[Decimal]) -> None:
    assert exact_sum(split(total, weights)) == total


@given(CENTS, WEIGHTS)
def test_no_share_is_a_cent_off_its_due(total: Decimal, weights: list[Decimal]) -> None:
    whole = Fraction(exact_sum(weights))

    for share, weight in zip(split(total, weights), weights, strict=True):
        assert abs(Fraction(share) - Fraction(total) * Fraction(weight) / whole) < Fraction(1, 100)


@given(CENTS, WEIGHTS, st.randoms())
def test_only_a_tie_depends_on_the_order(total: Decimal, weights: list[Decimal], random: Random) -> None:
    order = list(range(len(weights)))
    random.shuffle(order)

    straight = split(total, weights)
    shuffled = split(total, [weights[index] for index in order])

    assert sorted(zip(weights, straight, strict=True)) == sorted(
        (weights[index], share) for index, share in zip(order, shuffled, strict=True)
    )


@given(CENTS, WEIGHTS, st.integers(min_value=1, max_value=1000))
def test_the_scale_of_the_weights_does_not_matter(total: Decimal, weights: list[Decimal], factor: int) -> None:
    assert split(total, weights) == split(total, [EXACT.multiply(weight, factor) for weight in weights])


@pytest.mark.parametrize("weights", [(), d("0"), d("0", "0"), d("-1", "2"), d("1", "-1")])
def test_weights_that_share_nothing_are_a_mistake(weights: tuple[Decimal, ...]) -> None:
    with pytest.raises(ValueError, match="weights must not be negative"):
        split(Decimal("1.00"), weights)


def test_a_total_that_cannot_be_paid_is_not_shared() -> None:
    with pytest.raises(ValueError, match=r"1\.005 is not settled to 2 places"):
        split(Decimal("1.005"), d("1"))


@pytest.mark.parametrize("total", ["0.005", "-0.005", "0.014", "-0.014"])
def test_parts_of_a_cent_are_not_shared_either_way(total: str) -> None:
    with pytest.raises(ValueError, match="not settled to 2 places"):
        split(Decimal(total), d("1"))


def test_the_product_of_two_amounts_of_38_digits_is_exact() -> None:
    # 99...9 squared is 99...980...01: 76 digits, none of them lost.
    largest = Decimal("9" * 38)

    assert int(EXACT.multiply(largest, largest)) == (10**38 - 1) ** 2


def test_places_are_named_and_not_mistaken_for_an_amount() -> None:
    with pytest.raises(TypeError):
        settle(Decimal(1), 3)  # type: ignore[misc]
    with pytest.raises(TypeError):
        split(Decimal(1), d("1"), 3)  # type: ignore[misc]


def test_a_float_is_exactly_what_people_wrote() -> None:
    assert [exact(number) for number in (0.1, 3, 1e22)] == [*d("0.1", "3", "1e22")]
    assert exact(Decimal("1.50")).as_tuple() == Decimal("1.50").as_tuple(), "its places are kept"
