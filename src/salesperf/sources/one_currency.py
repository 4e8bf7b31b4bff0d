"""The currency each row's amount is in, and the columns that name another one: never added up, never subtracted.

A column that the amount or a refund comes from stops the run; any other is left out and told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Where
from salesperf.core.text import Lang, counted
from salesperf.sources.amounts import sources_of
from salesperf.sources.cells import CellReading
from salesperf.sources.conform import PART, only, row_number
from salesperf.sources.currency import code_beside, marked_currency, marks_of, normalised, row_codes
from salesperf.sources.money_unit import money_unit
from salesperf.sources.piece import Read
from salesperf.tables.schema import Kind

_AMOUNTS = ("amount", "total_amount", "list_amount", "unit_price")
"""The column whose currency is that of the row: the first of these that a file has."""


def with_currency(read: Read, lang: Lang, *, yen: str, asked: Collection[str] = ()) -> None:
    """Bring a currency column to codes, or make one where the amounts name several; set apart what does not fit.

    `asked` are the columns that a question named: one of them in another currency is no column to leave out.
    """
    by_column = {one.column: one for one in read.rows.readings}
    amount = next((by_column[name] for name in _AMOUNTS if name in by_column), None)
    title = code_beside(money_unit(read.rules.unit).currency, lang, yen)
    if amount is not None:
        read.amount_codes = row_codes(amount, lang, yen=yen) or frozenset({title} if title else ())
    if "currency" in read.rows.frame.columns:
        _with_codes(read, amount, lang, yen=yen)
    elif amount is not None and len(read.amount_codes) > 1:
        named = _named(read, amount, lang, yen=yen)
        read.rows.frame = read.rows.frame.with_columns(named.alias("currency"))
    for reading in list(_in_another(read, amount, lang, yen=yen)):
        _set_apart(read, reading, amount, asked=asked)
    marks = marks_of(read.rows.readings, lang)
    read.codes, read.has_unclear_yen = marks.codes | read.amount_codes, marks.has_unclear_yen


def _with_codes(read: Read, amount: CellReading | None, lang: Lang, *, yen: str) -> None:
    """The currency column in codes, filled from the amounts; where the two differ nobody can tell which is right."""
    said = normalised(read.rows.frame["currency"], lang)
    if amount is not None and read.amount_codes:
        named = _named(read, amount, lang, yen=yen)
        wrong = (said != named).fill_null(value=False)
        if wrong.any():
            at = int(wrong.arg_true()[0])
            message = (
                f"{counted(int(wrong.sum()), 'amount')} in another currency than the currency column says: "
                f"{named[at]} in {amount.header!r}, {said[at]} in {_header(read, 'currency')!r}"
            )
            read.issues.append(issue("R207", message, _where(read, at, amount.header), count=int(wrong.sum())))
        said = said.to_frame("said").select(pl.coalesce("said", named)).to_series()
    read.rows.frame = read.rows.frame.with_columns(said.alias("currency"))


def _in_another(read: Read, amount: CellReading | None, lang: Lang, *, yen: str) -> Iterator[CellReading]:
    """The columns of money that name another currency than the rows are in."""
    frame = read.rows.frame
    rows_are = frame["currency"] if "currency" in frame.columns else None
    codes = frozenset(rows_are.drop_nulls().unique().to_list()) if rows_are is not None else read.amount_codes
    for reading in read.rows.readings:
        own = row_codes(reading, lang, yen=yen) if reading.kind is Kind.MONEY and reading is not amount else None
        if not own or reading.column not in frame.columns:
            continue
        codes = codes or own
        if rows_are is None or len(own | codes) == 1:
            differs = own != codes
        else:
            differs = bool((_named(read, reading, lang, yen=yen) != rows_are).any())
        if differs:
            yield reading


def _set_apart(read: Read, reading: CellReading, amount: CellReading | None, *, asked: Collection[str]) -> None:
    """Stop where a column is worked with, else go on without it."""
    # A total beside the amount is looked at for refunds only.
    others = {"refund", *asked} - {"total_amount"} if "refund" not in read.found else {"refund", *asked, "total_amount"}
    decisive = sources_of({"amount", *others}, read.found)
    beside = f" than {amount.header!r}" if amount is not None else ""
    message = f"{reading.header!r} is in another currency{beside}"
    where = Where(read.files[0].raw.file.name, read.files[0].raw.sheet, column=reading.header)
    if reading.column in decisive:
        read.issues.append(issue("R207", message, where))
        return
    read.issues.append(issue("R313", f"{message}: it is left out", where))
    rows = read.rows
    read.found -= {reading.column}
    rows.readings = tuple(one for one in rows.readings if one is not reading)
    rows.bad = [cell for cell in rows.bad if cell.column != reading.column]
    rows.bad_counts = {key: count for key, count in rows.bad_counts.items() if key[1] != reading.column}
    rows.frame = only(rows.frame, [name for name in rows.frame.columns if name != reading.column])


def _named(read: Read, reading: CellReading, lang: Lang, *, yen: str) -> pl.Series:
    """The currency that each cell of a column names, or its header, or the title of the table."""
    cells = pl.concat([one.raw.frame.select(reading.header) for one in read.files]).collect().to_series()
    title = money_unit(read.rules.unit).currency
    return marked_currency(cells.cast(pl.String), lang, yen=yen, header=reading.header, title=title)


def _header(read: Read, column: str) -> str:
    return next((one.header for one in read.rows.readings if one.column == column), column)


def _where(read: Read, at: int, header: str) -> Where:
    """The place of a row of the frame."""
    part = int(read.rows.frame[PART][at])
    raw = read.files[part].raw
    place = at - int((read.rows.frame[PART] < part).sum())
    return Where(raw.file.name, raw.sheet, row_number(raw, place), header)
