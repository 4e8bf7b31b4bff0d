from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from salesperf.render.template.written import Written, is_too_long, loses_cents, written
from salesperf.report.model import Value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, Written()),
        ("", Written()),
        (0, Written(number="0")),
        (Decimal("1200.500000"), Written(number="1200.5")),
        (Decimal("-0.00"), Written(number="0")),
        (1e-7, Written(number="0.0000001")),
        (True, Written("b", "1")),
        (False, Written("b", "0")),
        ("=1+1", Written("inlineStr", text="=1+1")),
        (date(1900, 1, 1), Written(number="1")),
        (date(1900, 2, 28), Written(number="59")),
        (date(1900, 3, 1), Written(number="61")),
        (date(2026, 1, 1), Written(number="46023")),
        (date(1899, 12, 31), Written("inlineStr", text="1899-12-31")),
    ],
)
def test_a_value_has_its_own_type(value: Value, expected: Written) -> None:
    assert written(value) == expected


def test_days_from_1904_on_count_from_there() -> None:
    assert written(date(1904, 1, 1), date1904=True).number == "0"
    assert written(date(2026, 1, 1), date1904=True).number == str(46023 - 1462)
    assert written(date(1903, 12, 31), date1904=True).text == "1903-12-31"


def test_the_elements_bear_the_prefix_of_the_sheet() -> None:
    assert written(2).inner("x:") == "<x:v>2</x:v>"
    assert written("a<b ").inner("") == '<is><t xml:space="preserve">a&lt;b </t></is>'
    assert written(None).inner("") == ""
    assert written(None).is_empty


def test_a_cell_takes_so_many_utf16_units() -> None:
    assert not is_too_long("x" * 32_767)
    assert is_too_long("x" * 32_768)
    assert is_too_long("𠮷" * 16_384)
    assert not is_too_long(5)


def test_amounts_that_are_not_whole_to_the_cent_are_known() -> None:
    assert loses_cents(Decimal("12345678901234567.89"))
    assert not loses_cents(Decimal("1234567890123.45"))
    assert not loses_cents(10**15)
    assert not loses_cents(1.5e20)
