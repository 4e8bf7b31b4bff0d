"""What the cells of each column look like in the rows that are beyond doubt, and whether others can stand there too.

Judges the look alone: kind, decimals, and the few words of a column that repeats them; refuses to ask what they mean.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from salesperf.sources.values.cell_shape import is_figure, is_none_written, shape

ENOUGH = 8
"""Rows from which a column's looks are known well enough to place cells by them."""
_FEW_WORDS = 30
_SEEN = 3
"""How often the words of a column must come back on average to be all there are."""
_DECIMALS = re.compile(r"[.,](\d+)\D*$")
_EXCEPTIONS = 0.02
"""Share of cells of another kind that may stand in a column of numbers or dates."""


class Look(Struct, frozen=True):
    """The look of one column: `kind` is `whole`, `decimal`, `date`, `text` or `any`; `words` are all it says, if few.

    `may_be_empty` is whether some row leaves it empty.
    """

    kind: str
    words: frozenset[str]
    may_be_empty: bool

    @property
    def is_value(self) -> bool:
        """Whether the column holds numbers or dates."""
        return self.kind in {"whole", "decimal", "date"}

    def fits(self, cell: str) -> bool:
        """Whether a cell can stand in this column; an empty one where others are empty."""
        if is_none_written(cell):
            return self.may_be_empty
        return self.resembles(cell) and (not self.words or cell.strip() in self.words)

    def resembles(self, cell: str) -> bool:
        """Whether a cell is empty or of the column's kind, whatever it says."""
        if self.kind == "any" or is_none_written(cell):
            return True
        kind = _kind(cell)
        return kind == self.kind or (self.kind == "decimal" and kind == "whole")


def looks_of(rows: Sequence[Sequence[str]], width: int) -> tuple[Look, ...]:
    """The looks of the columns of rows that all have `width` cells."""
    return tuple(_look([row[place] for row in rows]) for place in range(width))


def _look(cells: Sequence[str]) -> Look:
    said = [cell.strip() for cell in cells if not is_none_written(cell)]
    kinds = Counter(_kind(cell) for cell in said)
    families = Counter(_family(kind) for kind in kinds.elements())
    kind, count = max(families.items(), key=lambda one: one[1], default=("any", 0))
    if count < (1 - _EXCEPTIONS) * len(said):
        kind = "any"
    if kind == "whole" and kinds["decimal"]:
        kind = "decimal"
    words = frozenset(said)
    are_few = kind == "text" and len(words) <= _FEW_WORDS and len(said) >= ENOUGH and len(words) * _SEEN <= len(said)
    return Look(kind, words if are_few else frozenset(), len(said) < len(cells) or not said)


def _family(kind: str) -> str:
    return "whole" if kind == "decimal" else kind


def _kind(cell: str) -> str:
    """`date`, `whole`, `decimal` or `text`.

    >>> [_kind(cell) for cell in ("2025-01-05", "12", "1,234.50", "1,234", "SO-1", "Ann")]
    ['date', 'whole', 'decimal', 'whole', 'text', 'text']
    """
    if is_figure(cell):
        found = _DECIMALS.search(cell.strip())
        has_decimals = found is not None and (len(found[1]) != 3 or cell.count(found[0][0]) > 1)  # noqa: PLR2004 -- thousands
        return "decimal" if has_decimals else "whole"
    return "date" if shape(cell) == "date" else "text"
