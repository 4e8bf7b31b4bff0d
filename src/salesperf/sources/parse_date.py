"""Dates as exports write them: the format is decided over a whole column, and what does not hold to it is no date."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from itertools import product

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.blanks import cleaned, holds_error, misfits_allowed
from salesperf.sources.date_shapes import (
    ORDERED,
    PATTERNS,
    TIME,
    Order,
    Shape,
    body,
    converted,
    has_year_in_place,
    read,
)
from salesperf.sources.month_cells import is_month, lost_a_zero

EARLIEST = date(1900, 1, 1)
"""A date before this is a cell misread (a year of two digits) or a filler, never a sale."""
_LIKELY_YEARS = (1990, 2035)
"""The years that two digits stand for in sales data."""
_MONTHS = 0.9
"""The share of cells that must say a month for a column to be of months."""
_ENOUGH, _TIMES = 20, 3
"""Distinct dates, and how many times fewer years, that tell an order beyond doubt."""
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


class DateFormat(Struct, frozen=True):
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

    @property
    def is_by_month(self) -> bool:
        """Whether the cells say months without days."""
        return self.shapes == {Shape.MONTH}

    def parsed(self, column: pl.Expr) -> pl.Expr:
        """The column as dates; a cell that does not hold to the format is null."""
        if self.fast is not None:
            day = self.at_once(column)
            return pl.when(day >= EARLIEST).then(day)
        written = _days(body(column), self.shapes, self)
        day = written if self.timezone is None else pl.coalesce(converted(column, self.timezone), written)
        return pl.when(day >= EARLIEST).then(day)

    def at_once(self, column: pl.Expr) -> pl.Expr:
        """The column by the fast format, years misread not yet taken out: `is_sound` tells them."""
        if self.fast is None:
            return self.parsed(column)
        day = column.str.to_date(self.fast, strict=False)
        return pl.when(has_year_in_place(column, self.order)).then(day) if "%y" in self.fast else day

    def is_sound(self, column: pl.Expr) -> pl.Expr:
        """Whether `at_once` reads a cell rightly."""
        return (self.at_once(column) >= EARLIEST).fill_null(value=False)


class DateDecision(Struct, frozen=True):
    """The format, how many distinct cells do not hold to it, and what the user should know.

    `is_ambiguous` when day-first and month-first read as many cells and some differ; `is_mixed` when some dates
    are day-first and others month-first, so that the rest could be either; `offsets` are the time zones written.
    """

    format: DateFormat
    bad: int
    is_ambiguous: bool = False
    is_mixed: bool = False
    offsets: frozenset[str] = frozenset()


def date_format(
    cells: pl.Series,
    *,
    order: str | None = None,
    timezone: str | None = None,
    date1904: bool = False,
    prefers_year_first: bool = False,
    likely: str | None = None,
) -> DateDecision:
    """Decide how a column's cells are written, from all its distinct cells or from a sample.

    Where years of two digits could come first or last, `prefers_year_first` settles what the years leave open;
    `likely` is the order of day and month where the cells fit both, which stays ambiguous.
    """
    text = cells.drop_nulls().unique().to_frame("cell").filter(pl.col("cell") != "")
    if text.is_empty():
        return DateDecision(DateFormat(fast=_FAST[0]), 0)
    for fast in _FAST:
        if not text.select(DateFormat(fast=fast).parsed(pl.col("cell")).is_null().any()).item():
            return DateDecision(DateFormat(fast=fast), 0)
    words = text.select(cleaned(pl.col("cell")).alias("cell")).drop_nulls()
    bodies = words.select(body(pl.col("cell")).alias("cell"))
    shapes = frozenset(
        shape for shape, pattern in PATTERNS.items() if bodies.select(pl.col("cell").str.contains(pattern).any()).item()
    )
    if not shapes and (months := _months(words["cell"], bodies)) is not None:
        return months
    offsets = frozenset(words.select(pl.col("cell").str.extract(TIME)).to_series().drop_nulls().to_list())
    kept = DateFormat(shapes=shapes, date1904=date1904, timezone=timezone if offsets else None)
    ordered, ambiguous = _with_order(kept, words, order, likely=likely, prefers_year_first=prefers_year_first)
    ordered = _fast_with_order(ordered, text) or ordered
    unread = words.filter(ordered.parsed(pl.col("cell")).is_null())
    mixed = order is None and _differs(bodies, ordered) and bool(in_another_order(unread["cell"], ordered).any())
    return DateDecision(ordered, unread.height, ambiguous, mixed, offsets)


def _months(words: pl.Series, bodies: pl.DataFrame) -> DateDecision | None:
    """Months without days, where the cells are nothing else but for a slip; None where they are not."""
    bad = bodies.height - int(bodies.select(is_month(pl.col("cell")).sum()).item())
    if bad > misfits_allowed(bodies.height, share=_MONTHS) or bad == bodies.height or lost_a_zero(words):
        return None
    return DateDecision(DateFormat(shapes=frozenset({Shape.MONTH})), bad)


def in_another_order(cells: pl.Series, how: DateFormat) -> pl.Series:
    """Whether cells that a format does not read are dates with day and month in another order than its own."""
    others = (replace(how, fast=None, shapes=ORDERED, order=order) for order in (Order.MDY, Order.DMY))
    words = cells.to_frame("cell").select(cleaned(pl.col("cell")).alias("cell"))
    return words.select(pl.any_horizontal(one.parsed(pl.col("cell")).is_not_null() for one in others)).to_series()


def is_date_like(cells: pl.Series, *, share: float = 0.9) -> bool:
    """Whether at least this share of the cells that hold something but errors are dates; true of an empty column.

    A month without a day is none.
    """
    if cells.dtype in {pl.Date, pl.Null} or cells.dtype == pl.Datetime:
        return True
    if not (cells.dtype == pl.String or cells.dtype.is_numeric()):
        return False
    words = (
        cells.cast(pl.String)
        .to_frame("cell")
        .filter(~holds_error(pl.col("cell")))
        .select(cleaned(pl.col("cell")).alias("cell"))
        .drop_nulls()
        .to_series()
    )
    decision = date_format(words)
    if decision.format.is_by_month:
        return False
    allowed = misfits_allowed(words.n_unique(), share=share)
    if decision.bad <= allowed:
        return True
    # Dates that contradict each other are dates: which cells do not fit is told once the column is read.
    unread = words.unique().to_frame("cell").filter(decision.format.parsed(pl.col("cell")).is_null())["cell"]
    return unread.len() - int(in_another_order(unread, decision.format).sum()) <= allowed


def _with_order(
    how: DateFormat, words: pl.DataFrame, told: str | None, *, likely: str | None, prefers_year_first: bool
) -> tuple[DateFormat, bool]:
    """The order that reads the most cells, of several the one with likely years; another that may be is ambiguous."""
    if not how.shapes & ORDERED:
        return how, False
    if told is not None:
        return replace(how, order=Order(told)), False
    bodies = words.select(body(pl.col("cell")).alias("cell"))
    numeric = bodies.filter(pl.any_horizontal(pl.col("cell").str.contains(PATTERNS[shape]) for shape in ORDERED))
    unread = {order: _unread(numeric, replace(how, order=order)) for order in (Order.MDY, Order.DMY)}
    if how.shapes & ORDERED == {Shape.SHORT_YEAR}:
        year_first = _with_year_first(how, numeric, unread, is_preferred=prefers_year_first)
        if year_first is not None and not (year_first[1] and how.shapes - ORDERED):
            return year_first
    if unread[Order.MDY] == unread[Order.DMY]:
        if _differs(numeric, how):
            # Other shapes in the column give no hint of the order of these, so these cells are not read at all.
            mixed = bool(how.shapes - ORDERED)
            order = None if mixed else Order(likely) if likely else _customary(words)
            return replace(how, order=order), True
        return replace(how, order=Order.MDY), False
    return replace(how, order=min(unread, key=lambda order: unread[order])), False


def _with_year_first(
    how: DateFormat, bodies: pl.DataFrame, unread: Mapping[Order, int], *, is_preferred: bool
) -> tuple[DateFormat, bool] | None:
    """26/03/31 with its year first, and whether it could be last; None where the year comes last.

    Of orders that read as many cells, the one whose years are likely and few is meant: days vary, years hardly.
    """
    first = replace(how, order=Order.YMD)
    last = replace(how, order=min(unread, key=lambda order: unread[order]))
    missed, fewest = _unread(bodies, first), min(unread.values())
    if missed != fewest:
        return (first, False) if missed < fewest else None
    (strange, years), (other_strange, other_years) = _years(bodies, first), _years(bodies, last)
    preference = 0 if is_preferred else 1
    if (strange, years, preference) >= (other_strange, other_years, 1):
        # The years leave it open, or speak for the last place: the usual questions follow.
        is_open = strange == other_strange and not _is_told_by_years(other_years, years, bodies)
        return (last, True) if is_open and unread[Order.MDY] != unread[Order.DMY] else None
    return first, strange == other_strange and not _is_told_by_years(years, other_years, bodies)


def _years(bodies: pl.DataFrame, how: DateFormat) -> tuple[int, int]:
    """How many dates have a year that no sales system writes in two digits, and how many years there are."""
    years = bodies.select(_days(pl.col("cell"), how.shapes & ORDERED, how).dt.year()).to_series().drop_nulls()
    return int((~years.is_between(*_LIKELY_YEARS)).sum()), years.n_unique()


def _is_told_by_years(few: int, many: int, bodies: pl.DataFrame) -> bool:
    """Whether one order gives so many fewer years than the other that chance cannot have done it."""
    return bodies.height >= _ENOUGH and many >= _TIMES * few


def _fast_with_order(how: DateFormat, text: pl.DataFrame) -> DateFormat | None:
    """One format for one pass where every cell is written by it, the order being known."""
    if how.order is None or not how.shapes <= ORDERED:
        return None
    for separator, year, time in product("/-.", "Yy", ("", " %H:%M", " %H:%M:%S")):
        day = separator.join(f"%{part}" for part in how.order.value.replace("y", year))
        fast = replace(how, fast=f"{day}{time}")
        if not text.select(fast.parsed(pl.col("cell")).is_null().any()).item():
            return fast
    return None


def _days(bodies: pl.Expr, shapes: Collection[Shape], how: DateFormat) -> pl.Expr:
    days = [read(bodies, shape, order=how.order, date1904=how.date1904) for shape in sorted(shapes)]
    return pl.coalesce(days or [pl.lit(None, dtype=pl.Date)])


def _unread(bodies: pl.DataFrame, how: DateFormat) -> int:
    return int(bodies.select(_days(pl.col("cell"), how.shapes & ORDERED, how).is_null().sum()).item())


def _differs(bodies: pl.DataFrame, how: DateFormat) -> bool:
    """Whether some cell is another day under the other order."""
    first, second = (
        _days(pl.col("cell"), how.shapes & ORDERED, replace(how, order=order)) for order in (Order.MDY, Order.DMY)
    )
    return bool(bodies.select((first != second).any()).item())


def _customary(words: pl.DataFrame) -> Order:
    """The order people who write this separator mean most often: slashes month first, dots and dashes day first."""
    return Order.MDY if words.select(pl.col("cell").str.contains("/", literal=True).any()).item() else Order.DMY
