"""Tables as the files hold them: header and rows as text, nothing parsed, rows of no data left out and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.sources.conform.hidden_rows import hidden
from salesperf.sources.files.raw_tables import raw_tables, read_anew, without_no_data
from salesperf.sources.options import ReadOptions
from salesperf.sources.pieces.target_table import target_table
from salesperf.sources.recognise import recognised
from salesperf.sources.rows.raw import Layout, RawTable
from salesperf.tables.schema import FILE, SHEET, TOTAL


class RawFile(Struct, frozen=True):
    """One table as the file holds it: header, rows as text, rows recognised as no data by reason."""

    file: str
    sheet: str | None
    header: tuple[str, ...]
    rows: pl.DataFrame
    dropped: Mapping[str, int]
    layout: Layout
    is_unpivoted: bool = False
    """The rows are the targets of a sheet, one a scope, metric and period."""


def read_raw(path: str, options: ReadOptions) -> tuple[tuple[RawFile, ...], tuple[Issue, ...]]:
    """Every table of one file, nothing mapped, nothing parsed."""
    raws, issues, _ = raw_tables([path], options=options, digests=False)
    return _raw_files(raws, issues)


def read_tidy(path: str, options: ReadOptions) -> tuple[tuple[RawFile, ...], tuple[Issue, ...]]:
    """Every table of one file as it stands, but a target sheet with its periods across as one row a target."""
    raws, issues, _ = raw_tables([path], options=options, digests=False)
    known = recognised(raws, options, named=frozenset())
    files, faults = _raw_files(raws, issues)
    tables = list(files)
    for at, one in enumerate(known.tables):
        if one.targets is not None and one.targets.roles.is_wide:
            settled = target_table([(at, one.targets)], options=options)
            rows = settled.table.frame.drop(FILE, SHEET, TOTAL, strict=False).with_columns(_shortest("amount"))
            tables[at] = replace(tables[at], header=tuple(rows.columns), rows=rows, is_unpivoted=True)
            faults = (*faults, *settled.issues)
    return tuple(tables), faults


def _raw_files(raws: Sequence[RawTable], issues: Sequence[Issue]) -> tuple[tuple[RawFile, ...], tuple[Issue, ...]]:
    try:
        raws = without_no_data(raws, hidden(raws))
        rows = [raw.frame.collect() for raw in raws]
    except pl.exceptions.ComputeError:
        raws = read_anew(raws)
        rows = [raw.frame.collect() for raw in raws]
    files = tuple(
        RawFile(raw.file.name, raw.sheet, raw.header, own, dict(raw.layout.dropped), raw.layout)
        for raw, own in zip(raws, rows, strict=True)
    )
    return files, (*issues, *(fault for raw in raws for fault in raw.issues))


def _shortest(column: str) -> pl.Expr:
    """A money column as text without the zeros behind its last digit."""
    return pl.col(column).cast(pl.String).str.strip_chars_end("0").str.strip_chars_end(".")
