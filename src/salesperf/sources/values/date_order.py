"""Which part of a written date comes first, told by what all dates of a column can be."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
from msgspec.structs import replace

from salesperf.sources.values.blanks import cleaned
from salesperf.sources.values.date_format import DateFormat, days
from salesperf.sources.values.date_shapes import ORDERED, PATTERNS, Order, Shape, body

_LIKELY_YEARS = (1990, 2035)
"""The years that two digits stand for in sales data."""
_ENOUGH, _TIMES = 20, 3
"""Distinct dates, and how many times fewer years, that tell an order beyond doubt."""


def with_order(
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
        if differs(numeric, how):
            # Other shapes in the column give no hint of the order of these, so these cells are not read at all.
            mixed = bool(how.shapes - ORDERED)
            order = None if mixed else Order(likely) if likely else _customary(words)
            return replace(how, order=order), True
        return replace(how, order=Order.MDY), False
    return replace(how, order=min(unread, key=lambda order: unread[order])), False


def in_another_order(cells: pl.Series, how: DateFormat) -> pl.Series:
    """Whether cells that a format does not read are dates with day and month in another order than its own."""
    others = (replace(how, fast=None, shapes=ORDERED, order=order) for order in (Order.MDY, Order.DMY))
    words = cells.to_frame("cell").select(cleaned(pl.col("cell")).alias("cell"))
    return words.select(pl.any_horizontal(one.parsed(pl.col("cell")).is_not_null() for one in others)).to_series()


def differs(bodies: pl.DataFrame, how: DateFormat) -> bool:
    """Whether some cell is another day under the other order."""
    first, second = (
        days(pl.col("cell"), how.shapes & ORDERED, replace(how, order=order)) for order in (Order.MDY, Order.DMY)
    )
    return bool(bodies.select((first != second).any()).item())


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
    years = bodies.select(days(pl.col("cell"), how.shapes & ORDERED, how).dt.year()).to_series().drop_nulls()
    return int((~years.is_between(*_LIKELY_YEARS)).sum()), years.n_unique()


def _is_told_by_years(few: int, many: int, bodies: pl.DataFrame) -> bool:
    """Whether one order gives so many fewer years than the other that chance cannot have done it."""
    return bodies.height >= _ENOUGH and many >= _TIMES * few


def _unread(bodies: pl.DataFrame, how: DateFormat) -> int:
    return int(bodies.select(days(pl.col("cell"), how.shapes & ORDERED, how).is_null().sum()).item())


def _customary(words: pl.DataFrame) -> Order:
    """The order people who write this separator mean most often: slashes month first, dots and dashes day first."""
    return Order.MDY if words.select(pl.col("cell").str.contains("/", literal=True).any()).item() else Order.DMY
