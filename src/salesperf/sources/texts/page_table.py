"""The table of a web page that a system hands out as a workbook: its cells as delimited text; nothing is run."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

from msgspec import Struct, field

_WIDEST = 1000
"""Columns that a cell or a row spans at most; a page that says more is broken."""


def table_as_text(page: str) -> str | None:
    """The largest table of a page as CSV; None when none has two rows of two cells.

    A cell over several columns or rows stands in its first one, the others are empty, as in a workbook.
    """
    reader = _Tables()
    reader.feed(page)
    reader.close()
    largest = max(reader.tables, key=lambda table: sum(map(len, table.rows)), default=None)
    if largest is None or sum(len(row) > 1 for row in largest.rows) < 2:  # noqa: PLR2004 -- a header and a row
        return None
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(largest.rows)
    return text.getvalue()


class _Table(Struct):
    """Rows of cells; `pending` are the rows that cells above still reach into, by column."""

    rows: list[list[str]] = field(default_factory=list)
    pending: dict[int, int] = field(default_factory=dict)
    in_row: bool = False

    def start_row(self) -> None:
        self.rows.append([])
        self.in_row = True

    def put(self, text: str, *, columns: int, rows: int) -> None:
        if not self.in_row:
            self.start_row()
        row = self.rows[-1]
        self._reach(row)
        at = len(row)
        row += [text, *[""] * (columns - 1)]
        if rows > 1:
            self.pending |= dict.fromkeys(range(at, at + columns), rows)

    def end_row(self) -> None:
        if not self.in_row:
            return
        self.in_row = False
        self._reach(self.rows[-1])
        self.pending = {column: left - 1 for column, left in self.pending.items() if left > 1}

    def _reach(self, row: list[str]) -> None:
        while len(row) in self.pending:
            row.append("")


class _Tables(HTMLParser):
    """Collects the tables of a page, those within others too."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._end_cell()
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._end_row()
            self._open[-1].start_row()
        elif tag in {"td", "th"} and self._open:
            self._end_cell()
            given = dict(attrs)
            self._cell, self._span = [], (_number(given.get("colspan")), _number(given.get("rowspan")))
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table" and self._open:
            self._end_row()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None and self._open:
            columns, rows = self._span
            self._open[-1].put(" ".join("".join(self._cell).split()), columns=columns, rows=rows)
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._open:
            self._open[-1].end_row()


def _number(text: str | None) -> int:
    """How many columns or rows a cell spans."""
    return min(int(text), _WIDEST) if text is not None and text.strip().isdecimal() and int(text) > 0 else 1
