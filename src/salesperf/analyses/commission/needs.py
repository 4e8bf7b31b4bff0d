"""What a rule must be told beside its measure; a rule that needs more than this says so in its model."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from salesperf.analyses.commission.records import RecordNeeds
from salesperf.core.period import Span

Of = Literal["margin", "discount"]


class Needs(Struct, frozen=True):
    """`parts` are what the measure is told apart by: dimensions, `new_customer`, `order`, `line`.

    `proportion` is what the rate depends on, of the period and of each part; `reached` is another measure that decides
    the tier. Only lines from `start` to `end` count, where these are said. `record` is where the
    record comes from that a period is held against.
    """

    parts: tuple[str, ...] = ()
    proportion: Of | None = None
    reached: str | None = None
    start: date | None = None
    end: date | None = None
    record: RecordNeeds | None = None

    def within(self, span: Span) -> Span | None:
        """The days of a span that count; None where none does."""
        start, end = max(span.start, self.start or span.start), min(span.end, self.end or span.end)
        return Span(start, end) if start <= end else None
