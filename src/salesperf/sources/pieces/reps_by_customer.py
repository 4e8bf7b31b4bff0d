"""What a question about reps needs of sales that name none: their customers, where a list says whose these are.

Nothing else is read for it: of files that name their reps, and of a file alone, customers are not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from salesperf.sources.known import Known
from salesperf.sources.pieces.wish import Wish

_REPS = frozenset({"rep_id", "rep_name"})
_CUSTOMERS = frozenset({"customer_id", "customer_name"})


def with_customers_read(wishes: Mapping[str, Wish], tables: Sequence[Known]) -> Mapping[str, Wish]:
    """The wishes, with the customers of tables whose reps are wanted and that only the list of customers can tell."""
    if not any(one.table == "customers" and "rep_id" in one.found for one in tables):
        return wishes
    named = {one.table for one in tables if _REPS & one.found.keys()}
    return {
        table: replace(wish, columns=wish.columns | _CUSTOMERS)
        if wish.columns is not None and table not in named and wish.columns & (_REPS | {"team", "manager_id"})
        else wish
        for table, wish in wishes.items()
    }
