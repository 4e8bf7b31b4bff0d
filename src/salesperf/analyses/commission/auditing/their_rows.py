"""Rows of somebody's workbook: whom it pays for which days how much, in which cell, and by which formula."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from salesperf.core.period import Period


class TheirRow(Struct, frozen=True):
    """One row: `cell` is where the amount stands.

    `period` is null where `written` says none, `amount` where the cell holds no number. `formula` is how the cell is
    worked out, `expected` how it would be if it were like the others; null where it is.
    """

    cell: str
    row: int
    rep: str
    written: str
    period: Period | None
    amount: Decimal | None
    shown: str = ""
    """What the cell of the amount shows, where that is no number."""
    formula: str | None = None
    expected: str | None = None
