"""Tiers of rates, against hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.slices import pay_of

# The scheme of the examples: 1 % up to 1M, 1.5 % from 1M to 2M, 2 % above.
SCHEME = Ladder(
    (Decimal(1_000_000), Decimal(2_000_000)),
    (Decimal("0.01"), Decimal("0.015"), Decimal("0.02")),
)

AMOUNTS = st.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents).scaleb(-2))


@st.composite
def ladders(draw: st.DrawFn, *, rising: bool = False) -> Ladder:
    bounds = sorted(draw(st.sets(st.integers(1, 10**11), max_size=5)))
    rates = draw(st.lists(st.integers(0, 5000), min_size=len(bounds) + 1, max_size=len(bounds) + 1))
    return Ladder(
        tuple(Decimal(bound).scaleb(-2) for bound in bounds),
        tuple(Decimal(rate).scaleb(-4) for rate in (sorted(rates) if rising else rates)),
    )


def tier_rate(ladder: Ladder, at: Fraction) -> Fraction:
    """The rate just above a point, told without bisection."""
    reached = sum(Fraction(bound) <= at for bound in ladder.bounds)
    return Fraction(ladder.rates[reached])


def slow_pay(ladder: Ladder, start: Decimal, end: Decimal) -> Fraction:
    """Cut at every bound and zero, and add each piece at the rate that holds just above its lower end."""
    low, high = sorted((Fraction(start), Fraction(end)))
    cuts = sorted({low, high, *(bound for bound in map(Fraction, ladder.bounds) if low < bound < high)})
    pay = sum(((upper - lower) * tier_rate(ladder, lower) for lower, upper in pairwise(cuts)), Fraction(0))
    return pay if start <= end else -pay


@pytest.mark.parametrize(
    ("amount", "pay"),
    [
        # Worked by hand: 1M x 1 % + 1M x 1.5 % + 0.5M x 2 % = 10,000 + 15,000 + 10,000.
        ("2500000", "35000"),
        ("1000000", "10000"),
        ("1000000.01", "10000.00015"),
        ("999999.99", "9999.9999"),
        ("2000000", "25000"),
        ("0", "0"),
        ("-500", "-5"),
    ],
)
def test_each_slice_earns_at_its_own_rate(amount: str, pay: str) -> None:
    assert pay_of(SCHEME.by_slices(Decimal(0), Decimal(amount))) == Decimal(pay)


@pytest.mark.parametrize(
    ("amount", "tie", "pay"),
    [
        # Worked by hand: 2.5M x 2 %.
        ("2500000", Tie.LOWER, "50000"),
        # On the bound the tier below pays 1M x 1 %, the one above 1M x 1.5 %.
        ("1000000", Tie.LOWER, "10000"),
        ("1000000", Tie.UPPER, "15000"),
        ("1000000.01", Tie.LOWER, "15000.00015"),
        ("999999.99", Tie.UPPER, "9999.9999"),
        ("0", Tie.UPPER, "0"),
        ("-500", Tie.UPPER, "-5"),
    ],
)
def test_the_whole_earns_at_the_rate_of_the_tier_reached(amount: str, tie: Tie, pay: str) -> None:
    assert SCHEME.as_a_whole(Decimal(amount), tie=tie).pay == Decimal(pay)


def test_slices_say_where_each_begins_and_ends() -> None:
    parts = SCHEME.by_slices(Decimal(900_000), Decimal(1_200_000))

    assert [(one.start, one.end, one.rate) for one in parts] == [
        (Decimal(900_000), Decimal(1_000_000), Decimal("0.01")),
        (Decimal(1_000_000), Decimal(1_200_000), Decimal("0.015")),
    ]


def test_a_return_goes_back_down_the_same_tiers() -> None:
    parts = SCHEME.by_slices(Decimal(1_200_000), Decimal(900_000))

    # -200,000 x 1.5 % - 100,000 x 1 % = -3,000 - 1,000.
    assert [one.pay for one in parts] == [Decimal(-3000), Decimal(-1000)]


def test_tiers_of_attainment_are_held_against_bound_times_target() -> None:
    attained = Ladder((Decimal("0.8"), Decimal(1)), (Decimal(0), Decimal("0.01"), Decimal("0.02")))

    # 80 % of 333,333.33 is 266,666.664: a cent less than 266,666.67 stays below.
    scaled = attained.times(Decimal("333333.33"))

    assert scaled.tier_of(Decimal("266666.66"), tie=Tie.UPPER) == 0
    assert scaled.tier_of(Decimal("266666.67"), tie=Tie.UPPER) == 1


@pytest.mark.parametrize(
    ("bounds", "rates", "told"),
    [
        ((1, 1), (1, 2, 3), "bounds must ascend"),
        ((2, 1), (1, 2, 3), "bounds must ascend"),
        ((1,), (1,), "1 bounds part 2 tiers, not 1"),
        ((), (), "0 bounds part 1 tiers, not 0"),
        ((1, 2), (1, 2, 3, 4), "2 bounds part 3 tiers, not 4"),
    ],
)
def test_a_ladder_that_is_none_cannot_be_made(bounds: tuple[int, ...], rates: tuple[int, ...], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Ladder(tuple(map(Decimal, bounds)), tuple(map(Decimal, rates)))


def test_from_an_amount_to_itself_there_is_no_slice() -> None:
    for amount in ("0", "1000000", "1500000"):
        assert SCHEME.by_slices(Decimal(amount), Decimal(amount)) == ()


@given(ladders(), AMOUNTS, AMOUNTS)
def test_slices_earn_what_the_oracle_says(ladder: Ladder, start: Decimal, end: Decimal) -> None:
    assert Fraction(pay_of(ladder.by_slices(start, end))) == slow_pay(ladder, start, end)


@given(ladders(), AMOUNTS, AMOUNTS)
def test_slices_lie_end_to_end(ladder: Ladder, start: Decimal, end: Decimal) -> None:
    parts = ladder.by_slices(start, end)

    assert [one.start for one in parts] == ([start, *(one.end for one in parts[:-1])] if parts else [])
    assert (parts[-1].end if parts else start) == end


@given(ladders(), AMOUNTS, AMOUNTS, AMOUNTS)
def test_what_follows_begins_where_the_first_part_ended(
    ladder: Ladder, start: Decimal, between: Decimal, end: Decimal
) -> None:
    in_two = pay_of(ladder.by_slices(start, between)) + pay_of(ladder.by_slices(between, end))

    assert in_two == pay_of(ladder.by_slices(start, end))


@given(ladders(), AMOUNTS.filter(lambda amount: amount >= 0), st.integers(0, 10**6))
def test_more_sales_never_earn_less_by_slices(ladder: Ladder, amount: Decimal, cents: int) -> None:
    more = amount + Decimal(cents).scaleb(-2)

    assert pay_of(ladder.by_slices(Decimal(0), more)) >= pay_of(ladder.by_slices(Decimal(0), amount))


@given(ladders(), AMOUNTS, st.integers(1, 10**6))
def test_a_little_more_never_earns_more_than_the_highest_rate_of_it(
    ladder: Ladder, amount: Decimal, cents: int
) -> None:
    # A little more pays no more than the highest rate of it, and no less than the lowest.
    more = Decimal(cents).scaleb(-2)
    added = pay_of(ladder.by_slices(Decimal(0), amount + more)) - pay_of(ladder.by_slices(Decimal(0), amount))

    assert min(ladder.rates) * more <= added <= max(ladder.rates) * more


@given(ladders(rising=True), AMOUNTS.filter(lambda amount: amount >= 0), st.sampled_from(Tie))
def test_where_rates_rise_the_whole_earns_at_least_the_slices(ladder: Ladder, amount: Decimal, tie: Tie) -> None:
    whole = ladder.as_a_whole(amount, tie=tie).pay
    reached = pay_of(ladder.by_slices(Decimal(0), amount))

    assert whole >= reached


@given(ladders(), AMOUNTS, st.sampled_from(Tie))
def test_the_tier_reached_is_the_oracles(ladder: Ladder, amount: Decimal, tie: Tie) -> None:
    below = sum(bound < amount or (tie is Tie.UPPER and bound == amount) for bound in ladder.bounds)

    assert ladder.tier_of(amount, tie=tie) == below
