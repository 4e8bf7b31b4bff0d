"""The months in English."""

import calendar
import re

import pytest

from salesperf.sources.values.english_months import NAME, month_number


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_known_whole_and_short(number: int) -> None:
    whole, short = calendar.month_name[number], calendar.month_abbr[number]

    assert month_number(whole) == month_number(f"{short}.") == number
    assert re.fullmatch(NAME, whole.lower())
    assert re.fullmatch(NAME, short.lower())


def test_september_has_a_second_short_name() -> None:
    assert month_number("Sept") == 9
    assert re.fullmatch(NAME, "sept")


@pytest.mark.parametrize("word", ["", "Q1", "mo", "13"])
def test_other_words_are_no_months(word: str) -> None:
    assert month_number(word) is None
    assert re.fullmatch(NAME, word) is None
