"""What a look at a sheet's bytes finds: its reach, cells that read as nothing, formats that say more than numbers."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from msgspec import Struct, field

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
"""The errors of cells by the byte that stands for them in binary workbooks."""
_LETTERS = 26
REMEMBERED = 5
"""Addresses that are listed of each column's faults."""
_KEPT = 10_000
"""Rows of each column's faults of which is kept what they hold."""


class Faults(Struct):
    """Cells of one column that read as nothing: how many, the first of them, and what the first one says."""

    count: int = 0
    addresses: list[str] = field(default_factory=list)
    first_row: int = 0
    value: str = ""
    rows: dict[int, str] = field(default_factory=dict)
    """What the first of them hold, by row."""

    def add(self, address: str, row: int, value: str) -> None:
        """One more cell."""
        if self.count == 0:
            self.first_row, self.value = row, value
        self.count += 1
        if len(self.addresses) < REMEMBERED:
            self.addresses.append(address)
        if len(self.rows) < _KEPT:
            self.rows[row] = value


class Merge(Struct, frozen=True):
    """Cells of one column merged into one, from the `first` row of the sheet to the `last`."""

    column: int
    first: int
    last: int


class SheetFacts(Struct):
    """What the XML of a sheet holds. Rows and columns count from 1; 0 means that nothing was found."""

    first_row: int = 0
    last_row: int = 0
    last_column: int = 0
    length: int = 0
    """Bytes of XML."""
    at_row: int = 0
    """The row and column of the cell looked at last, for cells that have no address of their own."""
    at_column: int = 0
    errors: dict[int, Faults] = field(default_factory=dict)
    no_result: dict[int, Faults] = field(default_factory=dict)
    numbers: dict[tuple[int, int], float] = field(default_factory=dict)
    """The first numeric cells by row and column, when asked for."""
    percents: dict[int, array[int]] = field(default_factory=dict)
    """Rows of the cells that show their number in per cent, by column."""
    currencies: dict[int, Mapping[str, int]] = field(default_factory=dict)
    """The currency marks that the formats of a column print, with the first row of each."""
    hidden_rows: int = 0
    merges: list[Merge] = field(default_factory=list)
    """Cells merged over several rows, the leftmost column of each."""

    @property
    def cells(self) -> int:
        """Cells of the rectangle from the first filled row to the last cell."""
        return max(0, self.last_row - max(1, self.first_row) + 1) * self.last_column


def column_letters(column: int) -> str:
    """The letters of a column, counted from 1.

    >>> column_letters(1), column_letters(27), column_letters(16384)
    ('A', 'AA', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of a cell address, from 1.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - 64
    return number
