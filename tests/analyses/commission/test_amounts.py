from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.analyses.commission.amounts import said


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "0"), ("0.00", "0"), ("1E+6", "1,000,000"), ("-1234.5", "-1,234.50"), ("0.0001", "0.0001")],
)
def test_amounts_keep_their_digits_and_lose_empty_ones(amount: str, words: str) -> None:
    assert said(Decimal(amount)) == words
