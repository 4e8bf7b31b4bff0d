"""How a number comes from others of its report, so that a workbook can work it out again.

A formula names tables and columns by their keys, never a place on a sheet: what draws a workbook knows the places.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.core.money import Rounding


class Named(Struct, frozen=True):
    """A table of the report: the key of its section, nothing where it stands in none, and its own."""

    section: str
    table: str


class Beside(Struct, frozen=True):
    """The cell of the same row in another column."""

    column: str


class TotalOf(Struct, frozen=True):
    """The total of a column."""

    table: Named
    column: str


class SumOf(Struct, frozen=True):
    """The sum of a column; where `same` is set of the rows alone whose cell of that name equals that of this row.

    `same` holds the key of a column there and of one here; texts are equal to the letter.
    """

    table: Named
    column: str
    same: tuple[str, str] | None = None


class Product(Struct, frozen=True):
    """The product of some numbers; `negative` turns its sign."""

    of: tuple[Formula, ...]
    negative: bool = False


class Added(Struct, frozen=True):
    """The sum of some numbers, one at least."""

    of: tuple[Formula, ...]


class Limited(Struct, frozen=True):
    """A number not above the cap, and not below the floor where it is above zero."""

    of: Formula
    cap: Decimal | None = None
    floor: Decimal | None = None


class Rounded(Struct, frozen=True):
    """A number rounded as money is settled."""

    of: Formula
    places: int
    mode: Rounding


Formula = Beside | TotalOf | SumOf | Product | Added | Limited | Rounded
