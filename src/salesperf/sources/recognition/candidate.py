"""What a table of a file could be: one canonical table with the evidence for it, whole or half of orders."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from salesperf.core.text import Text, same
from salesperf.sources.loaded import Mapped
from salesperf.tables.catalog import TABLES

WHOLE, HEADER, LINES = "whole", "header", "lines"
HALVES: Mapping[str, tuple[str, ...]] = {HEADER: ("amount",), LINES: ("order_date",)}
"""What half an order table lacks."""
_OF_SALES = frozenset({"orders", "invoices", "deals"})
_GIVEN_BY = {"amount": ("total_amount", "quantity", "unit_price", "list_amount")}
"""What an amount is worked out from where there is none."""
NO_OBJECTION = same("")


class Candidate(Struct, frozen=True):
    """One table a file's table could be; `missing` are needed columns neither found nor derivable."""

    table: str
    profile: str
    found: Mapping[str, Mapped]
    score: float
    missing: tuple[str, ...]
    signature: int = 0
    """Headers of a named export that are all there."""
    role: str = WHOLE
    objection: Text = NO_OBJECTION
    certain: int = 0
    """Needed columns found by headers that mean nothing else."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """Columns whose header is there while the cells under it are of another kind."""

    @property
    def certainty(self) -> float:
        """The share of the needed columns found by such headers."""
        return self.certain / len(TABLES[self.table].needed)

    @property
    def is_possible(self) -> bool:
        """Whether the table could be read as this."""
        return not self.missing and not self.objection

    @property
    def is_unread(self) -> bool:
        """Whether it would be a table of sales, were the cells under headers it has what the headers say."""
        return (
            self.table in _OF_SALES
            and bool(self.missing)
            and not self.objection
            and all(map(self.unread_for, self.missing))
        )

    def unread_for(self, column: str) -> tuple[str, ...]:
        """The columns that would give a needed one: their headers are there, their cells are of another kind."""
        return tuple(one for one in (column, *_GIVEN_BY.get(column, ())) if one in self.unread)


class Verdict(Struct, frozen=True):
    """The best candidate (None when there is none), those that come close, and whether the first two tie."""

    best: Candidate | None
    others: tuple[Candidate, ...]
    is_tie: bool = False

    def candidate(self, table: str | None) -> Candidate | None:
        """What the header would be as one canonical table."""
        candidates = (*([self.best] if self.best else []), *self.others)
        return next((one for one in candidates if one.table == table), None)
