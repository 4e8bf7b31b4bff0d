"""Ids that stand with `.0` in some cells and without in others: 1001.0 and 1001 are one number, and one order.

Tools that take a column for floats write them so. A column with any other decimals (1001.10) is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.tables.catalog import TABLES
from salesperf.tables.schema import Kind

_LOOK = 1000
"""First ids of a frame that show whether a column holds numbers."""
_NUMBER, _POINT_ZERO = r"^\d+(?:\.0)?$", r"^\d+\.0$"
_TOLD = Text(
    "{column} is written with .0 in {rows:cell|cells} and without in others, such as {value!r}: read as one number",
    "{column} 有 {rows} 个单元格带 .0，其余不带，例如「{value}」：视为同一编号",
)


class OneNumber(Struct, frozen=True):
    """The rows of a table with each id written in one way, and what was found."""

    frames: list[pl.DataFrame]
    issues: tuple[Issue, ...] = ()

    @property
    def notes(self) -> tuple[Text, ...]:
        """What the report says of it."""
        return tuple(one.text for one in self.issues)


def with_one_number(table: str, frames: Sequence[pl.DataFrame]) -> OneNumber:
    """Take `.0` off the ids of a column, over all the frames of a table, where the same number stands without it."""
    found: list[Issue] = []
    frames = list(frames)
    for column in TABLES[table].columns:
        having = [at for at, frame in enumerate(frames) if column.kind is Kind.ID and column.name in frame.columns]
        ids = _written_both_ways([frames[at][column.name] for at in having])
        if not ids:
            continue
        changed = 0
        for at in having:
            cells = frames[at][column.name]
            changed += int(cells.str.ends_with(".0").sum())
            frames[at] = frames[at].with_columns(cells.str.strip_suffix(".0"))
        message = _TOLD.fill(column=column.name, rows=Count(changed), value=ids[0])
        found.append(issue("R318", message, Where(column=column.name), value=ids[0], count=changed))
    return OneNumber(frames, tuple(found))


def _written_both_ways(columns: Sequence[pl.Series]) -> list[str]:
    """The ids with `.0` that stand without it too, in order; none where a column has other decimals."""
    columns = [cells for cells in columns if cells.head(_LOOK).str.contains(_NUMBER).any()]
    dotted = [cells for cells in columns if cells.str.ends_with(".0").any()]
    if not dotted:
        return []
    distinct = pl.concat([cells.unique().alias("id") for cells in columns]).unique().drop_nulls()
    decimals = distinct.filter(distinct.str.contains(r"^\d+\."))
    if not decimals.str.contains(_POINT_ZERO).all():
        return []
    whole = decimals.str.strip_suffix(".0")
    return sorted(f"{one}.0" for one in whole.filter(whole.is_in(distinct.implode())))
