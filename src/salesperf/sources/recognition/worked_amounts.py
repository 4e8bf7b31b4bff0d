"""Tables of sales that tell their amount in several columns and in none alone: with the amount worked out from these.

What the configuration says of a file's columns goes before.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.sources.across.ledger_sides import with_sides_as_amount
from salesperf.sources.options import TableOptions
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.tender_columns import with_tenders_as_amount
from salesperf.sources.rows.raw import RawTable

_MONEY = frozenset({"amount", "total_amount", "list_amount", "unit_price"})


def with_worked_amount(
    raw: RawTable, told: TableOptions | None, *, asked: str | None, known: Sequence[Profile]
) -> RawTable:
    """The table with the amount that its columns give together; the same table where one alone tells it."""
    table = asked or (told.name if told is not None else "orders")
    if table != "orders" or (told is not None and not _MONEY.isdisjoint(told.columns)):
        return raw
    return with_tenders_as_amount(with_sides_as_amount(raw), known=known)
