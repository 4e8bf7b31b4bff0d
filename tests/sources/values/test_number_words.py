"""Counts in words."""

from __future__ import annotations

import pytest

from salesperf.sources.values.number_words import number_of_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One", 1), (" TWELVE ", 12), ("forty", 40), ("forty-two", 42), ("Forty Two", 42), ("one hundred", 100),
        ("零", 0), ("两", 2), ("十", 10), ("十五", 15), ("二十", 20), ("九十九", 99), ("壹拾贰", 12), ("一百", 100),
    ],
)  # fmt: skip
def test_a_count_in_words_is_its_number(text: str, number: int) -> None:
    assert number_of_words(text) == number


@pytest.mark.parametrize(
    "text", ["", "1", "ones", "one two", "hundreds", "twenty eleven", "十二件", "第二", "二楼", "a few"]
)
def test_what_says_anything_else_is_none(text: str) -> None:
    assert number_of_words(text) is None
