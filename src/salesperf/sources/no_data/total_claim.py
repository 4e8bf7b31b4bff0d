"""A row with the words of a total and what it says beside them; refuses to judge it, which takes the other rows."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.no_data.total_words import Word, total_word
from salesperf.sources.values.cell_shape import Cells, is_none_written, is_value, shape

_CODE = re.compile(r"^[A-Za-z]{0,4}[-_#/]?\d[!-~]*$")
"""How rows are numbered: `SO-0012`, `85123A`."""


def says_nothing(cell: str) -> bool:
    """Whether a cell beside the words of a total is empty, or such a word itself."""
    return is_none_written(cell) or total_word(cell) is not Word.NONE


class Claim(Struct, frozen=True):
    """A row with the words of a total: its cells, where the words stand, its figures by column, the group it names.

    `line` is the row of data next to it.
    """

    place: int
    cells: Cells
    label: int
    figures: dict[int, Decimal]
    group: str
    line: Cells

    @property
    def word(self) -> Word:
        """How sure the words alone are, where they name no group."""
        return Word.NONE if self.group else total_word(self.cells[self.label])

    def is_full(self) -> bool:
        """Whether the row fills every cell that the line beside fills."""
        return all(cell.strip() or not line.strip() for cell, line in zip(self.cells, self.line, strict=True))

    def says_only_total(self) -> bool:
        """Whether nothing beside the words tells of a sale: dates, figures, and what the line beside says as well.

        A code of its own in the first column is only the number of the row.
        """
        others = (at for at, cell in enumerate(self.cells) if at != self.label and not says_nothing(cell))
        return all(is_value(self.cells[at]) or self.cells[at] == self.line[at] or self._is_number(at) for at in others)

    def _is_number(self, at: int) -> bool:
        return at == 0 and bool(_CODE.match(self.cells[at]) and _CODE.match(self.line[at]))

    def is_dated(self) -> bool:
        """Whether a date stands in the row where lines have theirs."""
        return bool(self._dates())

    def has_date_of_its_own(self) -> bool:
        """Whether such a date stands behind the words, or is another than that of the line beside."""
        return any(at > self.label or self.cells[at] != self.line[at] for at in self._dates())

    def _dates(self) -> list[int]:
        pairs = enumerate(zip(self.cells, self.line, strict=True))
        return [at for at, (cell, line) in pairs if at != self.label and shape(cell) == shape(line) == "date"]

    def of_largest(self, columns: Collection[int]) -> Claim:
        """The claim with its largest figure alone: that of money, where a quantity may add up by chance."""
        found = {at: value for at, value in self.figures.items() if at in columns and value}
        counts = {at: value for at, value in found.items() if shape(self.cells[at]) == "number"} or found
        most = max(counts, key=lambda at: abs(counts[at]), default=None)
        return replace(self, figures={} if most is None else {most: counts[most]})
