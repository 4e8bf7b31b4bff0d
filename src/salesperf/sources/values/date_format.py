"""How the dates of one column are written, and the column read by it: what does not hold to it is no date."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import polars as pl
from msgspec import Struct

from salesperf.sources.values.date_shapes import Order, Shape, body, converted, has_year_in_place, read

EARLIEST = date(1900, 1, 1)
"""A date before this is a cell misread (a year of two digits) or a filler, never a sale."""


_MONTHS = {Shape.MONTH: 1, Shape.QUARTER: 3, Shape.YEAR: 12}


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
    def months(self) -> int:
        """How many months each cell says as a whole: 1, 3 or 12; 0 where cells say days."""
        return next((months for shape, months in _MONTHS.items() if self.shapes == {shape}), 0)

    @property
    def is_by_month(self) -> bool:
        """Whether the cells say months, quarters or years without days."""
        return self.months > 0

    def parsed(self, column: pl.Expr) -> pl.Expr:
        """The column as dates; a cell that does not hold to the format is null."""
        if self.fast is not None:
            day = self.at_once(column)
            return pl.when(day >= EARLIEST).then(day)
        written = days(body(column), self.shapes, self)
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


def days(bodies: pl.Expr, shapes: Collection[Shape], how: DateFormat) -> pl.Expr:
    """The days that bodies of some shapes stand for; null for every other body."""
    days = [read(bodies, shape, order=how.order, date1904=how.date1904) for shape in sorted(shapes)]
    return pl.coalesce(days or [pl.lit(None, dtype=pl.Date)])
