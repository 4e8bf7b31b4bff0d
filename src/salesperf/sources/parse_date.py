"""Dates as exports write them: the format is decided over a whole column, and what does not hold to it is no date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import product

import polars as pl

from salesperf.sources.blanks import cleaned

EARLIEST = date(1900, 1, 1)
"""A date before this is a cell misread (a year of two digits) or a filler, never a sale."""


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


_PATTERNS = {
    Shape.YEAR_FIRST: r"^\d{4}-\d{1,2}-\d{1,2}$",
    Shape.COMPACT: r"^(?:19|20)\d{6}$",
    Shape.YEAR_LAST: r"^\d{1,2}-\d{1,2}-\d{4}$",
    Shape.SHORT_YEAR: r"^\d{1,2}-\d{1,2}-\d{2}$",
    Shape.MONTH_NAME: r"^(?:\d{1,2}-[A-Za-z]{3,9}|[A-Za-z]{3,9}-\d{1,2})-(?:\d{4}|\d{2})$",
    Shape.SERIAL: r"^[1-9]\d{4}(?:\.\d+)?$",
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
_FAST = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y年%m月%d日",
    "%Y%m%d",
)
"""Formats that one pass reads and that only one order fits."""
_TIME = (
    r"(?:[ T]+(?:上午|下午|AM|PM|am|pm)?\s*\d{1,2}(?:[:时]\d{1,2}(?:[:分]\d{1,2}(?:[.,]\d+)?)?[分秒]?)"
    r"\s*(?:[AaPp]\.?[Mm]\.?|上午|下午)?\s*(?P<zone>Z|UTC|GMT|[-+]\d{2}:?\d{2})?)$"
)
_WEEKDAY = (
    r"^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]? +)"
    r"|(?:[ (]*(?:星期|周)[一二三四五六日天]\)?)"
)


@dataclass(frozen=True, slots=True)
class DateFormat:
    """How the dates of one column are written.

    `fast` is one format that reads every cell in one pass; otherwise the `shapes` met, with `order` for those
    that need one. `timezone` converts cells that carry an offset; None keeps the date as written. `date1904`
    is the workbook's date system, for serial numbers.
    """

    fast: str | None = None
    shapes: frozenset[Shape] = frozenset()
    order: Order | None = None
    timezone: str | None = None
    date1904: bool = False

    def parsed(self, column: pl.Expr) -> pl.Expr:
        """The column as dates; a cell that does not hold to the format is null."""
        if self.fast is not None:
            day = self.at_once(column)
            return pl.when(day >= EARLIEST).then(day)
        written = pl.coalesce([_read(_body(column), shape, self) for shape in sorted(self.shapes)] or [pl.lit(None)])
        day = written if self.timezone is None else pl.coalesce(_converted(column, self.timezone), written)
        return pl.when(day >= EARLIEST).then(day)

    def at_once(self, column: pl.Expr) -> pl.Expr:
        """The column by the fast format, years misread not yet taken out: `is_sound` tells them."""
        if self.fast is None:
            return self.parsed(column)
        return column.str.to_date(self.fast, strict=False)

    def is_sound(self, column: pl.Expr) -> pl.Expr:
        """Whether `at_once` reads a cell rightly."""
        return (self.at_once(column) >= EARLIEST).fill_null(value=False)


@dataclass(frozen=True, slots=True)
class DateDecision:
    """The format, how many distinct cells do not hold to it, and what the user should know.

    `is_ambiguous` when day-first and month-first both read every cell; `offsets` are the time zones written.
    """

    format: DateFormat
    bad: int
    is_ambiguous: bool = False
    offsets: frozenset[str] = frozenset()


def date_format(
    cells: pl.Series, *, order: str | None = None, timezone: str | None = None, date1904: bool = False
) -> DateDecision:
    """Decide how a column's cells are written, from all its distinct cells or from a sample."""
    text = cells.drop_nulls().unique().to_frame("cell").filter(pl.col("cell") != "")
    if text.is_empty():
        return DateDecision(DateFormat(fast=_FAST[0]), 0)
    for fast in _FAST:
        if not text.select(DateFormat(fast=fast).parsed(pl.col("cell")).is_null().any()).item():
            return DateDecision(DateFormat(fast=fast), 0)
    words = text.select(cleaned(pl.col("cell")).alias("cell")).drop_nulls()
    bodies = words.select(_body(pl.col("cell")).alias("cell"))
    shapes = frozenset(
        shape
        for shape, pattern in _PATTERNS.items()
        if bodies.select(pl.col("cell").str.contains(pattern).any()).item()
    )
    offsets = frozenset(words.select(pl.col("cell").str.extract(_TIME)).to_series().drop_nulls().to_list())
    kept = DateFormat(shapes=shapes, date1904=date1904, timezone=timezone if offsets else None)
    ordered, ambiguous = _with_order(kept, words, order)
    ordered = _fast_with_order(ordered, text) or ordered
    bad = words.select(ordered.parsed(pl.col("cell")).is_null().sum()).item()
    return DateDecision(ordered, bad, ambiguous, offsets)


def is_date_like(cells: pl.Series, *, share: float = 0.9) -> bool:
    """Whether at least this share of the cells that hold something are dates; true of an empty column."""
    if cells.dtype in {pl.Date, pl.Null} or cells.dtype == pl.Datetime:
        return True
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()):
        return False
    words = (
        cells.cast(pl.String).to_frame("cell").select(cleaned(pl.col("cell")).alias("cell")).drop_nulls().to_series()
    )
    decision = date_format(words)
    return decision.bad <= (1 - share) * words.n_unique()


def _body(column: pl.Expr) -> pl.Expr:
    """The date without its time and weekday, its parts joined by `-`."""
    text = cleaned(column).str.replace(rf"(?i){_WEEKDAY}", "").str.replace(_TIME, "").str.strip_chars(" ,T")
    whole = text.str.replace(r"^(\d{5})\.\d+$", "$1")
    return whole.str.replace_all(r"日|号|,", "").str.replace_all(r"\s*[-/.年月 ]\s*", "-")


def _read(body: pl.Expr, shape: Shape, how: DateFormat) -> pl.Expr:
    cell = pl.when(body.str.contains(_PATTERNS[shape])).then(body)
    match shape:
        case Shape.YEAR_FIRST:
            return cell.str.to_date("%Y-%m-%d", strict=False)
        case Shape.COMPACT:
            return cell.str.to_date("%Y%m%d", strict=False)
        case Shape.YEAR_LAST | Shape.SHORT_YEAR:
            written = _ORDERED_FORMATS.get((shape, how.order)) if how.order else None
            return cell.str.to_date(written, strict=False) if written else pl.lit(None, dtype=pl.Date)
        case Shape.MONTH_NAME:
            return _named_month(cell)
        case Shape.SERIAL:
            return serial_date(cell.cast(pl.Float64, strict=False).floor().cast(pl.Int64), date1904=how.date1904)


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


def _converted(column: pl.Expr, timezone: str) -> pl.Expr:
    """Cells with an offset as the calendar date of another time zone; null for cells without one."""
    text = cleaned(column).str.replace(r"(?:Z|UTC|GMT)$", "+0000").str.replace(r" ", "T").str.replace(r"\s+", "")
    styles = ("%Y-%m-%dT%H:%M:%S%.f%#z", "%Y/%m/%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z")
    moment = pl.coalesce([text.str.to_datetime(style, strict=False, time_unit="us") for style in styles])
    return moment.dt.convert_time_zone(timezone).dt.date()


def _with_order(how: DateFormat, words: pl.DataFrame, told: str | None) -> tuple[DateFormat, bool]:
    """The day order that reads the most cells; both reading all of them is ambiguous."""
    if not how.shapes & ORDERED:
        return how, False
    if told is not None:
        return replace(how, order=Order(told)), False
    body = words.select(_body(pl.col("cell")).alias("cell"))
    numeric = body.filter(pl.any_horizontal(pl.col("cell").str.contains(_PATTERNS[shape]) for shape in ORDERED))
    unread = {order: _unread(numeric, replace(how, order=order)) for order in (Order.MDY, Order.DMY)}
    if unread[Order.MDY] == unread[Order.DMY]:
        if _differs(numeric, how):
            # Other shapes in the column give no hint of the order of these, so these cells are not read at all.
            mixed = bool(how.shapes - ORDERED)
            order = None if mixed else _customary(words)
            return replace(how, order=order), True
        return replace(how, order=Order.MDY), False
    return replace(how, order=min(unread, key=lambda order: unread[order])), False


def _fast_with_order(how: DateFormat, text: pl.DataFrame) -> DateFormat | None:
    """One format for one pass where every cell is written by it, the order being known."""
    if how.order not in {Order.MDY, Order.DMY} or not how.shapes <= ORDERED:
        return None
    day, month = ("%d", "%m") if how.order is Order.DMY else ("%m", "%d")
    for separator, year, time in product("/-.", ("%Y", "%y"), ("", " %H:%M", " %H:%M:%S")):
        fast = replace(how, fast=f"{day}{separator}{month}{separator}{year}{time}")
        if not text.select(fast.parsed(pl.col("cell")).is_null().any()).item():
            return fast
    return None


def _unread(bodies: pl.DataFrame, how: DateFormat) -> int:
    ordered = pl.coalesce([_read(pl.col("cell"), shape, how) for shape in sorted(how.shapes & ORDERED)])
    return int(bodies.select(ordered.is_null().sum()).item())


def _differs(bodies: pl.DataFrame, how: DateFormat) -> bool:
    """Whether some cell is another day under the other order."""
    readings = [
        pl.coalesce([_read(pl.col("cell"), shape, replace(how, order=order)) for shape in sorted(how.shapes & ORDERED)])
        for order in (Order.MDY, Order.DMY)
    ]
    return bool(bodies.select((readings[0] != readings[1]).any()).item())


def _customary(words: pl.DataFrame) -> Order:
    """The order people who write this separator mean most often: slashes month first, dots and dashes day first."""
    return Order.MDY if words.select(pl.col("cell").str.contains("/", literal=True).any()).item() else Order.DMY
