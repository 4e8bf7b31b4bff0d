"""The XML of one sheet, streamed: how far its cells reach, which hold errors, which formulas lack a result.

Counts bytes and looks at single cells only around a hit, so it costs a fraction of reading the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from salesperf.sources.workbooks.part_xml import ForbiddenXmlError, declares_entities
from salesperf.sources.workbooks.sheet_extent import extend
from salesperf.sources.workbooks.sheet_facts import Faults, Merge, SheetFacts, column_number
from salesperf.sources.workbooks.sheet_styles import PLAIN, StyledCells, Styles

CHUNK = 1 << 19
_LONGEST = 8
"""Chunks that one cell may span."""
_NEAR = 1 << 15
MOST_NUMBERS = 500
# A pattern that begins with one byte is found at twice the speed of a word, and that byte alone at memory speed.
_ERROR_TEXT = re.compile(rb"#(?<=[>&]#)")
_FORMULA = re.compile(rb"f(?<=[<:]f)[\s>/]")
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_ADDRESS = re.compile(rb"\sr=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_FILLED = re.compile(
    rb"<(?:\w+:)?c\b([^>]*[^/>])?>\s*(?:<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?(?:v|is)\b"
)
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\sref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']")
_ERROR_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,40})</")
_NO_RESULT = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)")


def facts_of(stream: IO[bytes], *, numbers: bool = False, styles: Styles = PLAIN) -> SheetFacts:
    """Stream one sheet's XML; raises `ForbiddenXmlError` when it declares entities."""
    facts = SheetFacts()
    styled = StyledCells(styles)
    in_head = True
    for piece in _pieces(stream):
        if in_head and declares_entities(piece):
            raise ForbiddenXmlError
        in_head = in_head and b"sheetData" not in piece
        facts.length += len(piece)
        if extend(facts, piece, habit=styled.habit):
            styled.go_on(piece)
        else:
            styled.look(piece)
        if not facts.first_row:
            facts.first_row = _first_filled_row(piece)
        _look_for_faults(piece, facts)
        if numbers and len(facts.numbers) < MOST_NUMBERS:
            _numbers(piece, facts)
        # What is hardly ever there is looked for from the end: the library skips by a whole word there.
        if b"h" in piece and piece.rfind(b"hidden=") >= 0:
            facts.hidden_rows += len(_HIDDEN_ROW.findall(piece))
        if b"m" in piece and piece.rfind(b"mergeCell") >= 0:
            facts.merges += _merges(piece)
    facts.percents = {column_number(letters.decode()): rows for letters, rows in styled.percents.items()}
    facts.currencies = {column_number(letters.decode()): marks for letters, marks in styled.currencies.items()}
    return facts


def _merges(piece: bytes) -> Iterator[Merge]:
    """The cells merged over several rows."""
    for letters, first, last in _MERGED.findall(piece):
        if first != last:
            yield Merge(column_number(letters.decode()), int(first), int(last))


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


def _first_filled_row(piece: bytes) -> int:
    found = _FILLED.search(piece)
    address = found and _ADDRESS.search(found[1] or b"")
    return int(address[2]) if address else 0


def _look_for_faults(piece: bytes, facts: SheetFacts) -> None:
    # Every error's text begins with #.
    if b"#" in piece and _ERROR_TEXT.search(piece) is not None:
        _errors(piece, facts)
    if b"f" in piece and _FORMULA.search(piece) is not None:
        _formulas(piece, facts)


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
