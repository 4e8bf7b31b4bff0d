"""Texts whose lines are framed: rules of dashes between rows of `|cell|cell|`, or each line quoted as one cell.

The frames become empty lines or go away, line by line, so that every row keeps its number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

_RULE = re.compile(r"^[-=_ |+]*[-=_]{3}[-=_ |+]*$")
_BARRED = re.compile(r"^\s*\|.*\|\s*$")
_STARS = re.compile(r"^\s*\|[ *]*\|")
FIRST = 8192
"""The first characters, by which frames are told."""
_SEVERAL = 2
_DELIMITERS = (",", ";", "\t", "|")


def is_framed(head: str) -> bool:
    """Whether the first lines of a text are framed in one of the two ways."""
    whole = head if len(head) < FIRST else head[: head.rfind("\n", 0, FIRST) + 1]
    if "|" not in whole and not whole.lstrip().startswith('"'):
        return False
    lines = [line for line in whole.splitlines() if line.strip()]
    return _is_ruled(lines) or _is_quoted_whole(lines)


def unframed(text: str) -> str:
    """The text without its frames; as it is where it has none."""
    lines = text.splitlines(keepends=True)
    said = [line for line in lines if line.strip()]
    if _is_ruled(said):
        return "".join(_unruled(lines))
    if _is_quoted_whole(said):
        return "".join(_opened(line) for line in lines)
    return text


def _unruled(lines: list[str]) -> Iterator[str]:
    """The lines without rules; what stands right below a later rule with nothing but stars in front is a total."""
    rules, is_below = 0, False
    for line in lines:
        is_rule = bool(_RULE.match(line.strip()))
        is_sum = is_below and rules > _SEVERAL and not is_rule
        yield _end(line) if is_rule else _STARS.sub("|Grand total|", line) if is_sum else line
        rules, is_below = rules + is_rule, is_rule or (is_below and not line.strip())


def _is_ruled(lines: list[str]) -> bool:
    rules = sum(bool(_RULE.match(line.strip())) for line in lines)
    barred = sum(bool(_BARRED.match(line)) for line in lines)
    return rules > 0 and barred > _SEVERAL


def _is_quoted_whole(lines: list[str]) -> bool:
    """Whether each line is one quoted cell that holds as many delimiters as the first."""
    if len(lines) < _SEVERAL or not all(line.strip()[0] == line.strip()[-1] == '"' for line in lines):
        return False
    for delimiter in _DELIMITERS:
        outer = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        inner = [len(row) for row in csv.reader(map(_opened, lines), delimiter=delimiter)]
        if set(outer) == {1} and len(set(inner)) == 1 and inner[0] > 1:
            return True
    return False


def _opened(line: str) -> str:
    cell = line.strip()
    return f"{cell[1:-1].replace(chr(34) * 2, chr(34))}{_end(line)}" if cell else line


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
