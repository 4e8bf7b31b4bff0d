"""What a date cell can look like, and how each look is read; which looks a column has, `parse_date` decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

import polars as pl

from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.foreign_dates import in_plain_words
from salesperf.sources.values.month_cells import first_day
from salesperf.sources.values.quarter_cells import first_of_quarter, first_of_year


class Order(StrEnum):
    """Which part of a written date comes first."""

    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"


class Shape(StrEnum):
    """What a date cell looks like once its time is cut off."""

    YEAR_FIRST = "year_first"
    COMPACT = "compact"
    YEAR_LAST = "year_last"
    SHORT_YEAR = "short_year"
    MONTH_NAME = "month_name"
    SERIAL = "serial"
    REPUBLIC = "republic"
    """Years of the Republic of China, as Taiwan counts them: 113 is 2024."""
    MONTH = "month"
    """A month without a day, which stands for its first; a shape of whole columns, never beside another."""
    QUARTER = "quarter"
    YEAR = "year"
    """A quarter or a year of the calendar, in the same way."""


PATTERNS = {
    Shape.YEAR_FIRST: r"^\d{4}-\d{1,2}-\d{1,2}$",
    Shape.COMPACT: r"^(?:19|20)\d{6}$",
    Shape.YEAR_LAST: r"^\d{1,2}-\d{1,2}-\d{4}$",
    Shape.SHORT_YEAR: r"^(?:\d{1,2}-\d{1,2}-\d{2}|\d{2}-\d{1,2}-\d)$",
    Shape.MONTH_NAME: r"^(?:\d{1,2}-[A-Za-z]{3,9}|[A-Za-z]{3,9}-\d{1,2})-(?:\d{4}|\d{2})$",
    Shape.SERIAL: r"^[1-9]\d{4}(?:\.\d+)?$",
    Shape.REPUBLIC: r"^(?:0[89]|1[0-4])\d-\d{1,2}-\d{1,2}$",
}
_WHOLE: Mapping[Shape, Callable[[pl.Expr], pl.Expr]] = {
    Shape.MONTH: first_day,
    Shape.QUARTER: first_of_quarter,
    Shape.YEAR: first_of_year,
}
ORDERED = frozenset({Shape.YEAR_LAST, Shape.SHORT_YEAR})
"""Shapes that read differently by day-first and month-first."""
_ORDERED_FORMATS = {
    (Shape.YEAR_LAST, Order.DMY): "%d-%m-%Y",
    (Shape.YEAR_LAST, Order.MDY): "%m-%d-%Y",
    (Shape.SHORT_YEAR, Order.DMY): "%d-%m-%y",
    (Shape.SHORT_YEAR, Order.MDY): "%m-%d-%y",
    (Shape.SHORT_YEAR, Order.YMD): "%y-%m-%d",
}
_YEAR_FIRST, _YEAR_LAST = r"^\d{2}\D", r"\D\d{2}(?:\s|$)"
TIME = (
    r"(?:[ T]+(?:上午|下午|AM|PM|am|pm)?\s*\d{1,2}(?:[:时]\d{1,2}(?:[:分]\d{1,2}(?:[.,]\d+)?)?[分秒]?)"
    r"\s*(?:[AaPp]\.?[Mm]\.?|上午|下午)?\s*"
    r"(?:(?:GMT|UTC)?(?P<zone>Z|UTC|GMT|[-+]\d{2}:?\d{2})(?: *\([^()]*\))?|[ECMP][SD]T|BST|CES?T|[JK]ST)?)$"
)
_ZONE_NAMED = r"(?:GMT|UTC)?([-+]\d{2}:?\d{2})(?: *\([^()]*\))?$"
"""An offset with the name of its zone before or behind it, as JavaScript writes moments: `GMT-0800 (PST)`."""
_MONTH_NAMED = ("%b %d %Y %H:%M:%S %z", "%d %b %Y %H:%M:%S %z")
_WEEKDAY = (
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? +)"
    r"|(?:[ (]*(?:星期|周)[一二三四五六日天]\)?)"
)


_POINT = r"^(\d{5})\.\d+$|^((?:19|20)\d{6})\.0+$"
"""A serial number with a time of day, or a day of eight digits that passed through a column of fractions."""
_REPUBLIC = 1911
"""What is added to a year of the Republic of China."""


def body(column: pl.Expr) -> pl.Expr:
    """The date without its time and weekday, its parts joined by `-`."""
    words = in_plain_words(cleaned(column)).str.replace(rf"(?i){_WEEKDAY}", "")
    text = words.str.replace(TIME, "").str.strip_chars(" ,T")
    whole = text.str.replace(_POINT, "$1$2").str.replace(r"^(?:中[華华])?民[國国]\s*", "")
    whole = whole.str.replace(r"^(\d{2})年", "20$1-")
    return whole.str.replace_all(r"日|号|,", "").str.replace_all(r"\s*[-/.年月 ]\s*", "-")


def read(cell_body: pl.Expr, shape: Shape, *, order: Order | None, date1904: bool) -> pl.Expr:
    """The day a body of one shape stands for; null for a body of another shape."""
    cell = pl.when(cell_body.str.contains(PATTERNS.get(shape, ""))).then(cell_body)
    match shape:
        case Shape.YEAR_FIRST | Shape.COMPACT:
            return cell.str.to_date("%Y%m%d" if shape is Shape.COMPACT else "%Y-%m-%d", strict=False)
        case Shape.YEAR_LAST | Shape.SHORT_YEAR:
            return _in_order(cell, shape, order)
        case Shape.MONTH_NAME:
            return _named_month(cell)
        case Shape.SERIAL:
            return serial_date(cell.cast(pl.Float64, strict=False).floor().cast(pl.Int64), date1904=date1904)
        case Shape.REPUBLIC:
            year = cell.str.slice(0, 3).cast(pl.Int32, strict=False) + _REPUBLIC
            return (year.cast(pl.String) + cell.str.slice(3)).str.to_date("%Y-%m-%d", strict=False)
        case Shape.MONTH | Shape.QUARTER | Shape.YEAR:
            return _WHOLE[shape](cell_body)


def _in_order(cell: pl.Expr, shape: Shape, order: Order | None) -> pl.Expr:
    written = _ORDERED_FORMATS.get((shape, order)) if order else None
    if written is None:
        return pl.lit(None, dtype=pl.Date)
    day = cell.str.to_date(written, strict=False)
    return pl.when(has_year_in_place(cell, order)).then(day) if shape is Shape.SHORT_YEAR else day


def has_year_in_place(cell: pl.Expr, order: Order | None) -> pl.Expr:
    """Whether a year of two digits stands where an order has it; only a day or a month may have one digit."""
    return cell.str.contains(_YEAR_FIRST if order is Order.YMD else _YEAR_LAST)


def _named_month(cell: pl.Expr) -> pl.Expr:
    long = pl.when(cell.str.contains(r"-\d{4}$")).then(cell)
    short = pl.when(cell.str.contains(r"-\d{2}$")).then(cell)
    styles = ("%d-%b-", "%d-%B-", "%b-%d-", "%B-%d-")
    return pl.coalesce(
        [long.str.to_date(f"{style}%Y", strict=False) for style in styles]
        + [short.str.to_date(f"{style}%y", strict=False) for style in styles]
    )


def serial_date(number: pl.Expr, *, date1904: bool) -> pl.Expr:
    """The day a workbook's serial number stands for."""
    epoch = date(1904, 1, 1) if date1904 else date(1899, 12, 30)
    return (pl.lit(epoch) + pl.duration(days=number)).cast(pl.Date)


def converted(column: pl.Expr, timezone: str) -> pl.Expr:
    """Cells with an offset as the calendar date of another time zone; null for cells without one."""
    words = cleaned(column).str.replace(_ZONE_NAMED, "$1").str.replace(r"(?:Z|UTC|GMT)$", "+0000")
    named = words.str.replace(rf"(?i){_WEEKDAY}", "")
    text = words.str.replace(r" ", "T").str.replace(r"\s+", "")
    styles = ("%Y-%m-%dT%H:%M:%S%.f%#z", "%Y/%m/%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z")
    ways = (*((text, style) for style in styles), *((named, style) for style in _MONTH_NAMED))
    moment = pl.coalesce([way.str.to_datetime(style, strict=False, time_unit="us") for way, style in ways])
    return moment.dt.convert_time_zone(timezone).dt.date()
