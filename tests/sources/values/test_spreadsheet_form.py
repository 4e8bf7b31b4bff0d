"""What a spreadsheet makes of the cells of a CSV when it opens and saves it."""

from __future__ import annotations

import pytest

from salesperf.sources.values.spreadsheet_form import is_same_cell, is_untouched


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("00123", "123"),
        ("1,234.50", "1234.5"),
        ("12.00", "12"),
        ("202601051234567890", "2.02601E+17"),
        ("202601051234567890", "202601051234567000"),
        ("2026-01-05", "2026/1/5"),
        ("2026-01-05 00:00:00", "2026/1/5"),
        ("2026-01-05 09:56:00", "2026/1/5 9:56"),
        ("03/04/2026", "2026/3/4"),
        ("05.01.2026", "2026/1/5"),
        ("01/05/26", "2026/1/5"),
        ("2026年1月5日", "2026/1/5"),
        (" Ann ", "Ann"),
        ("Zoë", "Zo?"),
        (None, ""),
        ("=1+1", "'=1+1"),
    ],
)
def test_what_a_spreadsheet_writes_for_a_cell_is_no_correction(before: str | None, after: str) -> None:
    assert is_same_cell(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("123", "00123"),
        ("100", "1000"),
        ("2026-03-04", "2026-04-03"),
        ("05/01/2026", "01/05/2026"),
        ("2026-01-05", "2026/1/6"),
        ("2026-01-05 09:56:00", "2026/1/5 9:57"),
        ("12", None),
        ("", "12"),
        ("Ann", "Bob"),
        ("张三", "??"),
        ("abc", "77"),
        ("202601051234567890", "2.02602E+17"),
        ("12.50", "-12.5"),
    ],
)
def test_a_cell_that_says_something_else_is_a_correction(before: str | None, after: str | None) -> None:
    assert not is_same_cell(before, after)


def test_a_cell_at_fault_is_untouched_only_letter_by_letter() -> None:
    assert is_untouched("-", "'-")
    assert is_untouched(None, "")
    assert not is_untouched("1,234.50", "1234.5")
