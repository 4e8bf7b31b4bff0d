"""Balances below zero, by each policy."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.people.balances import Balanced, balanced
from salesperf.analyses.commission.written.answers import NegativeBalance


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        # 1,000 earned and 3,000 taken back: 2,000 too much.
        (NegativeBalance.CARRY, ("0", "0", "0", "2000")),
        (NegativeBalance.PAY_BACK, ("-2000", "0", "0", "0")),
        (NegativeBalance.ZERO, ("0", "0", "2000", "0")),
    ],
)
def test_too_much_taken_back(policy: NegativeBalance, found: tuple[str, ...]) -> None:
    assert balanced(Decimal(-2000), owed=Decimal(0), policy=policy) == Balanced(*map(Decimal, found))


@pytest.mark.parametrize(
    ("earned", "found"),
    [
        ("1999.99", ("0", "1999.99", "0", "0.01")),
        ("2000", ("0", "2000", "0", "0")),
        ("2000.01", ("0.01", "2000", "0", "0")),
        ("0", ("0", "0", "0", "2000")),
        ("-10", ("0", "0", "0", "2010")),
    ],
)
def test_what_was_carried_is_held_against_the_next_pay(earned: str, found: tuple[str, ...]) -> None:
    after = balanced(Decimal(earned), owed=Decimal(2000), policy=NegativeBalance.CARRY)

    assert after == Balanced(*map(Decimal, found))


@given(st.lists(st.integers(-(10**6), 10**6), max_size=12), st.sampled_from(NegativeBalance))
def test_nothing_is_lost(amounts: list[int], policy: NegativeBalance) -> None:
    owed, paid, forgiven = Decimal(0), Decimal(0), Decimal(0)
    for amount in amounts:
        step = balanced(Decimal(amount), owed=owed, policy=policy)
        owed, paid, forgiven = step.owed, paid + step.paid, forgiven + step.forgiven
        assert owed >= 0
        assert step.paid >= 0 or policy is NegativeBalance.PAY_BACK

    assert paid - owed - forgiven == sum(amounts)
