"""Numbers that only pictures need: folded away in columns to the right, labelled, on the sheet of their table."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import Text, same
from salesperf.render.figures import palette
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.styles import BEHIND

_ROOM = 0.125
"""How much of the span of a sparkline lies below its lowest value and above its highest."""


class Behind:
    """The columns of one sheet from `start` on; every table begins there anew, in its own rows."""

    def __init__(self, book: Book, sheet: Worksheet, start: int) -> None:
        """Nothing stands there yet."""
        self._book, self._sheet, self.start = book, sheet, start
        self._next = start
        self._end = start

    @property
    def is_used(self) -> bool:
        """Whether anything stands there."""
        return self._end > self.start

    def begin(self) -> None:
        """The rows of another table: its columns begin at the first again."""
        self._next = self.start

    def column(self, row: int, label: Text) -> int:
        """A new column, with its label in `row`."""
        at = self._next
        self._next = at + 1
        self._end = max(self._end, self._next)
        self._book.text(self._sheet, row, at, label.say(self._book.lang), BEHIND)
        return at

    def number(self, row: int, column: int, value: float) -> None:
        """A number."""
        checked(self._sheet.write_number(row, column, value, self._book.styles.of(BEHIND)), words.BEHIND)

    def formula(self, row: int, column: int, formula: str, value: float | str) -> None:
        """A formula over cells of the same sheet, and what it gives."""
        form = self._book.styles.of(BEHIND)
        checked(self._sheet.write_formula(row, column, formula, form, value), words.BEHIND)

    def sparkline(self, sheet: Worksheet, row: int, column: int, values: Sequence[float | None]) -> None:
        """A short line in one cell, over numbers further right in its row; nothing where nothing is known."""
        if not any(value is not None for value in values):
            return
        first = self._next
        for at, value in enumerate(values, start=first):
            if value is not None:
                self.number(row, at, value)
        self._end = max(self._end, first + len(values))
        cells = Range(sheet.get_name(), row, first, row, first + len(values) - 1)
        self.line(row, column, cells, values)

    def line(self, row: int, column: int, cells: Range, values: Sequence[float | None] = ()) -> None:
        """A sparkline over cells of the sheet, in columns, for LibreOffice prints no lines.

        Where the `values` of the cells are given, the lowest of them is seen too.
        """
        quoted = cells.sheet.replace("'", "''")
        options = {
            "range": f"'{quoted}'!{cells.cells}",
            "type": "column",
            "series_color": palette.ACCENT,
            "last_point": True,
            "last_color": palette.SERIES[1],
            "show_hidden": True,
            "empty_cells": "gaps",
            **_ends([value for value in values if value is not None]),
        }
        checked(self._sheet.add_sparkline(row, column, options), same(xl_rowcol_to_cell(row, column)))

    def fold(self) -> None:
        """Fold the columns away; a reader opens them by the sign above."""
        if self.is_used:
            folded = {"level": 1, "hidden": True}
            checked(self._sheet.set_column(self.start, self._end - 1, 11, None, folded), words.BEHIND)
            checked(self._sheet.set_column(self._end, self._end, None, None, {"collapsed": True}), words.BEHIND)


def _ends(known: Sequence[float]) -> dict[str, float]:
    """Where the columns begin and end; of values that are all alike each is half as high as its cell."""
    if not known:
        return {}
    low, high = min(known), max(known)
    room = (high - low) * _ROOM or abs(low) or 1.0
    return {"min": low - room, "max": high + room}
