"""A file's tables as they stand, before anyone asks what they mean: what `tidy --raw` writes, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl
from msgspec import Struct

from salesperf.app.workspace import Ask, workspace
from salesperf.core.errors import DataError, Severity
from salesperf.core.text import Text
from salesperf.sources.files.discover import discover
from salesperf.sources.options import ReadOptions
from salesperf.sources.raw_files import read_raw
from salesperf.sources.refused import Refused
from salesperf.sources.rows.raw import SourceFile
from salesperf.sources.texts.as_written import as_options_say, is_text

Cells = tuple[str, ...]
_UNREAD = Text("{file} cannot be read", "{file} 无法读取")


class Raw(Struct, frozen=True):
    """One table: every cell as text, an empty cell as an empty string.

    `header` is None where a text file has none. The rows of a text file are all that stand below the header, totals
    and footers too, each with the cells it has; those of a sheet are as wide as its header, without rows that are no
    data. `dropped` counts the rows that are not among them, by reason.
    """

    file: str
    sheet: str | None
    header: Cells | None
    rows: tuple[Cells, ...]
    dropped: Mapping[str, int]


RawTables = tuple[Raw, ...]


def raw_tables(ask: Ask) -> RawTables:
    """Header, rows as text, and the rows left out by reason, for every table of the inputs.

    Raises `DataError` when a file cannot be read at all.
    """
    space = workspace(ask)
    files = discover(space.inputs, digests=False).files
    return tuple(table for file in files for table in _tables(file, space.options))


def _tables(file: SourceFile, options: ReadOptions) -> Iterator[Raw]:
    if is_text(file):
        try:
            table = as_options_say(file, options)
        except Refused as refused:
            raise DataError(_UNREAD.fill(file=file.name), issues=(refused.issue,)) from refused
        if table.header is None and not table.rows:
            raise DataError(_UNREAD.fill(file=file.name), issues=table.findings)
        yield Raw(file.name, None, table.header, table.rows, table.dropped)
        return
    found, issues = read_raw(str(file.path), options)
    errors = tuple(issue for issue in issues if issue.severity is Severity.ERROR)
    if errors:
        raise DataError(_UNREAD.fill(file=file.name), issues=errors)
    for sheet in found:
        cells = sheet.rows.with_columns(pl.all().cast(pl.String).fill_null(""))
        yield Raw(sheet.file, sheet.sheet, sheet.header, tuple(cells.iter_rows()), sheet.dropped)
