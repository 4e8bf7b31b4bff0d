"""The tables of a text or a sheet that holds several: each read by itself, under the range of cells it stands in.

Looked for only where something hints at it: a blank row with rows below it, or a column without name and cells.
"""

from __future__ import annotations

import csv
import dataclasses
import re
from collections.abc import Callable, Sequence
from io import StringIO

from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.headers.blocks import Block, blocks_of
from salesperf.sources.no_data.row_kind import BLANK
from salesperf.sources.rows.ragged import REPAIRED
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.rows.records import Writing, records
from salesperf.sources.texts.text_file import SAMPLE, TextFile

_GAP = re.compile(rb'[\r\n][ \t,;|"]*\r?\n[ \t,;|"\r\n]*[^ \t,;|"\r\n]')
"""A line without any cell text, and something below it."""

ReadText = Callable[[TextFile, Block], RawTable]
"""Reads the text of one block of a file."""


def text_tables(
    text: TextFile, whole: RawTable, read: ReadText, *, has_gap: bool, writing: Writing, delimiter: str
) -> tuple[RawTable, ...]:
    """The tables of a text, given what it is as one; that alone when nothing parts it.

    `has_gap` is whether a column has no name; `delimiter` is what the text of a part is written with.
    """
    content = text.content()
    if not has_gap and not (whole.layout.dropped.get(BLANK) and _GAP.search(content)):
        return (whole,)
    grid = [record.cells for record in records(content.decode("utf-8-sig"), writing)]
    blocks = blocks_of(grid)
    if len(blocks) == 1:
        return (whole,)
    parts = [(block, read(_text_of(block.cut(grid), text, delimiter), block)) for block in blocks]
    return tuple(
        _named(_with_repairs(_moved(table, block.top), block, whole), block, block.range()) for block, table in parts
    )


def sheet_tables(
    grid: Sequence[Sequence[str]], whole: RawTable, *, first: int, column: int, read: Callable[[Block], RawTable | None]
) -> tuple[RawTable, ...]:
    """The tables of a sheet whose cells begin in row `first` and column `column`."""
    blocks = blocks_of(grid)
    if len(blocks) == 1:
        return (whole,)
    parts = [(block, read(block)) for block in blocks]
    return tuple(_named(table, block, block.range(first, column), first) for block, table in parts if table is not None)


def _text_of(rows: Sequence[Sequence[str]], text: TextFile, delimiter: str) -> TextFile:
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    content = out.getvalue().encode()
    head = content[:SAMPLE].decode(errors="ignore")
    quoted = b'"' in content
    return replace(text, source=content, quoted=quoted, head=head, whole=len(content) < SAMPLE, padding=0)


def _with_repairs(table: RawTable, block: Block, whole: RawTable) -> RawTable:
    """The table with what had to be repaired in its rows before they were written anew."""
    rows = range(block.top + 1, block.bottom + 1)
    return replace(
        table,
        issues=(*table.issues, *(one for one in whole.issues if one.code == REPAIRED and one.where.row in rows)),
    )


def _moved(table: RawTable, by: int) -> RawTable:
    """The table with its rows counted from the first record of the file."""
    layout = table.layout
    header_row = None if layout.header_row is None else layout.header_row + by
    numbers = None if table.row_numbers is None else tuple(number + by for number in table.row_numbers)
    return replace(
        table,
        layout=replace(layout, header_row=header_row, first_row=layout.first_row + by),
        row_numbers=numbers,
        totals={number + by: cells for number, cells in table.totals.items()},
        issues=tuple(_with_row(one, by) for one in table.issues),
    )


def _with_row(fault: Issue, by: int) -> Issue:
    if fault.where.row is None:
        return fault
    return dataclasses.replace(fault, where=dataclasses.replace(fault.where, row=fault.where.row + by))


def _named(table: RawTable, block: Block, cells: str, first: int = 1) -> RawTable:
    """The table under the range of its cells, and a word that it is one of several."""
    sheet = f"{table.sheet}!{cells}" if table.sheet else cells
    rows = block.rows(first)
    message = Text(f"one of several tables, in rows {rows}", f"多张表之一，位于第 {rows} 行")
    told = issue("R136", message, Where(table.file.name, sheet))
    issues = tuple(dataclasses.replace(one, where=dataclasses.replace(one.where, sheet=sheet)) for one in table.issues)
    return replace(table, sheet=sheet, issues=(*issues, told))
