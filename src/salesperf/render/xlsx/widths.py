"""How wide a text stands in a cell: a Chinese character takes two columns of a Latin one."""

from __future__ import annotations

import unicodedata

NARROWEST, WIDEST = 8.0, 48.0
_PADDING = 2.4
_FILTER_BUTTON = 2.5
_ON_ONE_LINE = 16
"""A header as short as this does not wrap."""


def text_width(text: str) -> int:
    r"""The columns of the longest line of a text.

    >>> text_width("净额 net"), text_width("a\nbcd")
    (8, 3)
    """
    if text.isascii():
        return max(map(len, text.split("\n")))
    return max(sum(_char_width(char) for char in line) for line in text.split("\n"))


def column_width(longest: int, header: str) -> float:
    """The width of a column whose longest cell takes so many columns, under a header that may wrap once.

    >>> column_width(3, "id"), column_width(500, "name")
    (8.0, 48.0)
    """
    head = text_width(header)
    wanted = max(longest + _PADDING, min(head, max(head // 2 + 3, _ON_ONE_LINE)) + _FILTER_BUTTON)
    return min(WIDEST, max(NARROWEST, wanted))


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a cell of this width, a character of which is its margin.

    >>> lines_needed("a" * 98, 50), lines_needed("a" * 99, 50), lines_needed("", 50)
    (2, 3, 1)
    """
    room = max(1, int(width) - 1)
    return sum(max(1, -(-text_width(line) // room)) for line in text.split("\n"))


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
