"""The XML of one sheet, streamed: how far its cells reach, which hold errors, which formulas lack a result.

Counts bytes and looks at single cells only around a hit, so it costs a fraction of reading the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from salesperf.sources.part_xml import ForbiddenXmlError, declares_entities
from salesperf.sources.sheet_facts import Faults, SheetFacts
from salesperf.sources.sheet_styles import PLAIN, StyledCells, Styles

CHUNK = 1 << 19
_LONGEST = 8
"""Chunks that one cell may span."""
_NEAR = 1 << 15
_LETTERS = 26
_DIGITS = 10
"""Digits and letters of an address that are looked at: more is beyond every limit."""
SURELY_FEW = 20_000_000
"""Cells that no limit in use refuses, and that need not be counted closely."""
MOST_NUMBERS = 500
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=[\"'](\d+)[\"']")
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_ROW_OR_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])([^>]*)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]*)(\d*)")
_NOT_NARROW = re.compile(rb'<c(?! r="[A-Z]\d{1,6}")(?=[\s>/])')
_NOT_PLAIN = re.compile(rb'<c(?! r="[A-Z]{1,3}\d{1,7}")(?=[\s>/])')
_WIDE_LETTERS = re.compile(rb' r="([A-Z]{2,3})\d')
_PLAIN_ROWS = re.compile(rb' r="[A-Z]{1,3}(\d{1,7})"')
_ADDRESS = re.compile(rb"\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_FILLED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^/>])?>\s*(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?(?:v|is)\b"
)
_ERROR_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,40})</")
_NO_RESULT = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)")


def facts_of(stream: IO[bytes], *, numbers: bool = False, styles: Styles = PLAIN) -> SheetFacts:
    """Stream one sheet's XML; raises `ForbiddenXmlError` when it declares entities."""
    facts = SheetFacts()
    styled = StyledCells(styles) if styles != PLAIN else None
    in_head = True
    for piece in _pieces(stream):
        if in_head and declares_entities(piece):
            raise ForbiddenXmlError
        in_head = in_head and b"sheetData" not in piece
        facts.length += len(piece)
        _extent(piece, facts)
        if not facts.first_row:
            facts.first_row = _first_filled_row(piece)
        # A single byte is found at memory speed: every error's text begins with #, and plain cells hold no f.
        if b"#" in piece and (b't="e"' in piece or (b"'" in piece and b"t='e'" in piece)):
            _errors(piece, facts)
        if b"f" in piece and _has_formula(piece):
            _formulas(piece, facts)
        if numbers and len(facts.numbers) < MOST_NUMBERS:
            _numbers(piece, facts)
        if styled is not None:
            styled.look(piece)
        if b"h" in piece and b"hidden=" in piece:
            facts.hidden_rows += len(_HIDDEN_ROW.findall(piece))
    if styled is not None:
        facts.percents = {column_number(letters.decode()): rows for letters, rows in styled.percents.items()}
        facts.currencies = {column_number(letters.decode()): marks for letters, marks in styled.currencies.items()}
    return facts


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The XML in pieces that begin at a cell or row, so that no cell is cut apart."""
    rest = b""
    while chunk := stream.read(CHUNK):
        piece = rest + chunk
        # What is not there is looked for up to the start: a cell's beginning is near the end, or nowhere.
        cut = _last_start(piece, max(0, len(piece) - _NEAR))
        if cut <= 0:
            cut = _last_start(piece, 0)
        if cut <= 0:
            # A cell longer than a few chunks is no cell; what is gathered must stay bounded.
            cut = len(piece) if len(piece) > _LONGEST * CHUNK else 0
        rest = piece[cut:]
        if cut:
            yield piece[:cut]
    yield rest


def _last_start(piece: bytes, start: int) -> int:
    """Where the last cell or row after `start` begins; -1 without one."""
    cut = max(piece.rfind(b"<c ", start), piece.rfind(b":c ", start), piece.rfind(b"<row", start))
    return piece.rfind(b"<", 0, cut) if piece[cut : cut + 1] == b":" else cut


def _extent(piece: bytes, facts: SheetFacts) -> None:
    """How far the cells of a piece reach: never less than they do, whatever the XML looks like.

    Plain cells in up to 26 columns (`<c r="A1"`) are the rule and cost one scan. What that scan does not know by
    sight is looked at closely: the native reader takes cells without an address, in small letters and under any
    prefix, and follows the address of a cell even where it contradicts its row.
    """
    if len(piece) < CHUNK // 4 or _is_odd(piece):
        _reach_of_each(piece, facts)
        return
    last = piece.rfind(b"<row ")
    found = _ROW.search(piece, last) if last >= 0 else None
    if found is not None:
        facts.last_row = max(facts.last_row, int(found[1]))
    if _NOT_NARROW.search(piece) is None:
        # Rows below a million in 26 columns: what the last row of the piece does not tell changes nothing.
        facts.last_column = max(facts.last_column, _LETTERS)
        return
    if _NOT_PLAIN.search(piece) is not None:
        _reach_of_each(piece, facts)
        return
    letters = set(_WIDE_LETTERS.findall(piece))
    facts.last_column = max(facts.last_column, _LETTERS, *(column_number(one.decode()) for one in letters))
    if 10 ** len(str(facts.last_row)) * facts.last_column > SURELY_FEW or _far_row(facts.last_row).search(piece):
        facts.last_row = max(facts.last_row, *map(int, _PLAIN_ROWS.findall(piece)))


def _is_odd(piece: bytes) -> bool:
    """Whether cells may be written under a prefix."""
    return b":" in piece and (b":c " in piece or b":c>" in piece or b":row" in piece)


def _far_row(row: int) -> re.Pattern[bytes]:
    """Finds the address of a cell whose row has more digits than `row`."""
    return re.compile(rb' r="[A-Z]{1,3}\d{%d}' % (len(str(row)) + 1))


def _reach_of_each(piece: bytes, facts: SheetFacts) -> None:
    """The same, tag by tag; a row or cell without an address follows the one before it."""
    for found in _ROW_OR_CELL.finditer(piece):
        address = _REFERENCE.search(found[2])
        letters, digits = (address[1][:_DIGITS], address[2][:_DIGITS]) if address else (b"", b"")
        if found[1] == b"row":
            facts.at_row, facts.at_column = int(digits or facts.at_row + 1), 0
        else:
            facts.at_row = int(digits or facts.at_row)
            facts.at_column = column_number(letters.decode().upper()) if letters else facts.at_column + 1
        facts.last_row = max(facts.last_row, facts.at_row)
        facts.last_column = max(facts.last_column, facts.at_column)


def _first_filled_row(piece: bytes) -> int:
    found = _FILLED.search(piece)
    address = found and _ADDRESS.search(found[1] or b"")
    return int(address[2]) if address else 0


def _has_formula(piece: bytes) -> bool:
    return b"<f" in piece or b":f>" in piece or b":f " in piece


def _errors(piece: bytes, facts: SheetFacts) -> None:
    for mark in (b't="e"', b"t='e'"):
        at = piece.find(mark)
        while at >= 0:
            value = _ERROR_VALUE.search(piece, at, at + 4000)
            _count(piece, at, facts.errors, value[1].decode(errors="replace") if value else "error")
            at = piece.find(mark, at + 1)


def _formulas(piece: bytes, facts: SheetFacts) -> None:
    for found in _NO_RESULT.finditer(piece):
        start = _cell_before(piece, found.start())
        # A formula of text may well have the empty text as its result, and an error is counted as one.
        if start < 0 or re.search(rb"\st=[\"'](?:str|e)[\"']", piece[start : piece.find(b">", start)]):
            continue
        _count(piece, found.start(), facts.no_result, "formula")


def _count(piece: bytes, at: int, by_column: dict[int, Faults], value: str) -> None:
    start = _cell_before(piece, at)
    address = _ADDRESS.search(piece, max(0, start), start + 200) if start >= 0 else None
    if address is None:
        by_column.setdefault(0, Faults()).add("?", 0, value)
        return
    letters, row = address[1].decode(), int(address[2])
    by_column.setdefault(column_number(letters), Faults()).add(f"{letters}{row}", row, value)


def _cell_before(piece: bytes, at: int) -> int:
    return max(piece.rfind(b"<c ", 0, at), piece.rfind(b":c ", 0, at))


_NUMBER_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\sr=[\"']([A-Z]{1,3})(\d+)[\"'])(?![^>]*\st=[\"'](?:s|str|b|e|d|inlineStr)[\"'])[^>]*>"
    rb"<(?:\w+:)?v>([-+.\dEe]+)</"
)


def _numbers(piece: bytes, facts: SheetFacts) -> None:
    for found in _NUMBER_CELL.finditer(piece):
        facts.numbers[int(found[2]), column_number(found[1].decode())] = float(found[3])
        if len(facts.numbers) >= MOST_NUMBERS:
            return


def column_number(letters: str) -> int:
    """The column of a cell address, from 1.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - 64
    return number
