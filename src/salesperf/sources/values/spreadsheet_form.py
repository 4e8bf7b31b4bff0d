"""Whether a cell only says what it said before, in the words a spreadsheet makes of it when it opens and saves a CSV.

A spreadsheet drops leading zeros, keeps 15 digits, shortens long numbers to 2.02601E+17, writes dates in the order
of its country, and saves `?` for characters its code page lacks. None of these is a correction.
"""

from __future__ import annotations

import re
from decimal import Decimal

from salesperf.core.late import late
from salesperf.core.text import folded

_NUMBER = late(r"[+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+")
_SAVED_NUMBER = late(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
"""How a spreadsheet writes a number: no zero before and none behind."""
_SHORTENED = late(r"-?\d(?:\.\d+)?E\+\d{2,3}")
_PARTS = late(r"\d+")
_DATE = late(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|\d{8}")
_TIME = late(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?$")
_DIGITS_KEPT = 15
_CENTURY = 100
_RUN = ("=", "+", "-", "@")
"""What a cell begins with that a spreadsheet would run."""


def is_untouched(before: str | None, after: str | None) -> bool:
    """Whether a cell says letter by letter what it said, but for the apostrophe that keeps it from being run.

    >>> is_untouched("=1+1", "'=1+1"), is_untouched("0012", "12")
    (True, False)
    """
    old, new = before or "", after or ""
    return old == new or (new == f"'{old}" and folded(old).startswith(_RUN))


def is_same_cell(before: str | None, after: str | None) -> bool:
    """Whether the cell `after` a spreadsheet saved it is the one `before`.

    >>> is_same_cell("00123", "123"), is_same_cell("123", "00123"), is_same_cell("2026-01-05", "2026/1/5")
    (True, False, True)
    """
    old, new = folded(before or ""), folded(after or "")
    if new.startswith("'") and old.startswith(_RUN):
        new = new[1:]
    return old == new or _is_same_number(old, new) or _is_same_date(old, new) or _lost_characters(old, new)


def _is_same_number(old: str, new: str) -> bool:
    if not _NUMBER.fullmatch(old):
        return False
    number = Decimal(old.replace(",", ""))
    if _SHORTENED.fullmatch(new):
        kept = len(new.partition("E")[0].replace(".", "").removeprefix("-"))
        return number != 0 and _to_digits(number, kept) == Decimal(new)
    if not _SAVED_NUMBER.fullmatch(new):
        return False
    return Decimal(new) in {number, _to_digits(number, _DIGITS_KEPT), _cut(number)}


def _to_digits(number: Decimal, digits: int) -> Decimal:
    return Decimal(f"{number:.{digits - 1}E}")


def _cut(number: Decimal) -> Decimal:
    """The number with zeros for the digits that a spreadsheet does not keep."""
    whole = str(int(abs(number)))
    return number if len(whole) <= _DIGITS_KEPT else Decimal(int(whole[:_DIGITS_KEPT].ljust(len(whole), "0")))


def _is_same_date(old: str, new: str) -> bool:
    """The same day in another country's order; a day that keeps its order is the same only part by part."""
    first, second = _TIME.sub("", old), _TIME.sub("", new)
    if not (_DATE.fullmatch(first) and _DATE.fullmatch(second)) or _time(old) != _time(new):
        return False
    before, after = _parts(first), _parts(second)
    if min(max(before), max(after)) < _CENTURY:
        before, after = tuple(part % _CENTURY for part in before), tuple(part % _CENTURY for part in after)
    if _order(first) == _order(second):
        return before == after
    return sorted(before) == sorted(after)


def _order(day: str) -> str:
    """What tells the order of a date's parts: the year first, or else the mark between them."""
    return "year" if re.match(r"\d{4}", day) else _PARTS.sub("", day)


def _time(text: str) -> tuple[int, ...]:
    """Hour and minute, and the second where it is not 0; nothing for midnight."""
    found = _TIME.search(text)
    parts = [int(part) for part in _PARTS.findall(found.group())][:3] if found else []
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def _parts(day: str) -> tuple[int, ...]:
    if day.isdigit():
        return int(day[:4]), int(day[4:6]), int(day[6:])
    return tuple(int(part) for part in _PARTS.findall(day))


def _lost_characters(old: str, new: str) -> bool:
    """Whether the cell only has `?` where Chinese spreadsheets have no character to save."""
    if len(old) != len(new) or "?" not in new:
        return False
    return all(a == b or (b == "?" and not _is_in_gbk(a)) for a, b in zip(old, new, strict=True))


def _is_in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
