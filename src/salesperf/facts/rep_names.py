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
    tables = [one for one in (bundle.get(events.table), bundle.get("people")) if one is not None]
    ids: dict[str, set[str]] = {}
    for key, name in sorted({pair for one in bundle.tables.values() for pair in _pairs(one)}):
        ids.setdefault(name, set()).add(key)
    known = _values(tables, "rep_id") | {key for keys in ids.values() for key in keys}
    # A company without ids knows its reps by their names.
    one = {name: name for name in _values(tables, "rep_name") - ids.keys()}
    one |= {name: next(iter(keys)) for name, keys in ids.items() if len(keys) == 1}
    several = {name: tuple(sorted(keys)) for name, keys in ids.items() if len(keys) > 1 and name not in known}
    return RepKeys(frozenset(known), one, several)


def _pairs(table: Table) -> list[tuple[str, str]]:
    if not {"rep_id", "rep_name"} <= set(table.frame.columns):
        return []
    return list(collect(scan(table).select("rep_id", "rep_name").drop_nulls().unique()).iter_rows())


def _values(tables: Iterable[Table], column: str) -> set[str]:
    return {
        value
        for one in tables
        if column in one.frame.columns
        for value in collect(scan(one).select(nw.col(column)).unique())[column].drop_nulls().to_list()
    }
