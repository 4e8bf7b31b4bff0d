"""What a cell looks like as text: a year, a date, a number, or words; refuses to ask what its column means."""

from __future__ import annotations

import re
from collections.abc import Sequence

Cells = Sequence[str]
"""One row; an empty string is an empty cell."""

_NUMBER = re.compile(
    r"^[-+(]?\s*(?:[¥￥$€£]|R\$|[A-Z]{3}\s)?\s*[-+]?\d[\d,. '’\u00a0\u202f]*(?:[eE][-+]?\d+)?\)?-?"
    r"\s*(?:[%元万亿]{0,2}|[€£$円]|EUR|CHF|USD|GBP)$"
)
_DATE = re.compile(
    r"^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[ T]\d{1,2}:\d{2}.*)?$|^\d{1,4}[-/年]\d{1,2}月?$|"
    r"^(?:19|20)\d\d\.(?:0[1-9]|1[0-2])$|^\d{1,2}:\d{2}(?::\d{2})?$|^(?:19|20)\d{6}$"
)
_CERTAINLY_DATE = re.compile(r"^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[ T]|$)|^\d{4}[-/年]\d{1,2}月?$")
_SHAPES = (("year", re.compile(r"^(?:19|20)\d\d$")), ("date", _DATE), ("number", _NUMBER))
_NONE_WRITTEN = frozenset({"-", "--", "—", "–", "－", "/", "*"})
"""How people write that a cell has nothing to say."""


def shape(cell: str) -> str:
    """`year`, `date`, `number` or `text`; `2024.01` and `20240105` are dates, as a header would mean them.

    >>> [shape(cell) for cell in ("2024", "2024-01-05", "1234.50", "2.00", "2024.01", "Ann")]
    ['year', 'date', 'number', 'number', 'date', 'text']
    """
    text = cell.strip()
    return next((name for name, pattern in _SHAPES if pattern.match(text)), "text")


def is_value(cell: str) -> bool:
    """Whether a cell holds a year, a date or a number."""
    return shape(cell) != "text"


def is_figure(cell: str) -> bool:
    """Whether a cell can be a sum: a number, also one that a header would mean as a month or a day.

    >>> [is_figure(cell) for cell in ("1234.50", "2.00", "2024.01", "20240105", "2024-01-05", "2024.01.05", "-")]
    [True, True, True, True, False, False, False]
    >>> [is_figure(cell) for cell in ("1 234,50 €", "R$ 12,50", "1.000 EUR", "12 Ann")]
    [True, True, True, False]
    """
    text = cell.strip()
    return bool(_NUMBER.match(text)) and not _CERTAINLY_DATE.match(text)


def is_none_written(cell: str) -> bool:
    """Whether a cell is empty, or says so with a dash."""
    text = cell.strip()
    return not text or text in _NONE_WRITTEN


def filled(row: Cells) -> int:
    """How many cells of the row hold anything but blanks."""
    return sum(1 for cell in row if cell and not cell.isspace())


def is_blank(row: Cells) -> bool:
    """Whether no cell of the row holds anything but blanks."""
    return not filled(row)
