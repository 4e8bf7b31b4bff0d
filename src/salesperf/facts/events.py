"""What a fact set is: rows of one kind of business event, each with a day, and whose they are."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from salesperf.core.errors import Issue
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.engine import Frame
from salesperf.facts.days import Days
from salesperf.facts.subject import Subject

LISTS = {"product": "products", "customer": "customers", "rep": "people"}
"""What an event is of, for or by, and the table that lists it."""


class Events(Struct, frozen=True, kw_only=True):
    """Rows of one subject.

    `lines` has `date` and, as far as the table says, `customer` and `rep` (id, else name, row by row) and the table's
    canonical columns; what atoms add up or count is in columns of its own. `source` is the table in English, for
    messages; `table` its name among the tables. `days` says which lines count; None where none has a date.
    """

    subject: Subject
    lines: Frame
    columns: frozenset[str]
    source: str
    table: str
    currency: str | None = None
    days: Days | None = None
    reach: Span | None = None
    """The days the lines tell of, where these are more than from the first line to the last."""
    unsettled: Span | None = None
    """The days at whose end balances are not known: something was paid by the last of them, on no day that is told."""
    ends: frozenset[date] | None = None
    """The last days of the periods that lines are told for, where they are not told day by day."""
    notes: tuple[tuple[str, Text], ...] = ()
    findings: tuple[Issue, ...] = field(default=())

    def has(self, *columns: str) -> bool:
        """Whether the lines have all these columns."""
        return self.columns.issuperset(columns)


def columns_of(frame: Frame) -> frozenset[str]:
    """The names of a frame's columns."""
    return frozenset(frame.collect_schema().names())
