"""Which rows cannot be loaded, and an issue for every cell that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import counted
from salesperf.sources.blanks import holds_error
from salesperf.sources.cells import CellReading
from salesperf.sources.conform import AT, LISTED, PART, BadCell, Rows, places, row_number
from salesperf.sources.date_shapes import Order
from salesperf.sources.parse_date import DateFormat, in_another_order
from salesperf.sources.raw import NO_RESULT, RawTable
from salesperf.tables.line_words import LineKind, kind_of_word
from salesperf.tables.schema import Kind

MUST: Mapping[str, tuple[str, ...]] = {"orders": ("order_date", "amount")}
"""Columns without which a row of a table cannot be loaded."""
_HINTS = {
    Kind.DATE: "write it like the other dates of the column, or name --date-order",
    Kind.MONEY: "write a plain number such as 1234.50",
    Kind.QUANTITY: "write a plain number such as 12",
    Kind.RATE: "write a plain number such as 0.25",
    Kind.FLAG: "write yes or no",
}
_FORMULA = "correct the formula, save the workbook in Excel and export again"
_SHARE = "write the number itself, or give the cell a number format if it is one"
_FIRST = {Order.DMY: "day", Order.MDY: "month", Order.YMD: "year"}


@dataclass(frozen=True, slots=True)
class Validated:
    """The rows that can be loaded, how many of each part cannot, and why."""

    frame: pl.DataFrame
    quarantined: Mapping[int, int]
    issues: tuple[Issue, ...]


def validated(
    table: str, frame: pl.DataFrame, rows: Rows, raws: Sequence[RawTable], *, asked: Collection[str]
) -> Validated:
    """Set aside the rows of a frame (`rows` with what was derived) that cannot be loaded.

    A row is bad when a cell of an `asked` column holds something unreadable, or when it has no amount or date
    although it is no unpaid, open or cancelled order. Unreadable cells elsewhere are warnings and the row stays.
    """
    bad_cells = [cell for cell in rows.bad if cell.column in asked]
    must = [column for column in MUST.get(table, ()) if column in frame.columns]
    missing = pl.any_horizontal(pl.col(column).is_null() for column in must) if must else pl.lit(value=False)
    if "paid_date" in frame.columns:
        missing = missing & pl.col("paid_date").is_not_null()
    has_missing = bool(must) and any(frame[column].null_count() for column in must)
    if has_missing and (idle := _idle_words(frame)):
        missing = missing & ~(pl.col("status").is_in(idle) & pl.col("order_date").is_not_null()).fill_null(value=False)
    faults = {reading.column: _faults_of(reading, rows.bad) for reading in rows.readings}
    issues = [
        _cell_issue(cell, faults[cell.column], raws, is_error=cell.column in asked)
        for cell in rows.bad
        if cell.column in asked or not cell.is_told
    ]
    issues += _remainders(rows, raws, asked)
    if not bad_cells and not has_missing:
        return Validated(frame, {}, tuple(issues))
    placed = places(frame).with_columns(missing.alias("_missing"))
    marked = placed.join(_marks(bad_cells), on=[PART, AT], how="left", maintain_order="left")
    unreadable = pl.col("_unreadable").fill_null(value=False)
    bare = marked.filter(pl.col("_missing") & ~unreadable)
    issues += _missing_issues(bare, must, rows, raws)
    bad = marked.filter(pl.col("_missing") | unreadable)
    kept = marked.filter(~(pl.col("_missing") | unreadable)).drop(AT, "_missing", "_unreadable")
    return Validated(kept, dict(bad.group_by(PART).len().iter_rows()), tuple(issues))


def _idle_words(frame: pl.DataFrame) -> list[str]:
    """The status words of lines that earn nothing, and so need no amount."""
    if "status" not in frame.columns or "order_date" not in frame.columns:
        return []
    words = frame["status"].drop_nulls().unique().to_list()
    return [word for word in words if kind_of_word(word) in {LineKind.CANCELLED, LineKind.OPEN}]


def _marks(cells: Sequence[BadCell]) -> pl.DataFrame:
    spots = sorted({(cell.part, cell.at) for cell in cells})
    return pl.DataFrame(
        {PART: [part for part, _ in spots], AT: [at for _, at in spots], "_unreadable": [True] * len(spots)},
        schema={PART: pl.UInt32, AT: pl.UInt32, "_unreadable": pl.Boolean},
    )


def _faults_of(reading: CellReading, bad: Sequence[BadCell]) -> Mapping[str, tuple[str, str]]:
    """What is to be said of each unreadable value of a column, and what can be done."""
    values = pl.Series([cell.value for cell in bad if cell.column == reading.column], dtype=pl.String).unique()
    if values.is_empty():
        return {}
    what = {Kind.DATE: "is not a date", Kind.FLAG: "is neither yes nor no"}.get(reading.kind, "is not a number")
    found = {value: (f"{value!r} {what}", _HINTS.get(reading.kind, "")) for value in values}
    for value in _in_another_order(values, reading):
        order = getattr(reading.format, "order", None)
        what = "could be day first or month first" if order is None else f"is not a date with the {_FIRST[order]} first"
        found[value] = (f"{value!r} {what}", _HINTS[Kind.DATE])
    if reading.kind in {Kind.MONEY, Kind.QUANTITY}:
        found |= {value: (f"{value!r} is a share, not a number", _SHARE) for value in values if value.endswith("%")}
    found |= {
        value: (f"the cell holds the Excel error {value}", _FORMULA) for value in values.filter(holds_error(values))
    }
    return found | {NO_RESULT: (f"the cell holds {NO_RESULT}", _FORMULA)}


def _in_another_order(values: pl.Series, reading: CellReading) -> Iterable[str]:
    """The dates among unreadable values whose day and month stand in another order than the column's."""
    return values.filter(in_another_order(values, reading.format)) if isinstance(reading.format, DateFormat) else ()


def _cell_issue(
    cell: BadCell, faults: Mapping[str, tuple[str, str]], raws: Sequence[RawTable], *, is_error: bool
) -> Issue:
    raw = raws[cell.part]
    where = Where(raw.file.name, raw.sheet, row_number(raw, cell.at), cell.header)
    message, hint = faults[cell.value]
    return issue("R301" if is_error else "R302", message, where, hint=hint, value=cell.value)


def _remainders(rows: Rows, raws: Sequence[RawTable], asked: Collection[str]) -> list[Issue]:
    listed = Counter((cell.part, cell.column) for cell in rows.bad if not cell.is_told)
    headers = {reading.column: reading.header for reading in rows.readings}
    return [
        issue(
            "R301" if column in asked else "R302",
            f"{counted(count - listed[part, column], 'more cell')} of the column cannot be read",
            Where(raws[part].file.name, raws[part].sheet, column=headers[column]),
            count=count - listed[part, column],
        )
        for (part, column), count in sorted(rows.bad_counts.items())
        if count > listed[part, column]
    ]


def _missing_issues(bare: pl.DataFrame, must: Sequence[str], rows: Rows, raws: Sequence[RawTable]) -> list[Issue]:
    headers = {reading.column: reading.header for reading in rows.readings}
    found: list[Issue] = []
    for column in must:
        empty = bare.filter(pl.col(column).is_null())
        for (part,), rows_of_part in sorted(empty.group_by(PART), key=lambda item: int(str(item[0][0]))):
            raw = raws[int(str(part))]
            name = headers.get(column, column)
            for at in rows_of_part[AT].sort().head(LISTED):
                where = Where(raw.file.name, raw.sheet, row_number(raw, at), name)
                found.append(
                    issue(
                        "R303",
                        f"the row has no {column}",
                        where,
                        hint="fill the cell, or delete the row if it is no order line",
                    )
                )
            more = rows_of_part.height - LISTED
            if more > 0:
                where = Where(raw.file.name, raw.sheet, column=name)
                found.append(issue("R303", f"{counted(more, 'more row')} without {column}", where, count=more))
    return found
