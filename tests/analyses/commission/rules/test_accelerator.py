"""Accelerators, against published and hand-worked examples and an oracle in fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.phrases import NO_TARGET
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator, earned

CENTS = st.integers(-(10**9), 10**9).map(lambda cents: Decimal(cents).scaleb(-2))


def tiers(*told: tuple[str | None, str]) -> list[dict[str, Decimal]]:
    return [{"factor": Decimal(factor)} | ({"to": Decimal(to)} if to else {}) for to, factor in told]


# Prowi's glossary, "Accelerator": 8 % to the quota, 12 % to 120 % of it, 16 % above.
PROWI = tiers(("1", "1"), ("1.2", "1.5"), (None, "2"))


def marginal(rate: str, told: list[dict[str, Decimal]]) -> MarginalAccelerator:
    said = {"name": "base", "rule": "accelerator", "mode": "marginal", "rate": Decimal(rate), "tiers": told}
    return MarginalAccelerator.model_validate(said)


def whole(rate: str, told: list[dict[str, Decimal]], tie: str = "upper") -> WholeAccelerator:
    said = {"name": "base", "rule": "accelerator", "mode": "whole", "tie": tie, "rate": Decimal(rate), "tiers": told}
    return WholeAccelerator.model_validate(said)


def case(credited: str, target: str | None, before: str = "0") -> Case:
    return Case(Decimal(credited), Decimal(before), target=None if target is None else Decimal(target))


@pytest.mark.parametrize(
    ("rate", "told", "credited", "target", "pay"),
    [
        # Prowi's glossary: 12,000 + 3,600 + 2,400 of 195,000 against 150,000.
        ("0.08", PROWI, "195000", "150000", "18000"),
        # An excelforum thread (861932): 5 % of 100,000, one point more of 25,000, two of 25,000: 5,000 + 1,500 + 1,750.
        ("0.05", tiers(("1", "1"), ("1.25", "1.2"), (None, "1.4")), "150000", "100000", "8250"),
        # Salescommissionscalc's guide: 8 % to 80 %, 10 % to the quota, 15 % above; worked by hand for 120,000 of
        # 100,000: 80,000 x 8 % + 20,000 x 10 % + 20,000 x 15 % = 6,400 + 2,000 + 3,000.
        ("0.1", tiers(("0.8", "0.8"), ("1", "1"), (None, "1.5")), "120000", "100000", "11400"),
        # A decelerator, worked by hand: half of 10 % up to half of 33,000, then 10 %: 16,500 x 5 % + 3,500 x 10 %.
        ("0.1", tiers(("0.5", "0.5"), (None, "1")), "20000", "33000", "1175"),
        # Exactly on the quota, a cent below and a cent above it: a cent above earns 12 %.
        ("0.08", PROWI, "150000", "150000", "12000"),
        ("0.08", PROWI, "149999.99", "150000", "11999.9992"),
        ("0.08", PROWI, "150000.01", "150000", "12000.0012"),
        ("0.08", PROWI, "0", "150000", "0"),
        # What comes back is taken back at the first tier.
        ("0.08", PROWI, "-1000", "150000", "-80"),
        # A quota that no decimal divides: a third of 100 is reached exactly by 33.33 x 3 + 0.01.
        ("0.1", tiers(("1", "1"), (None, "2")), "100", "33.33", "16.667"),
    ],
)
def test_each_slice_of_the_attainment_earns_its_own_factor(
    rate: str, told: list[dict[str, Decimal]], credited: str, target: str, pay: str
) -> None:
    assert earned(marginal(rate, told), case(credited, target)).exact == Decimal(pay)


@pytest.mark.parametrize(
    ("credited", "tie", "pay"),
    [
        # Worked by hand: 195,000 are 130 %: 195,000 x 16 %.
        ("195000", "upper", "31200"),
        ("150000", "lower", "12000"),
        ("150000", "upper", "18000"),
        ("149999.99", "upper", "11999.9992"),
        ("150000.01", "lower", "18000.0012"),
        ("180000", "lower", "21600"),
        ("180000", "upper", "28800"),
        ("0", "upper", "0"),
        ("-1000", "upper", "-80"),
    ],
)
def test_the_whole_earns_the_factor_of_the_tier_reached(credited: str, tie: str, pay: str) -> None:
    assert earned(whole("0.08", PROWI, tie), case(credited, "150000")).exact == Decimal(pay)


@pytest.mark.parametrize("target", [None, "0", "-5"])
def test_without_a_target_nothing_is_paid_and_it_is_said_why(target: str | None) -> None:
    for rule in (marginal("0.08", PROWI), whole("0.08", PROWI)):
        found = earned(rule, case("100", target))
        assert (found.exact, found.reasons) == (0, (NO_TARGET,))


def test_a_window_to_date_goes_on_where_it_stood() -> None:
    # Worked by hand, a quota of 100 for the quarter: 90 before and 20 now: 10 x 8 % + 10 x 12 % = 2.00; as a whole
    # 110 x 12 % = 13.20 less the 90 x 8 % = 7.20 of before.
    assert earned(marginal("0.08", PROWI), case("20", "100", before="90")).exact == Decimal("2.00")
    assert earned(whole("0.08", PROWI), case("20", "100", before="90")).exact == Decimal("6.00")


@pytest.mark.parametrize("missing", ["mode", "tie", "rate", "tiers"])
def test_a_plan_says_how_it_pays(missing: str) -> None:
    said = whole("0.08", PROWI).model_dump(by_alias=True, exclude_unset=True)
    del said[missing]

    with pytest.raises(ValidationError):
        WholeAccelerator.model_validate(said)


def test_bounds_of_ninety_nine_and_gaps_are_refused() -> None:
    with pytest.raises(ValidationError, match="cannot be tiers"):
        marginal("0.1", tiers(("0.99", "1"), ("1.25", "2"), (None, "3")))
    with pytest.raises(ValidationError, match="cannot be tiers"):
        marginal("0.1", tiers(("1", "1"), ("1", "2"), (None, "3")))


@st.composite
def ladders(draw: st.DrawFn) -> list[dict[str, Decimal]]:
    bounds = sorted(draw(st.sets(st.sampled_from([Decimal(at).scaleb(-1) for at in range(1, 30)]), max_size=4)))
    factors = draw(st.lists(st.integers(0, 30), min_size=len(bounds) + 1, max_size=len(bounds) + 1))
    steps = [{"to": bound} for bound in bounds] + [{}]
    return [{**step, "factor": Decimal(factor).scaleb(-1)} for step, factor in zip(steps, factors, strict=True)]


def slow(told: list[dict[str, Decimal]], amount: Decimal, target: Decimal, rate: Decimal) -> Fraction:
    """What an amount from zero earns, cut tier by tier with attainment as a fraction of the target."""
    reached, pay, low = Fraction(amount) / Fraction(target), Fraction(0), Fraction(0)
    if reached <= 0:
        return Fraction(amount) * Fraction(rate) * Fraction(told[0]["factor"])
    for tier in told:
        high = min(reached, Fraction(tier["to"])) if "to" in tier else reached
        if high > low:
            pay += (high - low) * Fraction(target) * Fraction(rate) * Fraction(tier["factor"])
            low = high
    return pay


@given(ladders(), CENTS, CENTS, st.integers(1, 10**9).map(lambda cents: Decimal(cents).scaleb(-2)))
def test_slices_agree_with_fractions_of_the_target(
    told: list[dict[str, Decimal]], before: Decimal, credited: Decimal, target: Decimal
) -> None:
    found = earned(marginal("0.07", told), Case(credited, before, target=target)).exact

    expected = slow(told, before + credited, target, Decimal("0.07")) - slow(told, before, target, Decimal("0.07"))
    assert Fraction(found) == expected


@given(ladders(), CENTS, st.integers(1, 10**9).map(lambda cents: Decimal(cents).scaleb(-2)), st.sampled_from(Tie))
def test_the_whole_agrees_with_fractions_of_the_target(
    told: list[dict[str, Decimal]], credited: Decimal, target: Decimal, tie: Tie
) -> None:
    found = earned(whole("0.07", told, tie), Case(credited, target=target)).exact

    reached = Fraction(credited) / Fraction(target)
    passed = sum(reached >= tier["to"] if tie is Tie.UPPER else reached > tier["to"] for tier in told if "to" in tier)
    assert Fraction(found) == Fraction(credited) * Fraction("0.07") * Fraction(told[passed]["factor"])
