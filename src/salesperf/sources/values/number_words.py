"""Counts up to a hundred that are written in words, English and Chinese; refuses whatever else a cell says."""

from __future__ import annotations

from functools import cache

from salesperf.core.text import folded

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DIGITS = "零一二三四五六七八九"
_SAME = str.maketrans("〇○壹贰叁肆伍陆柒捌玖拾佰两", "零零一二三四五六七八九十百二")
"""Ways to write a numeral that bills and speech have beside the usual one."""
_TEN, _HUNDRED = 10, 100


def number_of_words(text: str) -> int | None:
    """The count that a cell spells out; None where it says anything else.

    >>> [number_of_words(text) for text in ("One", "twenty-one", "a hundred", "二", "十二", "贰拾", "ones", "12")]
    [1, 21, 100, 2, 12, 20, None, None]
    """
    word = folded(text).lower()
    if word.isascii():
        return _english().get(word.replace("-", " "))
    return _chinese().get(word.translate(_SAME))


@cache
def _english() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_ONES)}
    for place, ten in enumerate(_TENS, start=2):
        found[ten] = place * _TEN
        found |= {f"{ten} {_ONES[one]}": place * _TEN + one for one in range(1, _TEN)}
    return found | dict.fromkeys(("hundred", "a hundred", "one hundred"), _HUNDRED)


@cache
def _chinese() -> dict[str, int]:
    found = {word: number for number, word in enumerate(_DIGITS)}
    for tens in range(1, _TEN):
        lead = f"{_DIGITS[tens]}十"
        leads = (lead, "十") if tens == 1 else (lead,)
        for whole in leads:
            found[whole] = tens * _TEN
            found |= {f"{whole}{_DIGITS[one]}": tens * _TEN + one for one in range(1, _TEN)}
    return found | dict.fromkeys(("百", "一百"), _HUNDRED)
