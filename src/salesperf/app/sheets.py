"""Small reports whose rows for people and for machines are the same: one table, one list of records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salesperf.core.text import Lang, Text, printable
from salesperf.report.model import NO_DATA, Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value


def cell(value: Value) -> Cell:
    """A cell whose text cannot drive a terminal."""
    return Cell(printable(value) if isinstance(value, str) else value)


def block(
    key: str, title: Text, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, empty: Text = NO_DATA
) -> TableBlock:
    """A table of plain values; columns in which no row says anything are left out, `empty` stands for no rows."""
    grid = tuple(tuple(row) for row in rows)
    said = [index for index in range(len(columns)) if not grid or any(row[index] not in {None, ""} for row in grid)]
    return TableBlock(
        key,
        title,
        tuple(columns[index] for index in said),
        tuple(Row(tuple(cell(row[index]) for index in said)) for row in grid),
        empty=empty,
    )


def sheet(
    schema: str,
    title: Text,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    *,
    lang: Lang,
    notes: tuple[Note, ...] = (),
    shown: Iterable[Sequence[Value]] | None = None,
) -> Report:
    """A report of one table, the same for people and machines; `shown` are the rows for people where words differ."""
    grid = tuple(tuple(row) for row in rows)
    name = schema.partition("/")[0].rpartition(".")[2]
    return Report(
        schema=schema,
        title=title,
        lang=lang,
        blocks=(block(name, title, columns, grid if shown is None else shown),),
        records=Records(tuple(columns), tuple(tuple(map(_scrubbed, row)) for row in grid)),
        notes=notes,
        meta=Meta(),
    )


def _scrubbed(value: Value) -> Value:
    return printable(value) if isinstance(value, str) else value
