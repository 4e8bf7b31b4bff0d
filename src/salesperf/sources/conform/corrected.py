"""Corrected rows put in the place of those they were taken from, before anything is recognised or parsed.

The tables are then read as if the files had always held them; what could not be applied is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from pathlib import PurePath

import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.text import Count, Text, counted
from salesperf.sources.conform.corrections import Correction, ReadBack
from salesperf.sources.conform.quarantine import BETWEEN, BEYOND, cells_at, column_of
from salesperf.sources.conform.row_places import AT, row_number
from salesperf.sources.rows.ragged import REPAIRED, SHORT, TORN, UNCLEAR, torn_issues
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.cell_text import as_text, retyped
from salesperf.sources.values.spreadsheet_form import is_same_cell, is_untouched

Change = tuple[str, str | None, str | None]
"""A header, the cell before and the cell now."""
_PATCHED = "__patched"
_SAMPLE_ROWS = 200


class Applied(Struct, frozen=True):
    """One correction in its place: the cells of the row as they are now, by header, and which of them changed.

    `rewritten` counts cells that only say the same in a spreadsheet's words, so that the file's own were kept.
    """

    correction: Correction
    cells: Mapping[str, str | None]
    changes: tuple[Change, ...]
    rewritten: int


class Corrected(Struct, frozen=True):
    """The tables with the corrected rows in place, what was applied to each (by its place), and what was not."""

    tables: tuple[RawTable, ...]
    applied: Mapping[int, tuple[Applied, ...]] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """The corrected files with their digests."""

    def rows_changed(self, table: int) -> int:
        """How many rows of a table say something else than its file."""
        return sum(bool(one.changes) for one in self.applied.get(table, ()))


def corrected(raws: Sequence[RawTable], back: ReadBack) -> Corrected:
    """The raw tables with each correction in its place.

    A correction belongs to the file of its digest; where that file is not among the tables, it is told and not
    applied. Cells that a spreadsheet merely rewrote stay as the file has them, except those that were at fault.
    """
    placed, faults = _placed(raws, back.rows)
    tables = list(raws)
    applied: dict[int, tuple[Applied, ...]] = {}
    for table, rows in sorted(placed.items()):
        before = cells_at(raws[table], list(rows))
        beyond = raws[table].torn
        done = {
            row[AT]: _applied(rows[row[AT]], row, beyond=beyond.get(row[AT], ()))
            for row in before.iter_rows(named=True)
        }
        tables[table] = _with_rows(raws[table], done, before.schema)
        applied[table] = tuple(done.values())
        faults += [fault for one in rows.values() for fault in _about_columns(raws[table], one)]
        faults += _about_rewritten(applied[table])
    return Corrected(tuple(tables), applied, (*back.issues, *faults), back.files)


def _placed(
    raws: Sequence[RawTable], corrections: Sequence[Correction]
) -> tuple[dict[int, dict[int, Correction]], list[Issue]]:
    """Corrections by table and place in it."""
    tables = {(raw.file.sha256, raw.sheet): number for number, raw in enumerate(raws)} if corrections else {}
    names = {PurePath(raw.file.name).name for raw in raws}
    placed: dict[int, dict[int, Correction]] = {}
    faults: list[Issue] = []
    absent: dict[str, list[Correction]] = {}
    for one in corrections:
        table = tables.get((one.sha256, one.sheet))
        at = _place(raws[table], one.row) if table is not None else None
        if table is None:
            absent.setdefault(one.file, []).append(one)
        elif at is None:
            message = Text(f"{one.file} has no row {one.row} that holds data", f"{one.file} 的第 {one.row} 行没有数据")
            faults.append(issue("R503", message, one.where))
        else:
            placed.setdefault(table, {})[at] = one
    for file, rows in absent.items():
        is_changed = PurePath(file).name in names
        phrase = _CHANGED if is_changed else _ABSENT
        message = phrase.fill(file=file, corrections=Count(len(rows)))
        faults.append(issue("R501" if is_changed else "R502", message, rows[0].where, count=len(rows)))
    return placed, faults


_CHANGED = Text(
    "{file} has changed since its rows were set aside: {corrections:correction|corrections} not applied",
    "{file} 在其行被隔离之后有改动：{corrections} 条更正未采用",
)
_ABSENT = Text(
    "{file} is not among the files read: {corrections:correction|corrections} not applied",
    "读取的文件中没有 {file}：{corrections} 条更正未采用",
)
_NO_COLUMN = Text("{file} has no column {column!r}", "{file} 没有「{column}」列")


def _place(raw: RawTable, row: int) -> int | None:
    """The place of a row of the spreadsheet in the table; None where it holds no data."""
    if raw.row_numbers is not None:
        at = bisect_left(raw.row_numbers, row)
        return at if raw.row_numbers[at : at + 1] == (row,) else None
    at = row - raw.layout.first_row
    return at if at >= 0 and (raw.rows is None or at < raw.rows) else None


def _applied(correction: Correction, before: Mapping[str, str | None], *, beyond: Sequence[str]) -> Applied:
    cells: dict[str, str | None] = {}
    rewritten = 0
    for header in list(before)[1:]:
        was, column = before[header], column_of(header)
        now = correction.cells.get(column, was)
        is_kept = is_untouched(was, now)
        if not is_kept and header not in correction.at_fault and is_same_cell(was, now):
            is_kept = True
            rewritten += 1
        cells[header] = was if is_kept else now
    changes = [(header, before[header], now) for header, now in cells.items() if now != before[header]]
    if beyond and not correction.beyond:
        changes.append((BEYOND, BETWEEN.join(beyond), None))
    return Applied(correction, cells, tuple(changes), rewritten)


def _about_columns(raw: RawTable, correction: Correction) -> list[Issue]:
    """Cells filled under a header that the file of the row does not have."""
    own = {column_of(header) for header in raw.header}
    return [
        issue("R505", _NO_COLUMN.fill(file=raw.file.name, column=name), correction.where, value=cell)
        for name, cell in correction.cells.items()
        if cell and name not in own and not name.startswith(BEYOND)
    ]


def _about_rewritten(applied: Sequence[Applied]) -> list[Issue]:
    rewritten = [one for one in applied if one.rewritten]
    if not rewritten:
        return []
    count = sum(one.rewritten for one in rewritten)
    first = rewritten[0].correction
    message = Text(
        f"{counted(count, 'cell says', 'cells say')} the same as in {first.file} in other words",
        f"{count:,} 个单元格与 {first.file} 内容相同、仅写法不同",
    )
    return [issue("R507", message, first.where, count=count)]


def _with_rows(raw: RawTable, done: Mapping[int, Applied], schema: Mapping[str, pl.DataType]) -> RawTable:
    """The table with the corrected rows; what was said of their width before holds no longer."""
    patch = pl.DataFrame([{AT: at, **one.cells} for at, one in done.items()], schema=schema)
    torn = {at: done[at].correction.beyond if at in done else beyond for at, beyond in raw.torn.items()}
    torn = {at: beyond for at, beyond in torn.items() if beyond or at not in done}
    changed = {(header, row_number(raw, at)) for at, one in done.items() for header, _, _ in one.changes}
    mended = {row for _, row in changed}
    about = {SHORT, REPAIRED}
    said = [
        one
        for one in raw.issues
        if one.code not in {TORN, UNCLEAR} and not (one.code in about and one.where.row in mended)
    ]
    numbered = {row_number(raw, at): beyond for at, beyond in torn.items()}
    told = torn_issues(numbered, len(raw.header), raw.file.name, guessed=raw.layout.guessed)
    failed = {
        header: {row: cell for row, cell in cells.items() if (header, row) not in changed}
        for header, cells in raw.failed.items()
    }
    percents = {header: [row for row in rows if (header, row) not in changed] for header, rows in raw.percents.items()}
    return replace(_patched(raw, patch), torn=torn, failed=failed, percents=percents, issues=(*said, *told))


def _patched(raw: RawTable, patch: pl.DataFrame) -> RawTable:
    """The table with some rows replaced; a column that cannot hold a corrected cell becomes text."""
    schema = raw.frame.collect_schema()
    columns: list[pl.Series] = []
    texts: list[pl.Expr] = []
    for name in patch.columns[1:]:
        cells = retyped(patch[name], schema[name])
        text = as_text(name, schema[name])
        if cells is None and text is not None:
            texts.append(text)
        columns.append(patch[name] if cells is None else cells)
    typed = pl.DataFrame([patch[AT], *columns]).with_columns(pl.lit(value=True).alias(_PATCHED))
    frame = _replaced(raw.frame.with_columns(texts), typed)
    sample = _replaced(raw.sample.lazy().with_columns(texts), typed.filter(pl.col(AT) < _SAMPLE_ROWS)).collect()
    # What was known of the text of the file does not hold for what was put in.
    return replace(raw, frame=frame, sample=sample, scan=None, ascii=False)


def _replaced(frame: pl.LazyFrame, patch: pl.DataFrame) -> pl.LazyFrame:
    names = [name for name in patch.columns if name not in {AT, _PATCHED}]
    joined = frame.with_row_index(AT).join(patch.lazy(), on=AT, how="left", suffix=_PATCHED, maintain_order="left")
    return joined.with_columns(
        pl.when(pl.col(_PATCHED)).then(pl.col(name + _PATCHED)).otherwise(pl.col(name)).alias(name) for name in names
    ).drop(AT, _PATCHED, *(name + _PATCHED for name in names))
