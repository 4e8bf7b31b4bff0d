"""The XML of one sheet, streamed: how far its cells reach, which hold errors, which formulas lack a result.

Counts bytes and looks at single cells only around a hit, so it costs a fraction of reading the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

CHUNK = 1 << 20
_LONGEST = 8
"""Chunks that one cell may span."""
_LETTERS = 26
MOST_NUMBERS = 500
REMEMBERED = 5
"""Addresses kept of each column's faults."""

_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=[\"'](\d+)[\"']")
_ADDRESS = re.compile(rb"\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_WIDE = re.compile(rb" r=\"[A-Z]{2}")
_FILLED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^/>])?>\s*(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?(?:v|is)\b"
)
_ERROR_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,40})</")
_NO_RESULT = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)")


@dataclass(slots=True)
class Faults:
    """Cells of one column that read as nothing: how many, the first of them, and what the first one says."""

    count: int = 0
    addresses: list[str] = field(default_factory=list)
    first_row: int = 0
    value: str = ""

    def add(self, address: str, row: int, value: str) -> None:
        """One more cell."""
        if self.count == 0:
            self.first_row, self.value = row, value
        self.count += 1
        if len(self.addresses) < REMEMBERED:
            self.addresses.append(address)


@dataclass(slots=True)
class SheetFacts:
    """What the XML of a sheet holds. Rows and columns count from 1; 0 means that nothing was found."""

    first_row: int = 0
    last_row: int = 0
    last_column: int = 0
    errors: dict[int, Faults] = field(default_factory=dict)
    no_result: dict[int, Faults] = field(default_factory=dict)
    numbers: dict[tuple[int, int], float] = field(default_factory=dict)
    """The first numeric cells by row and column, when asked for."""

    @property
    def cells(self) -> int:
        """Cells of the rectangle from the first filled row to the last cell."""
        return max(0, self.last_row - max(1, self.first_row) + 1) * self.last_column


def facts_of(stream: IO[bytes], *, numbers: bool = False) -> SheetFacts:
    """Stream one sheet's XML."""
    facts = SheetFacts()
    for piece in _pieces(stream):
        _extent(piece, facts)
        if not facts.first_row:
            facts.first_row = _first_filled_row(piece)
        # A single byte is found at memory speed; plain cells of numbers and shared strings hold neither letter.
        if b"e" in piece and (b't="e"' in piece or b"t='e'" in piece):
            _errors(piece, facts)
        if b"f" in piece and _has_formula(piece):
            _formulas(piece, facts)
        if numbers and len(facts.numbers) < MOST_NUMBERS:
            _numbers(piece, facts)
    return facts


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """The XML in pieces that begin at a cell or row, so that no cell is cut apart."""
    rest = b""
    while chunk := stream.read(CHUNK):
        piece = rest + chunk
        cut = max(piece.rfind(b"<c "), piece.rfind(b":c "), piece.rfind(b"<row"))
        if piece[cut : cut + 1] == b":":
            cut = piece.rfind(b"<", 0, cut)
        if cut <= 0:
            # A cell longer than a few chunks is no cell; what is gathered must stay bounded.
            cut = len(piece) if len(piece) > _LONGEST * CHUNK else 0
        rest = piece[cut:]
        if cut:
            yield piece[:cut]
    yield rest


def _extent(piece: bytes, facts: SheetFacts) -> None:
    last = piece.rfind(b"row ")
    if last >= 0:
        found = _ROW.search(piece, max(0, piece.rfind(b"<", 0, last)))
        if found is not None:
            facts.last_row = max(facts.last_row, int(found[1]))
    if len(piece) < CHUNK // 4 or b"'" in piece[:2000]:
        # A small sheet costs nothing to look at whole, and only small ones are sparse.
        for letters, row in _ADDRESS.findall(piece):
            facts.last_row = max(facts.last_row, int(row))
            facts.last_column = max(facts.last_column, column_number(letters.decode()))
        return
    if facts.last_column <= _LETTERS and _WIDE.search(piece) is None:
        facts.last_column = _LETTERS
        return
    for row in piece.split(b"</row>"):
        at = row.rfind(b' r="')
        if at >= 0 and (found := _ADDRESS.match(row, at)) is not None:
            facts.last_column = max(facts.last_column, column_number(found[1].decode()))


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
