"""Places of a workbook: cells, areas, and what the reference of a name or a chart means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})")
_SHEET = re.compile(r"(?:'((?:[^']|'')+)'|([^'!,:()\[\]\s]+))!")
_AREA = re.compile(rf"{_CELL.pattern}(?::{_CELL.pattern})?")
_FOUND = re.compile(rf"(?<![\]\w']){_SHEET.pattern}({_AREA.pattern})(?![A-Za-z0-9_.(])")


class Area(Struct, frozen=True):
    """A rectangle of cells of one sheet, counted from 1; its ends belong to it."""

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return self.last_row - self.first_row + 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return self.last_column - self.first_column + 1

    @property
    def is_cell(self) -> bool:
        """Whether it is a single cell."""
        return self.rows == self.columns == 1

    def meets(self, other: Area) -> bool:
        """Whether a cell belongs to both."""
        return (
            self.sheet.casefold() == other.sheet.casefold()
            and self.first_row <= other.last_row
            and other.first_row <= self.last_row
            and self.first_column <= other.last_column
            and other.first_column <= self.last_column
        )

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell of its sheet belongs to it."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column

    def __str__(self) -> str:
        """As a formula names it."""
        first = cell_name(self.first_row, self.first_column)
        return first if self.is_cell else f"{first}:{cell_name(self.last_row, self.last_column)}"


def cell_name(row: int, column: int) -> str:
    """A cell as people name it.

    >>> cell_name(12, 28)
    'AB12'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def column_number(letters: str) -> int:
    """The number of a column from its letters.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def area_of(reference: str, sheet: str) -> Area | None:
    """The area that a reference without a sheet names (`A1`, `$B$2:D9`); None for anything else."""
    found = _AREA.fullmatch(reference.strip())
    if found is None:
        return None
    row, column = int(found[4]), column_number(found[2])
    to_row, to_column = (int(found[8]), column_number(found[6])) if found[6] else (row, column)
    rows, columns = sorted((row, to_row)), sorted((column, to_column))
    if rows[0] < 1 or rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
        return None
    return Area(sheet, rows[0], columns[0], rows[1], columns[1])


def is_absolute(reference: str) -> bool:
    """Whether every part of a reference without a sheet is pinned down by `$`."""
    return all(found[1] and found[3] for found in _CELL.finditer(reference))


def split_sheet(reference: str) -> tuple[str | None, str]:
    """The sheet that a reference begins with, unquoted, and what is left.

    >>> split_sheet("'Ann''s 表'!$A$1")
    ("Ann's 表", '$A$1')
    """
    found = _SHEET.match(reference)
    if found is None:
        return None, reference
    return (found[1] or found[2]).replace("''", "'"), reference[found.end() :]


def areas_in(formula: str) -> Iterator[Area]:
    """The areas with a sheet that a formula of a chart reads."""
    for found in _FOUND.finditer(formula):
        area = area_of(found[3], (found[1] or found[2]).replace("''", "'"))
        if area is not None:
            yield area


def first_meeting(areas: Iterable[Area], others: Iterable[Area]) -> Area | None:
    """The first of these areas that shares a cell with one of the others."""
    against = tuple(others)
    return next((area for area in areas if any(area.meets(other) for other in against)), None)
