"""Columns that one pass over the rows leaves open: decided over all their cells, file by file where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl
from msgspec.structs import replace

from salesperf.sources.conform.folded_names import WHO_AND_WHAT, folded_names
from salesperf.sources.conform.hidden_rows import NO_DATA, says_total
from salesperf.sources.conform.row_places import AT, PART, places
from salesperf.sources.conform.rows_read import CELL, LISTED, BadCell, Rows
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.values.blanks import cleaned, holds_error
from salesperf.sources.values.cells import NUMBERS, CellReading, Rules, reading_of
from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.number_format import NumberFormat, has_more_decimals
from salesperf.sources.values.parse_id import IdForm, IdFormat, folded, folding
from salesperf.tables.schema import DAYS

SUSPECT = "?"
"""What the name of a flag begins with that marks cells of a column worth a second look."""


def settle_text(rows: Rows, raws: Sequence[RawTable], reading: CellReading, *, suspicious: bool) -> None:
    """Fold ids and names where a cell asks for it; take back `.0` where not every cell has it."""
    form = reading.format.form if isinstance(reading.format, IdFormat) else IdForm.TEXT
    if form is IdForm.FLOAT and suspicious:
        rows.long_ids[reading.column] = int(rows.frame[SUSPECT + reading.column].sum())
    if form is IdForm.POINT_ZERO and suspicious:
        cells = _cells(raws, reading.header)
        whole = reading_of(reading.header, reading.column, reading.kind, cells.unique(), Rules())
        _replace_reading(rows, whole)
        rows.frame = rows.frame.with_columns(cells.to_frame(reading.header).select(whole.parsed()).to_series())
    if suspicious and reading.dtype == pl.String:
        texts = rows.frame[reading.column]
        distinct = texts.unique()
        if NO_DATA in rows.frame.columns and reading.learnt.repeats:
            rows.says_total |= says_total(distinct)
        changed = folding(distinct)
        if reading.column in WHO_AND_WHAT and (found := folded_names(texts, distinct, changed)) is not None:
            rows.folded_names[reading.column] = found
        rows.frame = rows.frame.with_columns(folded(texts, changed))


def look_again(rows: Rows, raws: Sequence[RawTable], reading: CellReading, *, rules: Rules) -> None:
    """Decide a number or date column over all its cells and list what still cannot be read."""
    is_at_hand = rows.frame.schema.get(reading.column) == pl.String
    cells = rows.frame[reading.column] if is_at_hand else _cells(raws, reading.header)
    whole = reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules)
    parsed = whole.read(cells)
    if whole.learnt.bad and len(raws) > 1:
        apart, by_part = _by_part(rows.frame, cells, whole, rules=rules)
        if apart.null_count() < parsed.null_count() or _are_sure(whole, by_part.values()):
            parsed, rows.apart[reading.column] = apart, by_part
    _replace_reading(rows, whole)
    rows.frame = rows.frame.with_columns(parsed)
    check = places(pl.DataFrame({CELL: cells, "parsed": parsed, PART: rows.frame[PART]}))
    rows.bad = [cell for cell in rows.bad if cell.column != reading.column]
    rows.bad_counts = {key: count for key, count in rows.bad_counts.items() if key[1] != reading.column}
    says_something = cleaned(pl.col(CELL)).is_not_null() | holds_error(pl.col(CELL))
    unread = check.filter(says_something & pl.col("parsed").is_null())
    for part, count in unread.group_by(PART).len().iter_rows():
        rows.bad_counts[part, reading.column] = count
    rows.unread[reading.column] = unread.select(PART, AT, CELL)
    listed = unread.group_by(PART, maintain_order=True).head(LISTED)
    rows.bad += [
        BadCell(part, at, reading.column, reading.header, cell)
        for part, at, cell in listed.select(PART, AT, CELL).iter_rows()
    ]
    if reading.kind in NUMBERS:
        long = check.select((has_more_decimals(pl.col(CELL)) & pl.col("parsed").is_not_null()).sum()).item()
        if long:
            rows.rounded[reading.column] = long


def agree(rows: Rows, raws: Sequence[RawTable], rules: Rules) -> None:
    """What one column of a file shows beyond doubt holds for its others: the day order, the decimal comma."""
    formats = [reading.format for reading in rows.readings if not reading.learnt.is_unsure]
    orders = {how.order for how in formats if isinstance(how, DateFormat)} - {None}
    comma = any(isinstance(how, NumberFormat) and how.decimal == "," for how in formats)
    for reading in rows.readings:
        if reading.kind in DAYS and reading.learnt.is_ambiguous and len(orders) == 1:
            _read_in_order(rows, raws, reading, replace(rules, date_order=next(iter(orders))))
        elif comma and reading.is_text and isinstance(reading.format, NumberFormat) and reading.format.decimal == ".":
            _read_with_comma(rows, raws, reading, replace(rules, decimal=","))


def _read_in_order(rows: Rows, raws: Sequence[RawTable], reading: CellReading, rules: Rules) -> None:
    """Another column's order holds where it reads no cell less: years of four digits never come first so."""
    cells = _cells(raws, reading.header)
    if reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules).learnt.bad <= reading.learnt.bad:
        look_again(rows, raws, reading, rules=rules)


def _read_with_comma(rows: Rows, raws: Sequence[RawTable], reading: CellReading, rules: Rules) -> None:
    """1.234 is a thousand and more where the file writes decimals with a comma, unless a cell says otherwise."""
    cells = _cells(raws, reading.header)
    if not reading_of(reading.header, reading.column, reading.kind, cells.unique(), rules).learnt.bad:
        look_again(rows, raws, reading, rules=rules)


def _by_part(
    frame: pl.DataFrame, cells: pl.Series, whole: CellReading, *, rules: Rules
) -> tuple[pl.Series, dict[int, CellReading]]:
    """Files may be written differently: each by its own format."""
    pieces: list[pl.Series] = []
    readings: dict[int, CellReading] = {}
    for part in pl.DataFrame({PART: frame[PART], whole.header: cells}).partition_by(PART, maintain_order=True):
        own = reading_of(whole.header, whole.column, whole.kind, part[whole.header].unique(), rules)
        readings[part[PART][0]] = own
        pieces.append(own.read(part[whole.header]))
    return pl.concat(pieces), readings


def _are_sure(whole: CellReading, parts: Iterable[CellReading]) -> bool:
    """Whether dates that are mixed over all files are in one order within each."""
    return whole.learnt.is_mixed and not any(part.learnt.is_mixed or part.learnt.bad for part in parts)


def _cells(raws: Sequence[RawTable], header: str) -> pl.Series:
    return pl.concat([raw.frame.select(header) for raw in raws]).collect().to_series()


def _replace_reading(rows: Rows, reading: CellReading) -> None:
    rows.readings = tuple(reading if one.column == reading.column else one for one in rows.readings)
