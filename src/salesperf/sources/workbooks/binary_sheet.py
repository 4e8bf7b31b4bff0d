"""The binary parts of an .xlsb workbook: how far a sheet says it reaches, its errors, and its shares.

Records are those of [MS-XLSB] 2.1.4. A sheet is gone through record by record only where there may be something to
tell; currencies and hidden rows are not looked for.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Iterator

from salesperf.sources.workbooks.sheet_facts import ERRORS, Faults, SheetFacts, column_letters
from salesperf.sources.workbooks.sheet_styles import PLAIN, Styles, styles_of_formats

BINARY_HEAD = 65_536
"""Bytes from a sheet's start in which it declares its reach."""
_ROW, _RK, _ERROR, _REAL, _NUMBER_RESULT, _ERROR_RESULT = 0, 2, 3, 5, 9, 11
_FORMAT, _XF, _DIMENSION, _SHEET, _CELL_STYLES, _END_CELL_STYLES = 44, 47, 148, 156, 617, 618
_MAY_HOLD_ERROR = re.compile(
    rb"\x03\x09..\x00\x00.{4}[%b]|\x0b.{1,4}\x00\x00.{4}[%b]" % ((bytes(ERRORS),) * 2), re.DOTALL
)
_CELL, _REACH, _WORD, _LENGTH = 8, 16, 2, 4
"""Bytes of a cell before its value (column and style), of a reach, of a number and of a length or a row."""
_NO_TEXT = 0xFFFFFFFF


def declared_reach(head: bytes) -> tuple[int, int]:
    """Last row and column that a binary sheet declares (record BrtWsDim of [MS-XLSB] 2.4.844); 0, 0 without one."""
    for kind, at, size in _records(head):
        if kind == _DIMENSION and size >= _REACH:
            _, last_row, _, last_column = struct.unpack_from("<4I", head, at)
            return last_row + 1, last_column + 1
    return 0, 0


def listed_sheets(workbook: bytes) -> tuple[tuple[str, str], ...]:
    """Relation and name of each sheet, from the part that lists them."""
    found: list[tuple[str, str]] = []
    for kind, at, size in _records(workbook):
        if kind == _SHEET and size > _CELL:
            relation, end = _text(workbook, at + _CELL)
            found.append((relation, _text(workbook, end)[0]))
    return tuple(found)


def binary_styles(part: bytes) -> Styles:
    """The styles of cells that show shares."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    is_cell = False
    for kind, at, size in _records(part):
        if kind == _FORMAT and size > _WORD + _LENGTH:
            codes[str(struct.unpack_from("<H", part, at)[0])] = _text(part, at + 2)[0]
        elif kind in {_CELL_STYLES, _END_CELL_STYLES}:
            is_cell = kind == _CELL_STYLES
        elif kind == _XF and is_cell and size >= 2 * _WORD:
            formats.append(str(struct.unpack_from("<H", part, at + 2)[0]))
    return styles_of_formats(formats, codes)


def binary_facts(sheet: bytes, styles: Styles = PLAIN) -> SheetFacts:
    """The error cells and shares of a sheet; how far it reaches is not known."""
    facts = SheetFacts()
    if not styles.percents and _MAY_HOLD_ERROR.search(sheet) is None:
        return facts
    row = 0
    for kind, at, size in _records(sheet):
        if kind == _ROW and size >= _LENGTH:
            row = struct.unpack_from("<I", sheet, at)[0] + 1
        elif kind in {_ERROR, _ERROR_RESULT} and size > _CELL:
            column = struct.unpack_from("<I", sheet, at)[0] + 1
            value = ERRORS.get(sheet[at + _CELL], "error")
            facts.errors.setdefault(column, Faults()).add(f"{column_letters(column)}{row}", row, value)
        elif kind in {_RK, _REAL, _NUMBER_RESULT} and size >= _CELL:
            column, style = struct.unpack_from("<II", sheet, at)
            if style & 0xFFFFFF in styles.percents:
                facts.percents.setdefault(column + 1, array("I")).append(row)
    return facts


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of the records of a part; the last one may be cut off."""
    at = 0
    while at + 2 < len(part):
        kind, at = _variable(part, at, most=2)
        size, at = _variable(part, at, most=4)
        yield kind, at, min(size, len(part) - at)
        at += size


def _text(part: bytes, at: int) -> tuple[str, int]:
    """A text behind its length, and where it ends; a length of all ones is no text."""
    if at + _LENGTH > len(part):
        return "", len(part)
    length = struct.unpack_from("<I", part, at)[0]
    end = at + _LENGTH + (2 * length if length != _NO_TEXT else 0)
    return part[at + _LENGTH : end].decode("utf-16-le", errors="replace"), end


def _variable(part: bytes, at: int, *, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and where the next one begins."""
    number = 0
    for place in range(most):
        if at >= len(part):
            break
        byte = part[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:  # noqa: PLR2004 - the mark says that more follows
            break
    return number, at
