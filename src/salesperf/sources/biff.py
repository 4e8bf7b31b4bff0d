"""The cells of an old workbook (.xls) that hold errors: its reader gives nothing for them, without a word.

Only the workbooks of Excel 97 and later are understood ([MS-XLS]); of others nothing is known.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from salesperf.sources.compound import content_of
from salesperf.sources.sheet_xml import Faults, SheetFacts

_BOF, _EOF, _SHEET, _FORMULA, _BOOL_OR_ERROR = 0x0809, 0x000A, 0x0085, 0x0006, 0x0205
_EXCEL_97 = b"\x00\x06"
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_ERROR_RESULT = 2
_LETTERS = 26


def errors_in(source: Path | bytes) -> Mapping[str, SheetFacts]:
    """The error cells of each sheet by its name; a sheet without one is not listed."""
    book = content_of(source, ("Workbook", "WORKBOOK"))
    found: dict[str, SheetFacts] = {}
    for kind, at, size in _records(book, 0):
        if kind == _BOF and book[at : at + 2] != _EXCEL_97:
            return {}
        if kind == _SHEET and size > 8:  # noqa: PLR2004 -- place, state, kind and length of the name come before it
            errors = _errors(book, struct.unpack_from("<I", book, at)[0])
            if errors:
                found[_name(book, at)] = SheetFacts(errors=errors)
    return found


def _records(book: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of the records of one part of the book, with the parts inside it."""
    depth = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        at += 4
        if at + size > len(book):
            return
        yield kind, at, size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += size


def _name(book: bytes, at: int) -> str:
    length, is_wide = book[at + 6], book[at + 7] & 1
    text = book[at + 8 : at + 8 + length * (1 + is_wide)]
    return text.decode("utf-16-le" if is_wide else "latin-1", errors="replace")


def _errors(book: bytes, start: int) -> dict[int, Faults]:
    """The error cells of a sheet by column."""
    found: dict[int, Faults] = {}
    for kind, at, size in _records(book, start):
        code = None
        if kind == _BOOL_OR_ERROR and size >= 8 and book[at + 7]:  # noqa: PLR2004 -- the record's length
            code = book[at + 6]
        elif kind == _FORMULA and size >= 14 and book[at + 12 : at + 14] == b"\xff\xff":  # noqa: PLR2004 -- as above
            code = book[at + 8] if book[at + 6] == _ERROR_RESULT else None
        if code is not None:
            row, column = struct.unpack_from("<HH", book, at)
            address = f"{_letters(column + 1)}{row + 1}"
            found.setdefault(column + 1, Faults()).add(address, row + 1, _ERRORS.get(code, "error"))
    return found


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(65 + rest) + letters
    return letters
