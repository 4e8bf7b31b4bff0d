"""What the user said of a table: under [[table]] in the configuration, or by naming its file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from salesperf.sources.known import Known
from salesperf.sources.options import ReadOptions, TableOptions, told_for, without_range
from salesperf.sources.rows.raw import RawTable


def options_for(raw: RawTable, options: ReadOptions) -> TableOptions | None:
    """The `[[table]]` of the configuration that a raw table falls under, if any.

    A table among several of a sheet is known by its range, or, when rows have come or gone since, by its headers.
    """
    fitting = told_for(raw.file.name, options)
    there = (
        one for one in fitting if None in {one.sheet, raw.sheet} or one.sheet in {raw.sheet, without_range(raw.sheet)}
    )
    return next(there, None) or next((one for one in fitting if _has_moved(raw, one)), None)


def _has_moved(raw: RawTable, told: TableOptions) -> bool:
    """Whether a raw table stands in the sheet of a range that was told, under all headers told with it."""
    sheet = without_range(told.sheet)
    headers = set(told.columns.values())
    return sheet != told.sheet and sheet == without_range(raw.sheet) and bool(headers) and headers <= set(raw.header)


def is_named(one: Known, named: Collection[Path]) -> bool:
    """Whether the user named the file itself (standard input is named), not its folder."""
    path = one.raw.file.path
    return path is None or path.resolve() in named
