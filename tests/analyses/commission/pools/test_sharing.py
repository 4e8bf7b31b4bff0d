from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.pools.sharing import NO_TARGET, NO_WEIGHT, NOTHING_TO_SHARE, Head, shared_pool
from salesperf.analyses.commission.pools.terms import ContributionPool, EqualPool, Pool, ScoredPool, WeightedPool

RATE = Decimal("0.02")
MILLION, TARGET = Decimal(1_000_000), Decimal(900_000)
HEADS = (
    Head("ann", Decimal(500_000), "senior", Decimal(90)),
    Head("bob", Decimal(300_000), "junior", Decimal(60)),
    Head("cid", Decimal(200_000), "junior", Decimal(50)),
)


def equal(**said: object) -> Pool:
    return EqualPool(name="team", share="equal", rate=RATE, **said)  # type: ignore[arg-type]


def shares(pool: Pool, heads: tuple[Head, ...] = HEADS, *, credited: Decimal = MILLION) -> list[str]:
    return [str(one) for one in shared_pool(pool, credited, TARGET, heads).shares]


def test_by_contribution() -> None:
    # Worked by hand: 2 % of 1,000,000 is 20,000; 5 : 3 : 2 of it.
    pool = ContributionPool(name="team", share="contribution", rate=RATE)
    assert shares(pool) == ["10000.00", "6000.00", "4000.00"]


def test_by_contribution_and_score() -> None:
    # Worked by hand, 70 % contribution and 30 % score (90 : 60 : 50 of 200):
    # ann 0.7 x 0.5 + 0.3 x 0.45 = 0.485; bob 0.7 x 0.3 + 0.3 x 0.3 = 0.3; cid 0.7 x 0.2 + 0.3 x 0.25 = 0.215.
    pool = ScoredPool(
        name="team", share="contribution_and_score", rate=RATE, contribution=Decimal("0.7"), dimension="d"
    )
    assert shares(pool) == ["9700.00", "6000.00", "4300.00"]


def test_equally_the_odd_cents_go_to_the_first() -> None:
    # 20,000 / 3 = 6,666.66 and two thirds: 6,666.67 twice, 6,666.66 once.
    assert shares(equal()) == ["6666.67", "6666.67", "6666.66"]


def test_equally_by_the_time_somebody_was_there() -> None:
    # There for 1, 1/2 and 1/2 of the quarter: 10,000, 5,000, 5,000.
    half = Fraction(1, 2)
    heads = (Head("ann"), Head("bob", there=half), Head("cid", there=half))
    assert shares(equal(), heads) == ["10000.00", "5000.00", "5000.00"]


def test_by_weights_of_roles() -> None:
    # 3 : 1 : 1 of 20,000.
    pool = WeightedPool(name="team", share="weighted", rate=RATE, weights={"senior": Decimal(3), "junior": Decimal(1)})
    assert shares(pool) == ["12000.00", "4000.00", "4000.00"]


@pytest.mark.parametrize(
    ("credited", "pot"), [("900000", "18000.00"), ("899999.99", "0"), ("900000.01", "18000.00"), ("-1", "0")]
)
def test_the_gate_opens_exactly_at_its_bound(credited: str, pot: str) -> None:
    found = shared_pool(equal(gate=Decimal(1)), Decimal(credited), TARGET, HEADS)
    assert str(found.pot) == pot
    assert (found.reason is None) == (pot != "0")


def test_a_shut_gate_says_what_is_missing() -> None:
    found = shared_pool(equal(gate=Decimal("1.2")), MILLION, TARGET, HEADS)
    assert found.reason is not None
    assert found.reason.en == "the team reached 1,000,000 of the 1,080,000 that open the pool"
    assert found.shares == (0, 0, 0)


def test_a_gate_without_a_target_is_not_passed() -> None:
    assert shared_pool(equal(gate=Decimal(1)), MILLION, None, HEADS).reason is NO_TARGET


def test_a_result_below_zero_fills_nothing() -> None:
    found = shared_pool(equal(), Decimal(-5000), TARGET, HEADS)
    assert (found.pot, found.shares, found.reason) == (0, (0, 0, 0), NOTHING_TO_SHARE)


def test_who_contributed_less_than_nothing_gets_nothing_and_owes_nothing() -> None:
    heads = (Head("ann", Decimal(750_000)), Head("bob", Decimal(-50_000)), Head("cid", Decimal(250_000)))
    pool = ContributionPool(name="team", share="contribution", rate=RATE)
    assert shares(pool, heads) == ["15000.00", "0.00", "5000.00"]


def test_above_the_cap_of_a_head_it_is_withheld_or_shared() -> None:
    # 10,000 : 6,000 : 4,000 with 7,000 a head: 3,000 withheld, or shared 6 : 4 up to the cap: 13,000 = 7,000 + 6,000.
    withheld = ContributionPool(name="team", share="contribution", rate=RATE, cap=Decimal(7000), beyond="withheld")
    found = shared_pool(withheld, MILLION, TARGET, HEADS)
    assert ([str(one) for one in found.shares], found.withheld) == (["7000.00", "6000.00", "4000.00"], 3000)
    shared = withheld.model_copy(update={"beyond": "shared"})
    # 13,000 by 3 : 2 would be 7,800 : 5,200; bob stops at 7,000, cid has the 6,000 that are left.
    assert shares(shared) == ["7000.00", "7000.00", "6000.00"]


def test_a_pot_that_nobody_has_a_weight_for_is_told_and_not_lost() -> None:
    pool = ContributionPool(name="team", share="contribution", rate=RATE)
    found = shared_pool(pool, MILLION, TARGET, (Head("ann"), Head("bob")))
    assert (found.pot, found.withheld, found.reason) == (20_000, 20_000, NO_WEIGHT)


AMOUNTS = st.integers(-(10**9), 10**10).map(lambda cents: Decimal(cents).scaleb(-2))


@given(
    AMOUNTS,
    st.lists(AMOUNTS, min_size=1, max_size=8),
    st.sampled_from(["withheld", "shared", None]),
    st.integers(1, 10**6).map(Decimal),
)
def test_shares_and_what_is_withheld_are_the_pot(
    credited: Decimal, contributions: list[Decimal], beyond: str | None, cap: Decimal
) -> None:
    limits = {} if beyond is None else {"beyond": beyond, "cap": cap}
    pool = ContributionPool(name="team", share="contribution", rate=RATE, **limits)  # type: ignore[arg-type]
    heads = tuple(Head(str(number), one) for number, one in enumerate(contributions))
    found = shared_pool(pool, credited, None, heads)
    assert sum(found.shares) + found.withheld == found.pot
    assert all(share >= 0 for share in found.shares)
    if beyond is not None:
        assert all(share <= cap for share in found.shares)
    whole = sum(max(one, Decimal(0)) for one in contributions)
    if beyond is None and whole and found.pot:
        for share, one in zip(found.shares, contributions, strict=True):
            exact = Fraction(found.pot) * Fraction(max(one, Decimal(0))) / Fraction(whole)
            assert abs(Fraction(share) - exact) < Fraction(1, 100)
