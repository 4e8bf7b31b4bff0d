"""A table of very many rows as a plain list, written row by row: header, filter, frozen row, typed cells.

Nothing of it is kept: the memory it takes does not grow with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from salesperf.core.text import printable, same
from salesperf.render.xlsx import words
from salesperf.render.xlsx.book import Book, Range, checked
from salesperf.render.xlsx.cells import Pen, Style, as_float, least_shown, places_of, put, serial
from salesperf.render.xlsx.headers import headers
from salesperf.render.xlsx.limits import DIGITS
from salesperf.render.xlsx.number_format import HUNDREDFOLD, day_format, number_format
from salesperf.render.xlsx.page_setup import set_up_page
from salesperf.render.xlsx.plan import Long
from salesperf.render.xlsx.styles import HEAD, HEAD_RIGHT, PALE, Look
from salesperf.render.xlsx.totals import measured, put_formula, sums
from salesperf.render.xlsx.widths import column_width, text_width
from salesperf.report.cell_names import TOTAL
from salesperf.report.listing import Listing
from salesperf.report.model import Cell, Column, Value

_SEEN_FOR_WIDTH = 500
_NUMBER_WIDTH = 14
_HEADER_HEIGHT = 32
_EXACT = (Decimal, int)


class _Lane(Struct, frozen=True):
    """One column: how its numbers, days and texts are written."""

    column: Column
    number: Format
    day: Format
    text: Format
    below: int
    """Numbers from here on show more digits than a cell keeps."""
    least: Decimal
    """Numbers below it, but for zero, would read as zero under the column's format."""
    is_plain: bool
    """Whether its numbers are written as they are: neither a hundred times as large, nor truth values."""


def draw_long(book: Book, add_sheet: Callable[[str], Worksheet], long: Long) -> None:
    """Write the table on its sheets, each with its header; the total stands below the last row."""
    listing = long.listing
    rows = listing.values()
    lanes = _lanes(book, listing)
    heads = headers(listing.block.columns, lang=book.lang, currency=book.report.meta.currency)
    added = _added(long)
    ends: list[tuple[str, int]] = []
    for number, name in enumerate(long.sheets):
        sheet = add_sheet(name)
        _begin(book, sheet, listing, heads)
        last = _put_rows(book, sheet, islice(rows, book.limits.sheet_rows), lanes)
        checked(sheet.autofilter(0, 0, last, len(heads) - 1), listing.block.title)
        is_last = number == len(long.sheets) - 1
        ends.append((name, last))
        if is_last:
            _put_total(Pen(book, sheet), long, lanes, ends, added)
    _tell(book, long, frozenset(added))


def _tell(book: Book, long: Long, added: frozenset[int]) -> None:
    rows, sheet = f"{long.listing.count:,}", long.sheets[0]
    book.flags.append(words.AS_LIST.fill(sheet=sheet, rows=rows))
    if len(long.sheets) > 1:
        most = f"{book.limits.sheet_rows:,}"
        book.flags.append(words.SPLIT.fill(sheet=sheet, rows=rows, sheets=len(long.sheets), most=most))
    told = measured(long.listing.block, added=added)
    if told:
        book.flags.append(told)


def _begin(book: Book, sheet: Worksheet, listing: Listing, heads: tuple[str, ...]) -> None:
    set_up_page(book, sheet, listing.block.title, header_row=0)
    sheet.freeze_panes(1, 0)
    seen = list(islice(listing.values(), _SEEN_FOR_WIDTH))
    checked(sheet.set_row(0, _HEADER_HEIGHT), listing.block.title)
    for at, (head, column) in enumerate(zip(heads, listing.block.columns, strict=True)):
        longest = max((_width(row[at]) for row in seen), default=0)
        checked(sheet.set_column(at, at, column_width(longest, head)), column.label)
        book.text(sheet, 0, at, head, HEAD_RIGHT if column.unit else HEAD)


def _width(value: Value) -> int:
    if value is None:
        return 0
    return text_width(printable(value)) if isinstance(value, str) else _NUMBER_WIDTH


def _lanes(book: Book, listing: Listing) -> tuple[_Lane, ...]:
    currency, lang = book.report.meta.currency, book.lang
    found = []
    for at, column in enumerate(listing.block.columns):
        places = places_of(listing.column(at), column.unit, currency=currency)
        found.append(
            _Lane(
                column,
                book.styles.of(Look(num_format=number_format(column.unit, places=places, lang=lang))),
                book.styles.of(Look(num_format=day_format(lang))),
                book.styles.of(Look(num_format="@")),
                10 ** (DIGITS - places),
                least_shown(column.unit, places),
                column.unit not in {None, *HUNDREDFOLD},
            )
        )
    return tuple(found)


def _put_rows(book: Book, sheet: Worksheet, rows: Iterator[tuple[Value, ...]], lanes: tuple[_Lane, ...]) -> int:
    """Write the rows below the header, and give the last row; what is plain is written here, the rest with care."""
    number, string = sheet.write_number, sheet.write_string
    row, half = 0, book.limits.text // 2
    for row, values in enumerate(rows, start=1):
        for at, value in enumerate(values):
            if value is None or value == "":
                continue
            lane = lanes[at]
            if isinstance(value, str) and len(value) <= half and value.isprintable():
                code = string(row, at, value, lane.text)
            elif lane.is_plain and isinstance(value, _EXACT) and _shows(value, lane):
                code = number(row, at, float(value), lane.number)
            else:
                code = _put(book, sheet, (row, at), value, lane)
            if code:
                checked(code, same(f"{row + 1}, {at + 1}"))
    return row


def _put(book: Book, sheet: Worksheet, place: tuple[int, int], value: Value, lane: _Lane) -> int:
    """Write what is not plain: days, fractions, long or unprintable texts, numbers of many digits."""
    if isinstance(value, float) and _shows(value, lane):
        return int(sheet.write_number(*place, as_float(value, lane.column.unit), lane.number))
    if isinstance(value, date) and (day := serial(value)) is not None:
        return int(sheet.write_number(*place, day, lane.day))
    put(Pen(book, sheet), place, Cell(value), Style(lane.column.unit))
    return 0


def _shows(value: Decimal | float, lane: _Lane) -> bool:
    """Whether a number has digits that a cell keeps, and reads under its column's format as what it is, not as zero."""
    return lane.least <= value < lane.below or -lane.below < value <= -lane.least or not value


def _added(long: Long) -> dict[int, Decimal]:
    """The sums of the columns that add up, where the total is no other number."""
    block = long.listing.block
    found = sums(block.columns, long.listing.values())
    if block.total is None:
        return found
    totals = [cell.value if isinstance(cell, Cell) else None for cell in block.total.cells]
    return {at: number for at, number in found.items() if totals[at] == number}


def _put_total(
    pen: Pen, long: Long, lanes: tuple[_Lane, ...], ends: Sequence[tuple[str, int]], added: Mapping[int, Decimal]
) -> None:
    """The total under the last row: a sum of the visible rows of every sheet where they add up, else as measured."""
    book, sheet, block = pen.book, pen.sheet, long.listing.block
    if block.total is None and not added:
        return
    row = ends[-1][1] + 1
    look = Look(bold=True, top=True, fill=PALE)
    for at, lane in enumerate(lanes):
        cell = block.total.cells[at] if block.total else Cell(None)
        if not isinstance(cell, Cell):
            continue
        style = Style(lane.column.unit, signed=True, look=look)
        if at in added:
            put_formula(pen, (row, at), Cell(added[at]), style, formula=_sum_of(ends, at))
        else:
            put(
                pen,
                (row, at),
                Cell(words.TOTAL.say(book.lang)) if at == 0 and cell.value in {None, ""} else cell,
                style,
            )
        if at in added or isinstance(cell.value, Decimal | int | float):
            place = (long.section, block.key, TOTAL, lane.column.key)
            book.name(place, Range(sheet.get_name(), row, at, row, at))


def _sum_of(ends: Sequence[tuple[str, int]], at: int) -> str:
    letters = xl_col_to_name(at)
    parts = ("'" + name.replace("'", "''") + f"'!{letters}2:{letters}{last + 1}" for name, last in ends)
    return "=" + "+".join(f"SUBTOTAL(109,{part})" for part in parts)
