"""One sheet becomes one raw table: header found, what is no data left out, types kept, silent nulls told."""

from __future__ import annotations

from datetime import datetime, timedelta

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.layout import Head, head_of, unique_names
from salesperf.sources.preflight import Preflight
from salesperf.sources.raw import Layout, RawTable, SourceFile
from salesperf.sources.rows_of_no_data import Cleaned, without_rows_of_no_data
from salesperf.sources.sheet_grid import SheetGrid, Workbook
from salesperf.sources.sheet_xml import Faults, SheetFacts

SAMPLE_ROWS = 200
_LOOK = 60
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no zone
_BETWEEN_EPOCHS = timedelta(days=1462)
"""From 1899-12-30, day 0 of Windows workbooks, to 1904-01-01, day 0 of Mac workbooks."""
_NUMERIC_TEXT = r"^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$"


def sheet_table(
    book: Workbook, file: SourceFile, name: str, *, before: Preflight, header_row: int | None
) -> RawTable | None:
    """The table of a sheet; None when nothing is in it."""
    listed = before.sheets.get(name)
    facts = listed.facts if listed is not None else None
    first = facts.first_row if facts is not None and facts.first_row else book.first_row(name)
    if first == 0:
        return None
    grid = book.grid(name, header_row=0)
    head = head_of(_as_cells(grid), header_row=None if header_row is None else max(1, header_row - first + 1))
    top = None if head.header is None else first - 1 + head.header
    if head.header != 0:
        grid = book.grid(name, header_row=top)
    kept, names, changes = _named(grid)
    if not kept:
        return None
    cleaned = without_rows_of_no_data(_renamed(grid, kept, names), header=names, first_row=first + head.body)
    rows = _typed_again(book, name, top, grid, kept, names, cleaned)
    rows, moved = _on_the_right_epoch(rows, grid, kept, facts, first + head.body) if before.date1904 else (rows, False)
    where = Where(file.name, name)
    issues = (
        *_about_names(head, changes, where),
        *_about_cells(facts, grid, dict(zip(kept, names, strict=True)), where),
    )
    layout = Layout(
        None if top is None else top + 1,
        first + head.body,
        date1904=before.date1904,
        dropped=_together(head.dropped, cleaned.dropped),
        evidence=(*head.evidence, *(("dates moved to the 1904 system",) if moved else ())),
    )
    return RawTable(
        file,
        name,
        names,
        rows.lazy(),
        rows.head(SAMPLE_ROWS),
        layout,
        rows.height,
        issues,
        cleaned.row_numbers,
    )


def _as_cells(grid: SheetGrid) -> list[list[str]]:
    """The header and the first rows as text, as a person would see them."""
    texts = grid.rows.head(_LOOK).select(pl.all().cast(pl.String, strict=False))
    return [list(grid.header), *(["" if cell is None else _seen(cell) for cell in row] for row in texts.iter_rows())]


def _seen(cell: str) -> str:
    return cell.removesuffix(".0").removesuffix(" 00:00:00.000").removesuffix(" 00:00:00")


def _named(grid: SheetGrid) -> tuple[list[int], tuple[str, ...], tuple[str, ...]]:
    """Which columns are the table's (all but those without a name and without a value), and their names."""
    kept = [
        at
        for at, cell in enumerate(grid.header)
        if cell.strip() or grid.rows.to_series(at).null_count() < grid.rows.height
    ]
    names, changes = unique_names([grid.header[at] for at in kept])
    return kept, names, changes


def _renamed(grid: SheetGrid, kept: list[int], names: tuple[str, ...]) -> pl.DataFrame:
    columns = [grid.rows.to_series(at).rename(name) for at, name in zip(kept, names, strict=True)]
    return pl.DataFrame(columns)


def _typed_again(
    book: Workbook,
    sheet: str,
    top: int | None,
    grid: SheetGrid,
    kept: list[int],
    names: tuple[str, ...],
    cleaned: Cleaned,
) -> pl.DataFrame:
    """The data rows with their own types, where a total or footer below made text of a column of numbers."""
    rows = cleaned.rows
    if not cleaned.dropped or rows.is_empty():
        return rows
    texts = [name for name, dtype in rows.schema.items() if dtype == pl.String]
    numeric = pl.all().drop_nulls().str.contains(_NUMERIC_TEXT).all() & pl.all().is_not_null().any()
    if not texts or not any(rows.select(texts).select(numeric).row(0)):
        return rows
    again = book.grid(sheet, header_row=top, skip=cleaned.places)
    if again.rows.height != rows.height or again.columns != grid.columns:
        return rows
    return _renamed(again, kept, names)


def _on_the_right_epoch(
    rows: pl.DataFrame, grid: SheetGrid, kept: list[int], facts: SheetFacts | None, first_data: int
) -> tuple[pl.DataFrame, bool]:
    """The dates of a 1904 workbook, moved where the reader took them for those of 1900.

    The reader obeys the flag in most workbooks. The raw number of one cell per column tells whether it did.
    """
    if facts is None:
        return rows, False
    wrong: list[str] = []
    for at, name in zip(kept, rows.columns, strict=True):
        if not rows.schema[name].is_temporal():
            continue
        for row, value in enumerate(rows.get_column(name).head(SAMPLE_ROWS)):
            raw = facts.numbers.get((first_data + row, grid.columns[at]))
            if raw is not None and isinstance(value, datetime):
                if abs(value - (_EPOCH_1900 + timedelta(days=raw))) < timedelta(days=1):
                    wrong.append(name)
                break
    return rows.with_columns(pl.col(wrong) + _BETWEEN_EPOCHS), bool(wrong)


def _about_names(head: Head, changes: tuple[str, ...], where: Where) -> list[Issue]:
    if head.header is None:
        return [issue("R116", f"no header row: {head.evidence[0]}; the columns are numbered", where)]
    if changes:
        return [issue("R115", f"header cells renamed: {', '.join(changes[:10])}", where, count=len(changes))]
    return []


def _about_cells(facts: SheetFacts | None, grid: SheetGrid, names: dict[int, str], where: Where) -> list[Issue]:
    """Error cells and formulas without a result, one issue a column: the reader gives nulls for both."""
    if facts is None:
        return []
    by_number = {grid.columns[at]: name for at, name in names.items()}
    kinds = (
        ("R123", "hold an Excel error", facts.errors),
        ("R124", "hold a formula without a result", facts.no_result),
    )
    return [
        _fault(code, words, faults, Where(where.file, where.sheet, faults.first_row or None, by_number.get(number)))
        for code, words, by_column in kinds
        for number, faults in sorted(by_column.items())
    ]


def _fault(code: str, words: str, faults: Faults, where: Where) -> Issue:
    more = ", ..." if faults.count > len(faults.addresses) else ""
    message = f"{faults.count} cells {words}: {', '.join(faults.addresses)}{more}"
    return issue(code, message, where, value=faults.value, count=faults.count)


def _together(above: dict[str, int], below: dict[str, int]) -> dict[str, int]:
    return {reason: above.get(reason, 0) + below.get(reason, 0) for reason in {**above, **below}}
