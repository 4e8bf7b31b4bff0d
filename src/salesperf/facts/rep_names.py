"""Reps as a table beside the sales names them, by id or by name, and the key that the sales know them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import narwhals as nw
from msgspec import Struct

from salesperf.engine import collect, scan
from salesperf.facts.events import Events
from salesperf.tables.bundle import Bundle, Table

BY_ID_OR_NAME = frozenset({"splits", "assignments", "hierarchy", "adjustments", "opening_balances"})
"""Tables that have one column for reps, whose values are read with `rep_keys`."""

_COLUMNS = ("rep_id", "rep_name")


class RepKeys(Struct, frozen=True):
    """What reps are called: `ids` that are known, the key that each name has, and names that are of `several`."""

    ids: frozenset[str]
    keys: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]]

    def of(self, said: Iterable[str]) -> Mapping[str, str]:
        """The key of each of them: its own where it is an id or nobody knows it; nothing for a name of several."""
        return {
            one: one if one in self.ids else self.keys.get(one, one)
            for one in said
            if one in self.ids or one not in self.several
        }


def rep_keys(events: Events, bundle: Bundle) -> RepKeys:
    """The keys of reps: the id that a name has in any table with both, else the name, as the events are keyed."""
    told = {name: _told(table) for name, table in bundle.tables.items()}
    ids: dict[str, set[str]] = {}
    for key, name in sorted({(key, name) for pairs in told.values() for key, name in pairs if key and name}):
        ids.setdefault(name, set()).add(key)
    of_sales = [pair for table in (events.table, "people") for pair in told.get(table, ())]
    known = {key for key, _ in of_sales if key} | {key for keys in ids.values() for key in keys}
    # A company without ids knows its reps by their names.
    one = {name: name for _, name in of_sales if name and name not in ids}
    one |= {name: next(iter(keys)) for name, keys in ids.items() if len(keys) == 1}
    several = {name: tuple(sorted(keys)) for name, keys in ids.items() if len(keys) > 1 and name not in known}
    return RepKeys(frozenset(known), one, several)


def _told(table: Table) -> list[tuple[str | None, str | None]]:
    """The ids and names of reps that stand side by side in a table; None for what it has no column of."""
    there = [name for name in _COLUMNS if name in table.frame.columns]
    if not there:
        return []
    asked = [nw.col(name) if name in there else nw.lit(None, nw.String).alias(name) for name in _COLUMNS]
    return list(collect(scan(table).select(*there).unique().select(*asked), in_batches=True).iter_rows())
