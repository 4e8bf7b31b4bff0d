from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.analyses.commission.slices import Slice, pay_of
from salesperf.core.money import EXACT


@pytest.mark.parametrize(
    ("start", "end", "rate", "amount", "pay"),
    [
        # Worked by hand: 500 at 2 %; the same taken back; nothing; a hundredth of a cent is kept.
        ("1000", "1500", "0.02", "500", "10.00"),
        ("1500", "1000", "0.02", "-500", "-10.00"),
        ("7", "7", "0.02", "0", "0"),
        ("0", "0.01", "0.015", "0.01", "0.00015"),
    ],
)
def test_a_slice_pays_its_length_at_its_rate(start: str, end: str, rate: str, amount: str, pay: str) -> None:
    one = Slice(Decimal(start), Decimal(end), Decimal(rate))

    assert (one.amount, one.pay) == (Decimal(amount), Decimal(pay))


def test_no_slices_pay_nothing() -> None:
    assert pay_of(()) == 0


@given(st.lists(st.tuples(*[st.integers(-(10**30), 10**30)] * 3), max_size=5))
def test_slices_add_up_without_rounding(told: list[tuple[int, int, int]]) -> None:
    slices = [Slice(*(Decimal(number).scaleb(-6, context=EXACT) for number in numbers)) for numbers in told]

    expected = sum((Fraction((end - start) * rate, 10**12) for start, end, rate in told), Fraction(0))
    assert Fraction(pay_of(slices)) == expected
