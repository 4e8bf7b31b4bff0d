from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.unit import Unit
from salesperf.report.exact import digits, jsonable, spelled
from salesperf.report.model import Value

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**31), max_value=10**31)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("10005534.000000"), "10005534"),
        (Decimal("2360.910000"), "2360.91"),
        (Decimal("-0.50"), "-0.5"),
        (Decimal("-0.00"), "0"),
        (Decimal("1E+7"), "10000000"),
        (Decimal("1E-6"), "0.000001"),
        (Decimal(100), "100"),
        (Decimal("12345678901234567890123456789012.123456"), "12345678901234567890123456789012.123456"),
        (1e-05, "0.00001"),
        (0.1, "0.1"),
        (4238, "4238"),
    ],
)
def test_numbers_are_spelled_in_full(number: Decimal | float, text: str) -> None:
    assert digits(number) == text


@given(AMOUNTS)
def test_no_digit_is_lost(amount: Decimal) -> None:
    assert Decimal(digits(amount)) == amount


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_reads_back_as_itself(number: float) -> None:
    assert float(digits(number)) == number


@pytest.mark.parametrize("number", [float("nan"), float("inf"), Decimal("NaN")])
def test_a_number_that_is_none_is_refused(number: Decimal | float) -> None:
    with pytest.raises(ValueError, match="a ratio without a value is None"):
        digits(number)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (date(2026, 3, 1), "2026-03-01"),
        ("a\x1bb\ud800", "a\ufffdb\ufffd"),
        ("line\nbreak", "line\nbreak"),
        (0, "0"),
    ],
)
def test_fields_of_text_formats(value: Value, text: str) -> None:
    assert spelled(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (Decimal("2360.910000"), Unit.PRICE, "2360.91"),
        (5, Unit.MONEY, "5"),
        (Decimal("12.500000"), Unit.QUANTITY, "12.5"),
        (Decimal("1.10"), None, "1.1"),
        (0.25, Unit.RATIO, 0.25),
        (Decimal("0.25"), Unit.RATIO, 0.25),
        (4238, Unit.COUNT, 4238),
        (2026, None, 2026),
        (None, Unit.MONEY, None),
        (True, None, True),
        (date(2026, 3, 1), None, "2026-03-01"),
    ],
)
def test_amounts_are_strings_and_ratios_numbers(value: Value, unit: Unit | None, expected: object) -> None:
    found = jsonable(value, unit)

    assert found == expected
    assert type(found) is type(expected)
