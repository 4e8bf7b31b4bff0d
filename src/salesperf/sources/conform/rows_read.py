"""The rows of raw tables that share a header, read, and the cells of them that could not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl
from msgspec import Struct, field

from salesperf.sources.conform.folded_names import FoldedNames
from salesperf.sources.conform.row_places import AT, PART
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.date_format import DateFormat

CELL = "cell"
"""What an unreadable cell holds."""
LISTED = 10_000
"""Cells listed one by one, a column and file; the rest is counted."""


class BadCell(Struct, frozen=True):
    """A cell that holds something its column cannot read."""

    part: int
    at: int
    column: str
    header: str
    value: str
    is_told: bool = False
    """A finding about its file names the cell already."""


def longest(months: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """The longest period of each column."""
    found: dict[str, int] = {}
    for column, length in months:
        found[column] = max(length, found.get(column, 0))
    return found


class Rows(Struct):
    """The rows of raw tables that share a header, canonical, one row a row of the files in their order.

    `frame` also has `PART` and `AT`. `readings` are how the columns were read in the end; `bad` the cells that
    were not, at most `LISTED` a column and part, all counted in `bad_counts` by (part, column); `unread` has all of
    them by column, as `PART`, `AT` and `CELL`. `rounded` counts cells with more decimals than money keeps; `repeated`
    rows equal to an earlier row of their part; `apart` has the readings by part of columns that no one format reads.
    """

    frame: pl.DataFrame
    readings: tuple[CellReading, ...]
    bad: list[BadCell] = field(default_factory=list)
    bad_counts: dict[tuple[int, str], int] = field(default_factory=dict)
    unread: dict[str, pl.DataFrame] = field(default_factory=dict)
    rounded: dict[str, int] = field(default_factory=dict)
    long_ids: dict[str, int] = field(default_factory=dict)
    repeated: dict[int, int] | None = None
    apart: dict[str, dict[int, CellReading]] = field(default_factory=dict)
    folded_names: dict[str, FoldedNames] = field(default_factory=dict)
    """What folding did to the names of a column, where it did more than trim them."""
    says_total: bool = False
    """Whether a column of few texts holds a total's word, in a large text."""

    def reading_in(self, part: int, column: str) -> CellReading:
        """How a column was read in one part."""
        own = self.apart.get(column, {}).get(part)
        return own or next(reading for reading in self.readings if reading.column == column)

    @property
    def by_month(self) -> Mapping[str, int]:
        """The columns of days that say whole months, quarters or years, in some part at least, with their months."""
        every = [*self.readings, *(own for parts in self.apart.values() for own in parts.values())]
        months = ((one.column, one.format.months) for one in every if isinstance(one.format, DateFormat))
        return longest((column, length) for column, length in months if length)

    def spoil(self, column: str, part: int, cells: Mapping[int, str]) -> None:
        """Add cells of one part, by place, to those that cannot be read."""
        spots = {PART: [part] * len(cells), AT: list(cells), CELL: list(cells.values())}
        more = pl.DataFrame(spots, schema={PART: pl.UInt32, AT: pl.UInt32, CELL: pl.String})
        known = self.unread.get(column)
        self.unread[column] = more if known is None else pl.concat([known, more])

    def forget(self, column: str, cells: pl.DataFrame) -> None:
        """Take cells (`PART`, `AT`) off those that cannot be read."""
        gone = set(cells.select(PART, AT).iter_rows())
        self.unread[column] = self.unread[column].join(cells, on=[PART, AT], how="anti", maintain_order="left")
        self.bad = [one for one in self.bad if one.column != column or (one.part, one.at) not in gone]
        for part, count in cells.group_by(PART).len().iter_rows():
            self.bad_counts[part, column] -= count


def only(frame: pl.DataFrame, columns: Iterable[str]) -> pl.DataFrame:
    """Some columns of a frame, taken as they are: a query for it would copy millions of rows."""
    return pl.DataFrame([frame[column] for column in columns])
