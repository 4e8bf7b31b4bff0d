"""Counts that a column of numbers has in words, read as the numbers they are."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.sources.conform.row_places import AT, PART, part_start
from salesperf.sources.conform.rows_read import CELL, Rows
from salesperf.sources.values.number_words import number_of_words
from salesperf.tables.schema import DTYPES, Kind


def with_spelt_counts(rows: Rows) -> Mapping[str, pl.DataFrame]:
    """Read `One` and 二 in columns of quantities; the cells by column, as `PART`, `AT` and `CELL`."""
    found: dict[str, pl.DataFrame] = {}
    for reading in rows.readings:
        if reading.kind is not Kind.QUANTITY or reading.column not in rows.unread:
            continue
        unread = rows.unread[reading.column]
        counts = {cell: count for cell in unread[CELL].unique() if (count := number_of_words(cell)) is not None}
        if not counts:
            continue
        spelt = unread.filter(pl.col(CELL).is_in(list(counts)))
        column = rows.frame[reading.column]
        for (part,), own in spelt.group_by(PART):
            at = (own[AT] + part_start(rows.frame, int(str(part)))).to_list()
            column = column.scatter(at, own[CELL].replace_strict(counts, return_dtype=DTYPES[reading.kind]))
        rows.frame = rows.frame.with_columns(column)
        rows.forget(reading.column, spelt)
        found[reading.column] = spelt
    return found
