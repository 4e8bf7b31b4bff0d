from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.ladder import Ladder, Tie
from salesperf.analyses.commission.proportion import Proportion

LADDER = Ladder((Decimal("0.1"), Decimal("0.3")), (Decimal(1), Decimal(2), Decimal(3)))
AMOUNTS = st.integers(-(10**4), 10**4).map(Decimal)


def test_a_bound_is_met_where_no_decimal_divides() -> None:
    # 0.1 of 0.3 is a third, and exactly 10 % of 3.
    assert Proportion(Decimal("0.3"), Decimal(3)).rate(LADDER, tie=Tie.UPPER) == 2
    assert Proportion(Decimal("0.3"), Decimal(3)).rate(LADDER, tie=Tie.LOWER) == 1


def test_of_nothing_there_is_no_rate_and_every_bound_is_missed() -> None:
    nothing = Proportion(Decimal(5), Decimal(0))

    assert nothing.rate(LADDER, tie=Tie.UPPER) is None
    assert nothing.is_below(Decimal(-1))


def test_two_proportions_together_are_one_of_their_sums() -> None:
    assert Proportion(Decimal(1), Decimal(4)).plus(Proportion(Decimal(2), Decimal(4))) == Proportion(
        Decimal(3), Decimal(8)
    )


@given(AMOUNTS, AMOUNTS.filter(bool), AMOUNTS)
def test_being_below_a_bound_is_that_of_the_fraction(part: Decimal, whole: Decimal, bound: Decimal) -> None:
    assert Proportion(part, whole).is_below(bound) == (Fraction(part) / Fraction(whole) < bound)
