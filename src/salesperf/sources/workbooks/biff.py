"""What an old workbook (.xls) holds that its reader does not tell: errors, shares, currencies, hidden rows.

Only the workbooks of Excel 97 and later are understood ([MS-XLS]); of others nothing is known.
"""

from __future__ import annotations

import struct
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from msgspec import Struct, field

from salesperf.core.text import Text
from salesperf.sources.workbooks.archive import damaged
from salesperf.sources.workbooks.compound import content_of
from salesperf.sources.workbooks.sheet_facts import ERRORS, Faults, SheetFacts, column_letters
from salesperf.sources.workbooks.sheet_styles import PLAIN, Styles, styles_of_formats

_BOF, _EOF, _SHEET, _FORMAT, _XF, _ROW = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0, 0x0208
_FORMULA, _BOOL_OR_ERROR, _NUMBER, _RK, _RKS = 0x0006, 0x0205, 0x0203, 0x027E, 0x00BD
_EXCEL_97 = b"\x00\x06"
_ERROR_RESULT, _EMPTY_RESULT = 2, 3
_HIDDEN = 0x20
_ADDRESS, _FORMULA_SIZE, _ERROR_SIZE, _ROW_SIZE = 6, 14, 8, 14
"""Bytes of a record that hold what is asked of it; a shorter one is damaged."""


def facts_in(source: Path | bytes) -> Mapping[str, SheetFacts]:
    """What there is to tell of each sheet by its name; its reach is not known."""
    book = content_of(source, ("Workbook", "WORKBOOK"))
    sheets: dict[str, int] = {}
    codes: dict[str, str] = {}
    formats: list[str] = []
    for kind, at, size in _records(book, 0):
        if kind == _BOF and book[at : at + 2] != _EXCEL_97:
            return {}
        if _is_sheet(kind, size):
            sheets[_text(book, at + 6, wide=1)] = struct.unpack_from("<I", book, at)[0]
        elif kind == _FORMAT and size > _ADDRESS:
            codes[str(struct.unpack_from("<H", book, at)[0])] = _text(book, at + 2, wide=2)
        elif kind == _XF and size >= _ADDRESS:
            formats.append(str(struct.unpack_from("<H", book, at + 2)[0]))
    styles = styles_of_formats(formats, codes)
    # A sheet ends where the next one begins at the latest, so that each byte is looked at once.
    ends = dict(pairwise([*sorted(set(sheets.values())), len(book)]))
    return {name: _Cells(book, styles).facts(start, ends[start]) for name, start in sheets.items()}


def refuse_overlapping(source: Path | bytes, *, name: str) -> None:
    """Refuse a workbook of which two sheets begin at one place: its reader would read it as often as it is listed."""
    book = content_of(source, ("Workbook", "WORKBOOK"))
    listed = (struct.unpack_from("<I", book, at)[0] for kind, at, size in _records(book, 0) if _is_sheet(kind, size))
    again = next((place for place, count in Counter(listed).items() if count > 1), None)
    if again is not None:
        raise damaged(name, Text(f"several sheets begin at byte {again:,}", f"多个工作表都从第 {again:,} 字节开始"))


def _is_sheet(kind: int, size: int) -> bool:
    return kind == _SHEET and size > _ERROR_SIZE


def _records(book: bytes, at: int, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of the records of one part of the book, with the parts inside it."""
    depth = 0
    end = len(book) if end is None else min(end, len(book))
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", book, at)
        at += 4
        if at + size > end:
            return
        yield kind, at, size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += size


def _text(book: bytes, at: int, *, wide: int) -> str:
    """A text whose length takes `wide` bytes; another byte says whether its letters take two."""
    length = int.from_bytes(book[at : at + wide], "little")
    at += wide
    is_wide = book[at] & 1 if at < len(book) else 0
    letters = book[at + 1 : at + 1 + length * (1 + is_wide)]
    return letters.decode("utf-16-le" if is_wide else "latin-1", errors="replace")


class _Cells(Struct):
    """The cells of one sheet as they are gone through."""

    book: bytes
    styles: Styles
    found: SheetFacts = field(default_factory=SheetFacts)
    empty: dict[int, Faults] = field(default_factory=dict)
    """Formulas whose result is an empty text."""
    has_result: bool = False
    percents: dict[int, array[int]] = field(default_factory=dict)
    currencies: dict[int, dict[str, int]] = field(default_factory=dict)

    def facts(self, start: int, end: int) -> SheetFacts:
        """Go through the records of the sheet that begins at a place of the book."""
        for kind, at, size in _records(self.book, start, end):
            if kind == _FORMULA and size >= _FORMULA_SIZE:
                self._formula(at)
            elif kind == _BOOL_OR_ERROR and size >= _ERROR_SIZE and self.book[at + 7]:
                self._fault(self.found.errors, at, ERRORS.get(self.book[at + 6], "error"))
            elif kind in {_NUMBER, _RK} and size >= _ADDRESS and self.styles != PLAIN:
                self._styled(*struct.unpack_from("<3H", self.book, at))
            elif kind == _RKS and size >= _ADDRESS and self.styles != PLAIN:
                row, column = struct.unpack_from("<HH", self.book, at)
                for place in range((size - _ADDRESS) // 6):
                    self._styled(row, column + place, struct.unpack_from("<H", self.book, at + 4 + 6 * place)[0])
            elif kind == _ROW and size >= _ROW_SIZE and self.book[at + 12] & _HIDDEN:
                self.found.hidden_rows += 1
        # Excel stores a result for every formula. Where none has one, a program wrote them that cannot calculate.
        self.found.no_result = {} if self.has_result else self.empty
        self.found.percents.update(self.percents)
        self.found.currencies.update(self.currencies)
        return self.found

    def _formula(self, at: int) -> None:
        row, column, style = struct.unpack_from("<3H", self.book, at)
        kind = self.book[at + 6] if self.book[at + 12 : at + 14] == b"\xff\xff" else None
        if kind == _EMPTY_RESULT:
            self._fault(self.empty, at, "formula")
            return
        self.has_result = True
        if kind == _ERROR_RESULT:
            self._fault(self.found.errors, at, ERRORS.get(self.book[at + 8], "error"))
        elif kind is None:
            self._styled(row, column, style)

    def _fault(self, faults: dict[int, Faults], at: int, value: str) -> None:
        row, column = struct.unpack_from("<HH", self.book, at)
        faults.setdefault(column + 1, Faults()).add(f"{column_letters(column + 1)}{row + 1}", row + 1, value)

    def _styled(self, row: int, column: int, style: int) -> None:
        if style in self.styles.percents:
            self.percents.setdefault(column + 1, array("I")).append(row + 1)
        elif style in self.styles.currencies:
            self.currencies.setdefault(column + 1, {}).setdefault(self.styles.currencies[style], row + 1)
