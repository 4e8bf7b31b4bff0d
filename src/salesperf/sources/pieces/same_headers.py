"""A header that stands twice in a table: the first is read, and where the cells differ it is told, or stops the run."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.amounts.column_sources import sources_of
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.cells import NUMBERS, CellReading, reading_of
from salesperf.sources.values.money_cells import money_sum

_AGAIN = re.compile(r"(.+?)(?:_(?:[2-9]|1\d)|\.[1-9])")
"""The name of a column whose header stood before: as read here (`Amount_2`), or by the tool that wrote the file."""
_DIFFERS = Text(
    "{header!r} stands in columns {first} and {second} of the table, and {rows:cell differs|cells differ}: column "
    "{first} is read{sums}",
    "「{header}」出现在表格的第 {first} 列和第 {second} 列，有 {rows} 个单元格不同：取第 {first} 列{sums}",
)
_SUMS = Text(" ({first}; the other comes to {second})", "（合计 {first}；另一列合计 {second}）")
_SETTLED = Text(
    'columns = {{ {column} = "{second}" }} under [[table]] takes the second, "{first}" the first',
    '在 [[table]] 中写 columns = {{ {column} = "{second}" }} 取第二列，写 "{first}" 取第一列',
)


class Twins(Struct, frozen=True):
    """What must be told of headers that stand twice."""

    issues: tuple[Issue, ...] = ()
    notes: tuple[Text, ...] = ()


class _Pair(Struct, frozen=True):
    """A column that is read and one of the same header that is not; `differing` rows have other cells."""

    reading: CellReading
    other: str
    differing: int
    sums: tuple[Decimal, Decimal] | None

    @property
    def is_worth_another(self) -> bool:
        """Whether the two columns add up to different sums."""
        return self.sums is not None and self.sums[0] != self.sums[1]


def twins_of(read: Read, table: str) -> Twins:
    """Compare the columns that were read with those of the same header.

    Columns with the same cells are no matter. Where they differ the first is taken and told; where the amount
    comes from them and their sums differ, nobody can know which is meant, and the run stops. What the configuration
    maps is settled.
    """
    header, found = read.files[0].raw.header, read.files[0].found
    again = _again(header)
    asked = [
        (reading, other)
        for reading in read.rows.readings
        for other in again.get(reading.header, ())
        if found[reading.column].how != "config"
    ]
    pairs = [pair for reading, other in asked if (pair := _pair(read, reading, other)) is not None]
    decisive = sources_of({"amount"}, found) if table == "orders" else frozenset({"amount"})
    raw = read.files[0].raw
    issues = tuple(_told(pair, header, decisive, Where(raw.file.name, raw.sheet)) for pair in pairs)
    return Twins(issues, tuple(one.text for one in issues))


def _again(header: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The columns that repeat a header, by that header."""
    found: dict[str, tuple[str, ...]] = {}
    for name in header:
        match = _AGAIN.fullmatch(name)
        if match is not None and match[1] in header:
            found[match[1]] = (*found.get(match[1], ()), name)
    return found


def _pair(read: Read, reading: CellReading, other: str) -> _Pair | None:
    """The two columns compared; None where they say the same, or the second says nothing."""
    cells = pl.concat([one.raw.frame.select(reading.header, other) for one in read.files]).collect()
    first, second = cells.to_series(0), cells.to_series(1)
    if not second.count() or first.cast(pl.String).equals(second.cast(pl.String), check_names=False):
        return None
    parsed = [_parsed(read, reading, one) for one in (first, second)]
    differing = int(parsed[0].ne_missing(parsed[1]).sum())
    if not differing:
        return None
    sums = (money_sum(parsed[0]), money_sum(parsed[1])) if reading.kind in NUMBERS else None
    return _Pair(reading, other, differing, sums)


def _parsed(read: Read, reading: CellReading, cells: pl.Series) -> pl.Series:
    own = reading_of(reading.header, reading.column, reading.kind, cells.unique(), read.rules)
    return own.read(cells).rename("cell")


def _told(pair: _Pair, header: tuple[str, ...], decisive: Collection[str], where: Where) -> Issue:
    """The finding on two columns that differ."""
    is_refused = pair.reading.column in decisive and pair.is_worth_another
    places = header.index(pair.reading.header) + 1, header.index(pair.other) + 1
    sums = _SUMS.fill(first=f"{pair.sums[0]:,.2f}", second=f"{pair.sums[1]:,.2f}") if pair.sums else ""
    message = _DIFFERS.fill(
        header=pair.reading.header, first=places[0], second=places[1], rows=Count(pair.differing), sums=sums
    )
    hint = _SETTLED.fill(column=pair.reading.column, first=pair.reading.header, second=pair.other)
    code = "R209" if is_refused else "R210"
    return issue(code, message, replace(where, column=pair.reading.header), hint=hint)
