"""One row of the files as a component sees it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct


class Event(Struct, frozen=True):
    """One row of the files: where it stands, what it is of, and what it adds to a measure.

    `amount` is null where rows are counted or divided, so that none of them alone has an amount. `parts` are the keys
    that a rate table tells apart.
    """

    file: str
    sheet: str | None
    row: int
    date: date
    order: str | None
    customer: str | None
    status: str | None
    amount: Decimal | None
    parts: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, int]:
        """What tells it from every other row."""
        return (self.file, self.sheet or "", self.row)
