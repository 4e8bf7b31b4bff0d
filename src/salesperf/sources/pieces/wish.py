"""What somebody wants read of a table: columns, where rows came from, how often they repeat."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Wish(Struct, frozen=True):
    """What to read: canonical columns (None: all), provenance or not, repeats counted or not.

    `signs` are columns that matter only where a cell of them is below zero; elsewhere they are not kept.
    """

    columns: frozenset[str] | None
    provenance: bool = False
    count_repeats: bool = False
    signs: frozenset[str] = frozenset()

    def __contains__(self, column: str) -> bool:
        """Whether a column is to be read."""
        return self.columns is None or column in self.columns

    def with_signs_read(self) -> Wish:
        """The same, with the columns of `signs` kept in any case."""
        return replace(self, columns=None if self.columns is None else self.columns | self.signs, signs=frozenset())

    def without_signs(self) -> Wish:
        """The same for nothing but `columns`."""
        return replace(self, signs=frozenset())
