"""Any delimited text, record by record, with every cell as written: a stray quote never swallows the lines below it.

A line that keeps the rules is read by the rules. One that breaks them is read in each way that one literal quote, or
quotes that only close before a delimiter, would explain; the reading as wide as the table wins and is told as a repair.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

_DELIMITER, _QUOTE, _BACKSLASH, _LITERAL = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Characters that no text may hold (Unicode calls them noncharacters): they stand in for marks while a line is read."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_ESCAPED = re.compile(r'\\([\\"\'])')
_LOOK = 300
"""Lines looked at for the usual width."""
_LONGEST_CELL = 200
"""Lines one quoted cell may run over; a quote open for longer is a character like any other."""
_OTHERS = (",", ";", "\t", "|", " ")
STANDS_ALONE = 4
"""Columns from which a line that is as wide as the table is so by no chance: it is a row, not a part of a cell."""
csv.field_size_limit(1 << 27)


class Writing(Struct, frozen=True):
    """How cells are told apart: the delimiter (one or more characters), the quote, and a backslash before a quote."""

    delimiter: str
    quote: str = '"'
    backslash: bool = False


class Record(Struct, frozen=True):
    """One record: the number of its first line (from 1), its cells, and what had to be repaired to read them."""

    line: int
    cells: tuple[str, ...]
    repair: str = ""


def lines_of(text: str) -> list[str]:
    """The lines with their ends: LF, CRLF and CR, also mixed."""
    lines: list[str] = []
    start = 0
    for end in _LINE_END.finditer(text):
        lines.append(text[start : end.end()])
        start = end.end()
    if start < len(text):
        lines.append(text[start:])
    return lines


def records(text: str, writing: Writing, *, width: int | None = None) -> Iterator[Record]:
    """All records of a text, blank lines (without cells) among them; `width` is the table's, where it is known."""
    lines = lines_of(text)
    width = usual_width(lines, writing) if width is None else width
    at = 0
    while at < len(lines):
        cells, taken, repair = _record(lines, at, width=width, writing=writing)
        yield Record(at + 1, tuple(cells), repair)
        at += taken


def usual_width(lines: Sequence[str], writing: Writing) -> int:
    """The number of cells that most lines have when each is read by itself; the larger one of two as common."""
    widths: Counter[int] = Counter()
    for line in islice((line for line in lines if line.strip()), _LOOK):
        cells = strictly(line, writing)
        if cells is not None:
            widths[len(cells)] += 1
    most = max(widths.values(), default=0)
    return max((width for width, count in widths.items() if count == most), default=0)


def strictly(line: str, writing: Writing) -> list[str] | None:
    """The cells of a line that keeps the rules; None for one that does not, or does not end where the line ends."""
    bare = _without_end(line)
    if not writing.quote or (writing.quote not in bare and not writing.backslash):
        return bare.split(writing.delimiter) if bare else []
    marked = _marked(bare, writing)
    if writing.quote in _quoted(writing.quote).sub("", marked):
        marked = _blanks_outside(writing.quote).sub("", marked)
        if writing.quote in _quoted(writing.quote).sub("", marked):
            return None
    try:
        parsed = next(csv.reader([marked], delimiter=_DELIMITER, quotechar=writing.quote, strict=True), [])
    except csv.Error:
        return None
    return [_unmarked(cell, writing) for cell in parsed]


def _record(lines: list[str], at: int, *, width: int, writing: Writing) -> tuple[list[str], int, str]:
    """The record that begins in a line, the lines it takes, and what was repaired."""
    line = lines[at]
    cells = strictly(line, writing)
    if cells is not None and len(cells) == width:
        return cells, 1, ""
    over = _over_lines(lines, at, width=width, writing=writing) if _marks(line, writing) % 2 else None
    if over is not None and len(over[0]) == width:
        return *over, ""
    is_padded = cells is not None and len(cells) > width and not any(cell.strip() for cell in cells[width:])
    is_over = at == 0 and [_names_columns(each, width, writing) for each in lines[1:3]] == [True, False]
    other = None if is_padded or is_over else _split_anew(line, width=width, writing=writing)
    if other is not None:
        return other, 1, "delimiter"
    if cells is not None:
        return cells, 1, ""
    repaired = _repaired(_without_end(line), width=width, writing=writing)
    if over is not None and len(repaired) != width:
        return *over, ""
    return repaired, 1, "quote"


def _over_lines(lines: list[str], at: int, *, width: int, writing: Writing) -> tuple[list[str], int] | None:
    """The cells of a record whose quoted cell runs on over the lines below.

    In a wide table a line that is a whole record by itself is not the inside of a cell: a quote that would swallow it
    is literal.
    """
    taken, marks = 1, _marks(lines[at], writing)
    for line in lines[at + 1 : at + _LONGEST_CELL]:
        if width >= STANDS_ALONE and (alone := strictly(line, writing)) is not None and len(alone) == width:
            return None
        taken, marks = taken + 1, marks + _marks(line, writing)
        if marks % 2 == 0:
            # Quotes that pair up so far will not do better with more lines.
            cells = strictly("".join(lines[at : at + taken]), writing)
            return None if cells is None else (cells, taken)
    return None


def _marks(line: str, writing: Writing) -> int:
    """The quotes of a line that open or close."""
    return (_ESCAPED.sub("", line) if writing.backslash else line).count(writing.quote)


def _repaired(line: str, *, width: int, writing: Writing) -> list[str]:
    """The cells of a line whose quotes break the rules, read in the way that fits the width best."""
    for place in _quotes(line, writing.quote):
        cells = strictly(line[:place] + _LITERAL + line[place + 1 :], writing)
        if cells is not None and len(cells) == width:
            return [cell.replace(_LITERAL, writing.quote) for cell in cells]
    marked = _marked(line, writing)
    readings = [
        _leniently(marked, writing.quote, doubled=True),
        _leniently(marked, writing.quote, doubled=False),
        next(csv.reader([marked], delimiter=_DELIMITER, quotechar=writing.quote), []),
        marked.split(_DELIMITER),
    ]
    best = min((cells for cells in readings if cells is not None), key=lambda cells: abs(len(cells) - width))
    return [_unmarked(cell, writing) for cell in best]


def _leniently(marked: str, quote: str, *, doubled: bool) -> list[str] | None:
    """The cells when a quote opens only at the start of a cell and closes only before a delimiter or the end.

    `doubled` is whether two quotes inside a cell are one. None when a quote that opens does not close.
    """
    cells: list[str] = []
    at = 0
    while at <= len(marked):
        if marked.startswith(quote, at):
            end = at + 1
            while (end := marked.find(quote, end)) >= 0 and marked[end + 1 : end + 2] not in {"", _DELIMITER}:
                end += 2 if doubled and marked[end + 1] == quote else 1
            if end < 0:
                return None
            inside = marked[at + 1 : end]
            cells.append(inside.replace(quote * 2, quote) if doubled else inside)
            at = end + 2
            continue
        end = marked.find(_DELIMITER, at)
        end = len(marked) if end < 0 else end
        cells.append(marked[at:end])
        at = end + 1
    return cells


def _names_columns(line: str, width: int, writing: Writing) -> bool:
    """Whether a line is as wide as the table and every cell begins with a letter.

    Where the second line does and the third does not, the first is a title: that it has as many words is chance.
    """
    cells = strictly(line, writing)
    return cells is not None and len(cells) == width and all(cell.strip()[:1].isalpha() for cell in cells)


def _split_anew(line: str, *, width: int, writing: Writing) -> list[str] | None:
    """A line that is not as wide as the table, split at another mark that makes it exactly so."""
    if width < STANDS_ALONE:
        return None
    for other in _OTHERS:
        if other != writing.delimiter and line.count(other) >= width - 1:
            cells = strictly(line, Writing(other, writing.quote, writing.backslash))
            if cells is not None and len(cells) == width:
                return cells
    return None


def _quotes(line: str, quote: str) -> Iterator[int]:
    place = line.find(quote)
    while place >= 0:
        yield place
        place = line.find(quote, place + 1)


def _marked(line: str, writing: Writing) -> str:
    """The line with one stand-in for each delimiter and each escaped character."""
    if writing.backslash:
        line = _ESCAPED.sub(lambda found: _BACKSLASH if found[1] == "\\" else _QUOTE, line)
    return line.replace(writing.delimiter, _DELIMITER)


def _unmarked(cell: str, writing: Writing) -> str:
    cell = cell.replace(_DELIMITER, writing.delimiter)
    return cell.replace(_QUOTE, writing.quote).replace(_BACKSLASH, "\\") if writing.backslash else cell


@cache
def _quoted(quote: str) -> re.Pattern[str]:
    """A cell that is quoted from end to end."""
    mark = re.escape(quote)
    return re.compile(rf"(?:\A|{_DELIMITER}){mark}(?:[^{mark}]|{mark}{mark})*{mark}(?=\Z|{_DELIMITER})")


@cache
def _blanks_outside(quote: str) -> re.Pattern[str]:
    """Blanks between a delimiter and the quote that opens the next cell: people write lists like that."""
    return re.compile(rf"(?<={_DELIMITER}) +(?={re.escape(quote)})")


def _without_end(line: str) -> str:
    return line.removesuffix("\n").removesuffix("\r")
