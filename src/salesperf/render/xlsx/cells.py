"""One value into one cell: numbers as numbers under a format, days as days, text as text, nothing as nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesperf.core.money import EXACT, exact
from salesperf.core.status import GLYPHS, WORDS
from salesperf.core.text import Text, printable, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.book import Book, checked
from salesperf.render.xlsx.limits import DIGITS
from salesperf.render.xlsx.live import Waiting
from salesperf.render.xlsx.number_format import (
    HUNDREDFOLD,
    TEXT,
    currency_sign,
    day_format,
    number_format,
    number_width,
)
from salesperf.render.xlsx.styles import Look
from salesperf.render.xlsx.widths import text_width
from salesperf.report.exact import digits
from salesperf.report.grid import decimals
from salesperf.report.model import Cell, Value

_FIRST_DAY = date(1900, 3, 1)
"""Before it, Excel counts a day that never was."""
_DAY_ZERO = 693_594
_MOST_PLACES = 6
_CHANGES = frozenset({Unit.GROWTH, Unit.POINTS})
_FRACTIONS = frozenset({Unit.RATIO, Unit.RATE})


class Style(Struct, frozen=True):
    """How the numbers of a place are shown: its unit, decimals, and whether amounts carry their currency's sign."""

    unit: Unit | None = None
    places: int | None = None
    signed: bool = False
    named: bool = False
    look: Look = Look()


class Pen(Struct, frozen=True):
    """What writes: on which sheet of which workbook."""

    book: Book
    sheet: Worksheet


def put(pen: Pen, place: tuple[int, int], cell: Cell, style: Style) -> int:
    """Write a cell and give the columns it takes; a null stays empty and says why in a comment."""
    unit = cell.unit or style.unit
    brings_unit = cell.unit is not None and cell.unit is not style.unit
    if brings_unit:
        # The decimals of the column are those of its other unit.
        style = replace(style, places=None, signed=True, named=True)
    style = replace(style, unit=unit)
    look = replace(style.look, status=cell.status) if cell.status else style.look
    if cell.footnote:
        pen.book.comment(pen.sheet, *place, printable(cell.footnote.say(pen.book.lang)))
    match cell.value:
        case None | "":
            return _put_nothing(pen, place, cell, look)
        case bool(truth):
            checked(pen.sheet.write_boolean(*place, truth, pen.book.styles.of(look)), _at(place))
            return 6
        case date() as day:
            return _put_day(pen, place, day, look)
        case str(text):
            return _put_text(pen, place, cell, (printable(text), look))
        case number:
            return _put_number(pen, place, (number, cell), replace(style, look=look))


def serial(day: date) -> int | None:
    """The number of a day in Excel; None before March 1900, whose days Excel counts otherwise."""
    return day.toordinal() - _DAY_ZERO if day >= _FIRST_DAY else None


def fits(number: Decimal | float, places: int) -> bool:
    """Whether a cell keeps every digit of a number that is shown with so many decimals."""
    return isinstance(number, float) or abs(number) < 10 ** (DIGITS - places)


def as_float(number: Decimal | float, unit: Unit | None) -> float:
    """The number as Excel holds it; points and scores a hundred times as large."""
    if unit in HUNDREDFOLD:
        return float(exact(number).scaleb(2, context=EXACT))
    return float(number)


def places_of(values: Iterable[Value], unit: Unit | None, *, currency: str | None) -> int:
    """The decimals that the numbers of one column share."""
    return decimals(values, unit, currency=currency)


def least_shown(unit: Unit | None, places: int) -> Decimal:
    """The smallest number that a format of so many decimals shows; a change below it is level.

    >>> least_shown(Unit.RATIO, 1), least_shown(Unit.MONEY, 2), least_shown(Unit.GROWTH, 1)
    (Decimal('0.001'), Decimal('0.01'), Decimal('0.0005'))
    """
    if unit in _CHANGES:
        return Decimal(5).scaleb(-places - 3)
    return Decimal(1).scaleb(-places - _shift(unit))


def _put_text(pen: Pen, place: tuple[int, int], cell: Cell, shown: tuple[str, Look]) -> int:
    text, look = shown
    light = f"{GLYPHS[cell.status]} {WORDS[cell.status].say(pen.book.lang)} " if cell.status else ""
    pen.book.text(pen.sheet, *place, light + text, replace(look, num_format=TEXT))
    return text_width((light + text)[:200])


def _put_nothing(pen: Pen, place: tuple[int, int], cell: Cell, look: Look) -> int:
    book, sheet = pen.book, pen.sheet
    if cell.status:
        text = f"{GLYPHS[cell.status]} {WORDS[cell.status].say(book.lang)}"
        book.text(sheet, *place, text, look)
        return text_width(text)
    checked(sheet.write_blank(*place, None, book.styles.of(look)), _at(place))
    return 0


def _put_day(pen: Pen, place: tuple[int, int], day: date, look: Look) -> int:
    book, sheet = pen.book, pen.sheet
    number = serial(day)
    if number is None:
        book.text(sheet, *place, day.isoformat(), look)
    else:
        shown = replace(look, num_format=day_format(book.lang), center=True)
        checked(sheet.write_number(*place, number, book.styles.of(shown)), _at(place))
    return 13


def _put_number(pen: Pen, place: tuple[int, int], shown: tuple[Decimal | float, Cell], style: Style) -> int:
    book, sheet, (number, cell) = pen.book, pen.sheet, shown
    currency = book.report.meta.currency
    places = style.places if style.places is not None else decimals([number], style.unit, currency=currency)
    if not fits(number, places):
        book.digits_kept_as_text(sheet, *place)
        text = digits(number)
        book.text(sheet, *place, text, replace(style.look, num_format=TEXT, right=True))
        return len(text)
    sign = currency_sign(currency, book.lang) if style.signed else ""
    code = number_format(
        style.unit, places=_shown_places(number, style.unit, places), lang=book.lang, sign=sign, named=style.named,
        status=cell.status, partial=cell.partial, is_level=_is_level(number, style.unit, places),
    )  # fmt: skip
    form = book.styles.of(replace(style.look, num_format=code, right=True))
    checked(sheet.write_number(*place, as_float(number, style.unit), form), _at(place))
    if cell.formula is not None and style.unit not in HUNDREDFOLD:
        book.live.wait(Waiting(sheet, place, cell.formula, form, as_float(number, style.unit)))
    return number_width(as_float(number, style.unit), code)


def _shown_places(number: Decimal | float, unit: Unit | None, places: int) -> int:
    """More decimals where a number that is not zero would read as zero."""
    if not number or unit in _CHANGES or unit is Unit.CHANCE:
        return places
    return min(max(places, _MOST_PLACES), max(places, -(exact(number).adjusted() + _shift(unit))))


def _is_level(number: Decimal | float, unit: Unit | None, places: int) -> bool:
    """Whether a change rounds to zero at the decimals shown."""
    return unit in _CHANGES and abs(exact(number)) < least_shown(unit, places)


def _shift(unit: Unit | None) -> int:
    """How many places a fraction is shown further left."""
    return 2 if unit in _FRACTIONS or unit in HUNDREDFOLD else 0


def _at(place: tuple[int, int]) -> Text:
    return same(xl_rowcol_to_cell(*place))
