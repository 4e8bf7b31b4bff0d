"""When people came and left, as far as the people table tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from salesperf.core.period import Span
from salesperf.tables.bundle import Table


class Stay(Struct, frozen=True):
    """The first day of hiring and the last of leaving that the people table has of somebody; None where it has none."""

    hired: date | None = None
    left: date | None = None

    def within(self, span: Span) -> Span | None:
        """The days of a span on which somebody is there; None where there are none."""
        start = max(span.start, self.hired or span.start)
        end = min(span.end, self.left or span.end)
        return Span(start, end) if start <= end else None


ALWAYS = Stay()


def stays_of(people: Table | None) -> Mapping[str, Stay]:
    """When each person came and left, by id; whoever came back has not left."""
    found: dict[str, Stay] = {}
    for row in [] if people is None else people.frame.rows(named=True):
        hired, left = row.get("hire_date"), row.get("leave_date")
        known = found.get(str(row["rep_id"]))
        if known is not None:
            hired = min(filter(None, (hired, known.hired)), default=None)
            left = None if left is None or known.left is None else max(left, known.left)
        found[str(row["rep_id"])] = Stay(hired, left)
    return found
