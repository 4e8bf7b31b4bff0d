"""Dates as exports write them: how a column writes them is decided over all of its cells."""

from __future__ import annotations

from itertools import product

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.sources.values.blanks import cleaned, holds_error, misfits_allowed, says_missing
from salesperf.sources.values.date_format import DateFormat
from salesperf.sources.values.date_order import differs, in_another_order, with_order
from salesperf.sources.values.date_shapes import ORDERED, PATTERNS, TIME, Shape, body
from salesperf.sources.values.month_cells import is_month, lost_a_zero
from salesperf.sources.values.quarter_cells import first_of_quarter, first_of_year

_MONTHS = 0.9
"""The share of cells that must say a month for a column to be of months."""
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
    ordered, ambiguous = with_order(kept, words, order, likely=likely, prefers_year_first=prefers_year_first)
    ordered = _fast_with_order(ordered, text) or ordered
    unread = words.filter(ordered.parsed(pl.col("cell")).is_null())
    mixed = order is None and differs(bodies, ordered) and bool(in_another_order(unread["cell"], ordered).any())
    return DateDecision(ordered, unread.height, ambiguous, mixed, offsets)


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
    explained = in_another_order(unread, decision.format)
    if 2 * unread.len() <= words.n_unique():
        explained |= says_missing(unread)
    return unread.len() - int(explained.sum()) <= allowed


def _months(words: pl.Series, bodies: pl.DataFrame) -> DateDecision | None:
    """Months, quarters or years without days, where the cells are nothing else but for a slip; None where not."""
    for shape, first in ((Shape.QUARTER, first_of_quarter), (Shape.YEAR, first_of_year)):
        if bodies.height and bodies.select(first(pl.col("cell")).is_not_null().all()).item():
            return DateDecision(DateFormat(shapes=frozenset({shape})), 0)
    bad = bodies.height - int(bodies.select(is_month(pl.col("cell")).sum()).item())
    if bad > misfits_allowed(bodies.height, share=_MONTHS) or bad == bodies.height or lost_a_zero(words):
        return None
    return DateDecision(DateFormat(shapes=frozenset({Shape.MONTH})), bad)


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
