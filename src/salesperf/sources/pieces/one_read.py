"""What one pass over files of one header gave, which the rules that follow judge, change and tell of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct, field

from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text
from salesperf.sources.conform.rows_read import Rows
from salesperf.sources.known import Known
from salesperf.sources.pieces.validate import Orders
from salesperf.sources.values.cells import Rules


class Missing(Struct, frozen=True):
    """The cells of one column that say that their value is missing: the header, the words, how many, and the first.

    `filled` counts the values worked out instead, `worth` is their sum.
    """

    header: str
    words: tuple[str, ...]
    cells: int
    where: Where
    filled: int = 0
    worth: Decimal = Decimal(0)


class Read(Struct):
    """What one pass over files of one header gave; `found` are the columns they have, by canonical name."""

    files: tuple[Known, ...]
    rows: Rows
    rules: Rules
    found: frozenset[str]
    codes: frozenset[str] = frozenset()
    amount_codes: frozenset[str] = frozenset()
    has_unclear_yen: bool = False
    stands_once: bool = False
    """Something may be said once an order although the order has several lines."""
    items: frozenset[str] = frozenset()
    """The columns in which lines name a tax, a freight or a fee as what was sold."""
    orders: Orders | None = None
    """Where lines look for their orders."""
    order_money: Mapping[str, str] = field(default_factory=dict)
    """What lines carry of the money of their order's header, and the header's words for it."""
    missing: Mapping[str, Missing] = field(default_factory=dict)
    """What says in words that it is missing, by column."""
    issues: list[Issue] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        """The files' words for the columns that were read."""
        return {reading.column: reading.header for reading in self.rows.readings}

    @property
    def includes(self) -> tuple[str, ...] | None:
        """What the configuration says the amounts hold."""
        told = self.files[0].told
        return told.amount_includes if told else None
