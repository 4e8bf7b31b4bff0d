"""The currency each row's amount is in, and the columns that name another one: never added up, never subtracted.

A column that the amount or a refund comes from stops the run; any other is left out and told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Lang, Text, counted
from salesperf.sources.amounts.column_sources import sources_of
from salesperf.sources.conform.row_places import PART, row_number
from salesperf.sources.conform.rows_read import only
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.values.cells import CellReading
from salesperf.sources.values.currency import (
    code_beside,
    code_of,
    header_code,
    marked_currency,
    marks_of,
    normalised,
    row_codes,
)
from salesperf.sources.values.money_unit import ISO, YEN_OR_YUAN, money_unit
from salesperf.tables.schema import Kind

_AMOUNTS = ("amount", "total_amount", "list_amount", "unit_price")
"""The column whose currency is that of the row: the first of these that a file has."""


def with_currency(read: Read, lang: Lang, *, yen: str, asked: Collection[str] = ()) -> None:
    """Bring a currency column to codes, or make one where the amounts name several; set apart what does not fit.

    `asked` are the columns that a question named: one of them in another currency is no column to leave out. A
    currency that the formats of cells print counts where no column, cell, header or title names one.
    """
    by_column = {one.column: one for one in read.rows.readings}
    amount = next((by_column[name] for name in _AMOUNTS if name in by_column), None)
    has_column = "currency" in read.rows.frame.columns
    others = frozenset[str]()
    if amount is not None:
        read.amount_codes = row_codes(amount, lang, yen=yen)
        _hold_to_header(read, amount, lang, yen=yen)
        if not read.amount_codes:
            others = _around(read, amount, has_column=has_column)
            read.amount_codes = frozenset(code for mark in others if (code := code_beside(mark, lang, yen)))
    if has_column:
        _with_codes(read, amount, lang, yen=yen)
    elif amount is not None and len(read.amount_codes) > 1:
        named = _named(read, amount, lang, yen=yen)
        read.rows.frame = read.rows.frame.with_columns(named.alias("currency"))
    for reading in list(_in_another(read, amount, lang, yen=yen, prints=not has_column)):
        _set_apart(read, reading, amount, asked=asked)
    marks = marks_of(read.rows.readings, lang)
    sure = frozenset(code for mark in others if (code := code_of(mark, lang)) in ISO and code)
    read.codes, read.has_unclear_yen = marks.codes | sure, marks.has_unclear_yen or _is_unclear(others, lang)


def _hold_to_header(read: Read, amount: CellReading, lang: Lang, *, yen: str) -> None:
    """Cells in another currency than their header names stop the run: nobody can tell which of the two is right."""
    said = header_code(amount.header, lang, yen)
    if said is None or not read.amount_codes - {said}:
        return
    named = _named(read, amount, lang, yen=yen)
    wrong = (named != said).fill_null(value=False)
    if wrong.any():
        at = int(wrong.arg_true()[0])
        message = Text(
            f"the header {amount.header!r} says {said}, the cell {named[at]}",
            f"表头「{amount.header}」写的是 {said}，单元格却是 {named[at]}",
        )
        read.issues.append(issue("R207", message, _where(read, at, amount.header), count=int(wrong.sum())))


def _around(read: Read, amount: CellReading, *, has_column: bool) -> frozenset[str]:
    """The marks that the title names for the amounts, else those that the formats of their cells print."""
    title = money_unit(read.rules.unit).currency
    if title or has_column:
        return frozenset({title} if title else ())
    for raw in (one.raw for one in read.files):
        printed = raw.currencies.get(amount.header, {})
        if len(printed) > 1:
            (first, at), (second, other) = sorted(printed.items(), key=lambda item: item[1])[:2]
            message = Text(
                f"the cells are formatted in several currencies: {first} in row {at}, {second} in row {other}",
                f"单元格格式涉及多个币种：第 {at} 行为 {first}，第 {other} 行为 {second}",
            )
            read.issues.append(issue("R207", message, Where(raw.file.name, raw.sheet, other, amount.header)))
    return frozenset(mark for one in read.files for mark in one.raw.currencies.get(amount.header, {}))


def _is_unclear(marks: Collection[str], lang: Lang) -> bool:
    return lang is not Lang.ZH and any(mark.replace("￥", YEN_OR_YUAN) == YEN_OR_YUAN for mark in marks)


def _with_codes(read: Read, amount: CellReading | None, lang: Lang, *, yen: str) -> None:
    """The currency column in codes, filled from the amounts; where the two differ nobody can tell which is right."""
    said = normalised(read.rows.frame["currency"], lang)
    if amount is not None and read.amount_codes:
        named = _named(read, amount, lang, yen=yen)
        wrong = (said != named).fill_null(value=False)
        if wrong.any():
            at = int(wrong.arg_true()[0])
            message = Text(
                f"{counted(int(wrong.sum()), 'amount')} in another currency than the currency column says: "
                f"{named[at]} in {amount.header!r}, {said[at]} in {_header(read, 'currency')!r}",
                f"{int(wrong.sum()):,} 个金额的币种与币种列不一致：「{amount.header}」为 {named[at]}，"
                f"「{_header(read, 'currency')}」为 {said[at]}",
            )
            read.issues.append(issue("R207", message, _where(read, at, amount.header), count=int(wrong.sum())))
        said = said.to_frame("said").select(pl.coalesce("said", named)).to_series()
    read.rows.frame = read.rows.frame.with_columns(said.alias("currency"))


def _in_another(read: Read, amount: CellReading | None, lang: Lang, *, yen: str, prints: bool) -> Iterator[CellReading]:
    """The columns of money that name another currency than the rows are in; formats are heard if `prints`."""
    frame = read.rows.frame
    rows_are = frame["currency"] if "currency" in frame.columns else None
    codes = frozenset(rows_are.drop_nulls().unique().to_list()) if rows_are is not None else read.amount_codes
    for reading in read.rows.readings:
        is_other = reading.kind is Kind.MONEY and reading is not amount
        own = _own(read, reading, lang, yen=yen, prints=prints) if is_other else None
        if not own or reading.column not in frame.columns:
            continue
        codes = codes or own
        if rows_are is None or len(own | codes) == 1:
            differs = own != codes
        else:
            differs = bool((_named(read, reading, lang, yen=yen) != rows_are).any())
        if differs:
            yield reading


def _own(read: Read, reading: CellReading, lang: Lang, *, yen: str, prints: bool) -> frozenset[str]:
    """The currencies a column names in cells and header, else in the formats of its cells."""
    if not prints:
        return row_codes(reading, lang, yen=yen)
    printed = (mark for one in read.files for mark in one.raw.currencies.get(reading.header, {}))
    formats = frozenset(code for mark in printed if (code := code_beside(mark, lang, yen)))
    return row_codes(reading, lang, yen=yen) or formats


_WITHOUT = Text("{message}: it is left out", "{message}：不采用该列")


def _set_apart(read: Read, reading: CellReading, amount: CellReading | None, *, asked: Collection[str]) -> None:
    """Stop where a column is worked with, else go on without it."""
    # A total beside the amount is looked at for refunds only.
    others = {"refund", *asked} - {"total_amount"} if "refund" not in read.found else {"refund", *asked, "total_amount"}
    decisive = sources_of({"amount", *others}, read.found)
    beside = amount.header if amount is not None else None
    message = Text("{column!r} is in another currency", "「{column}」的币种不同").fill(column=reading.header)
    if beside is not None:
        phrase = Text("{column!r} is in another currency than {beside!r}", "「{column}」与「{beside}」的币种不同")
        message = phrase.fill(column=reading.header, beside=beside)
    where = Where(read.files[0].raw.file.name, read.files[0].raw.sheet, column=reading.header)
    if reading.column in decisive:
        read.issues.append(issue("R207", message, where))
        return
    read.issues.append(issue("R313", _WITHOUT.fill(message=message), where))
    rows = read.rows
    read.found -= {reading.column}
    rows.readings = tuple(one for one in rows.readings if one is not reading)
    rows.bad = [cell for cell in rows.bad if cell.column != reading.column]
    rows.bad_counts = {key: count for key, count in rows.bad_counts.items() if key[1] != reading.column}
    rows.frame = only(rows.frame, [name for name in rows.frame.columns if name != reading.column])


def _named(read: Read, reading: CellReading, lang: Lang, *, yen: str) -> pl.Series:
    """The currency that each cell of a column names, or its header, the title of the table or the cells' format."""
    named: list[pl.Series] = []
    for raw in (one.raw for one in read.files):
        cells = raw.frame.select(pl.col(reading.header).cast(pl.String)).collect().to_series()
        around = money_unit(read.rules.unit).currency or next(iter(raw.currencies.get(reading.header, {})), "")
        named.append(marked_currency(cells, lang, yen=yen, header=reading.header, otherwise=around))
    return pl.concat(named)


def _header(read: Read, column: str) -> str:
    return next((one.header for one in read.rows.readings if one.column == column), column)


def _where(read: Read, at: int, header: str) -> Where:
    """The place of a row of the frame."""
    part = int(read.rows.frame[PART][at])
    raw = read.files[part].raw
    place = at - int((read.rows.frame[PART] < part).sum())
    return Where(raw.file.name, raw.sheet, row_number(raw, place), header)
