"""The number formats of a workbook: which cells show their number in per cent, and which name a currency.

Formats say what the reader does not: 0.5 shown as 50% is no half of a dollar. Looked for by the bytes of a style's
number, so a sheet without such styles costs nothing.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field

from salesperf.sources.workbooks.part_xml import Element

_PERCENT_IDS = (9, 10)
"""The formats 0% and 0.00%, which no workbook has to declare."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]|\[[^\]]*\]|_.|\*.')
"""What a format code prints as it stands, a currency with its language, and what it says of colours and gaps."""
_BY_LANGUAGE = {
    ("¥", "804"): "CNY", ("¥", "411"): "JPY", ("￥", "804"): "CNY", ("￥", "411"): "JPY", ("$", "409"): "USD",
    ("$", "1009"): "CAD", ("$", "C09"): "AUD", ("$", "1409"): "NZD", ("$", "C04"): "HKD", ("$", "404"): "TWD",
    ("$", "1004"): "SGD",
}  # fmt: skip
_MARK = re.compile(r"US\$|HK\$|NT\$|A\$|C\$|S\$|R\$|[$€£¥￥₹₩₽฿₫₱₪₺元]|\b[A-Z]{3}\b")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_ADDRESS = len('<c r="XFD1048576"')
_ADDRESS_AT_END = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"\n')
_ADDRESS_ANYWHERE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")


class Styles(Struct, frozen=True):
    """Numbers of cell styles: those in per cent, and the currency mark of those that print one."""

    percents: frozenset[int] = frozenset()
    currencies: Mapping[int, str] = field(default_factory=dict)


PLAIN = Styles()


def styles_of(elements: Collection[Element]) -> Styles:
    """The styles from the elements `numFmt`, `cellXfs`, `cellStyles` and `xf` of a part, in document order."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    is_cell = False
    for tag, attributes in elements:
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "xf":
            formats += [attributes.get("numFmtId", "0")] * is_cell
        else:
            is_cell = tag == "cellXfs"
    return styles_of_formats(formats, codes)


def styles_of_formats(formats: Sequence[str], codes: Mapping[str, str]) -> Styles:
    """The styles from the number of each style's format, and the code of each number that a workbook declares."""
    known = dict.fromkeys(map(str, _PERCENT_IDS), "0%") | dict(codes)
    return Styles(
        frozenset(style for style, number in enumerate(formats) if is_percent(known.get(number, ""))),
        {style: mark for style, number in enumerate(formats) if (mark := currency_in(known.get(number, "")))},
    )


def is_percent(code: str) -> bool:
    """Whether a format code multiplies by a hundred: a % that it does not only print."""
    return "%" in _LITERAL.sub("", code)


def currency_in(code: str) -> str:
    """The currency mark or ISO code that a format code prints; empty without one."""
    for quoted, escaped, symbol, language in _LITERAL.findall(code):
        if symbol:
            return _BY_LANGUAGE.get((str(symbol), str(language).upper().lstrip("0")), str(symbol))
        found = _MARK.search(quoted or escaped)
        if found is not None:
            return found[0]
    found = re.search(r"[$€£¥￥]", _LITERAL.sub("", code))
    return found[0] if found else ""


class Habit(Struct, frozen=True):
    """What styles the cells of a sheet have shown so far: a piece in which they all keep to it holds nothing new.

    No cell has one of the `telling` styles, but for `steady` columns, all of whose cells have one style in per cent.
    """

    telling: tuple[int, ...] = ()
    steady: tuple[tuple[bytes, int], ...] = ()


class StyledCells(Struct):
    """Cells of one sheet that their formats say something about.

    `percents` are rows by column letters, among which may be rows without a cell there; `currencies` the first row of
    each mark by column letters. Where a sheet prints one currency only, its first piece tells in which columns.
    """

    styles: Styles
    percents: dict[bytes, array[int]] = field(default_factory=dict)
    currencies: dict[bytes, dict[str, int]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)
    _steady: dict[bytes, int] = field(default_factory=dict)

    @property
    def habit(self) -> Habit:
        """What the cells have kept to in the pieces looked at."""
        only = self._seen if len(self._seen) == 1 else set()
        telling = {*self.styles.percents, *(one for one, mark in self.styles.currencies.items() if mark not in only)}
        return Habit(tuple(sorted(telling)), tuple(sorted(self._steady.items())))

    def look(self, piece: bytes) -> None:
        """Take in a piece of the sheet's XML that begins and ends between cells."""
        self._look_for_percents(piece)
        marks = {mark for style, mark in self.styles.currencies.items() if _is_in(piece, style)}
        if not marks or (len(marks) == 1 and marks == self._seen):
            return
        self._seen |= marks
        for style, mark in self.styles.currencies.items():
            for letters, rows in _rows(piece, style).items():
                first = self.currencies.setdefault(letters, {})
                first[mark] = min(*rows, first.get(mark, rows[0]))

    def go_on(self, piece: bytes) -> None:
        """Take in a piece whose cells all keep to the habit."""
        found = {letters: _first_to_last(piece, letters) for letters in self._steady}
        if all(rows is None or (rows and rows[0] > self.percents[letters][-1]) for letters, rows in found.items()):
            for letters, rows in found.items():
                self.percents[letters].extend(rows or ())
        else:
            self._look_for_percents(piece)

    def _look_for_percents(self, piece: bytes) -> None:
        self._steady = {}
        for style in sorted(self.styles.percents):
            for letters, rows in _rows(piece, style).items():
                self.percents.setdefault(letters, array("I")).extend(rows)
                if len(rows) == len(re.findall(rb'<c r="%b\d' % letters, piece)):
                    self._steady[letters] = style


def _rows(piece: bytes, style: int) -> dict[bytes, list[int]]:
    """Rows of the cells of a style by column letters."""
    found: dict[bytes, list[int]] = {}
    for letters, row in _cells(piece, style) if _is_in(piece, style) else ():
        found.setdefault(letters, []).append(int(row))
    return found


def _first_to_last(piece: bytes, letters: bytes) -> range | None:
    """From the row of a column's first cell to that of its last; None without cells. A piece holds rows in order."""
    cell = re.compile(rb'<c r="%b(\d{1,7})"' % letters)
    first = cell.search(piece)
    if first is None:
        return None
    at, last = len(piece), None
    while last is None:
        # What the letters begin may be another column's name.
        at = piece.rfind(b'<c r="%b' % letters, 0, at)
        last = cell.match(piece, at)
    return range(int(first[1]), int(last[1]) + 1)


def _cells(piece: bytes, style: int) -> list[tuple[bytes, bytes]]:
    """Column and row of the cells of a style; looked at one by one only where a cell is written in an unusual way."""
    before = piece.split(b' s="%d"' % style)
    # What stands before the style of a plain cell is its address: a search through all cells costs thrice as much.
    plain = _ADDRESS_AT_END.findall(b"\n".join([one[-_ADDRESS:] for one in before[:-1]]) + b"\n")
    if len(plain) == len(before) - 1 and not _is_in_single_quotes(piece, style):
        return plain
    own = re.compile(rb"(?:^|\s)s\s*=\s*[\"']%d[\"']" % style)
    cells = (_ADDRESS_ANYWHERE.search(one) for one in _CELL.findall(piece) if own.search(one))
    return [(address[1], address[2]) for address in cells if address is not None]


def _is_in(piece: bytes, style: int) -> bool:
    return b's="%d"' % style in piece or _is_in_single_quotes(piece, style)


def _is_in_single_quotes(piece: bytes, style: int) -> bool:
    # A single byte is found at memory speed, and hardly a workbook has this one.
    return b"'" in piece and b"s='%d'" % style in piece
