"""The names under which the ids of a dimension are known to people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

import narwhals as nw

from salesperf.engine import collect
from salesperf.facts.events import LISTS, Events
from salesperf.tables.bundle import Bundle, Table


class KeyNames(Mapping[str, str]):
    """Names that are looked up when the first of them is asked for: many answers show none."""

    def __init__(self, read: Callable[[], Mapping[str, str]]) -> None:
        self._read = read

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return self._read()

    def __getitem__(self, key: str) -> str:
        return self._names[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def names_of_keys(
    dimension: str, *, own: Sequence[str], column: str, events: Events, bundle: Bundle
) -> Mapping[str, str]:
    """Name by key, from the lines and then, stronger, from the list; empty where keys are no ids.

    `own` are the columns of the lines that hold the key, `column` the one that names it.
    """
    if dimension == "manager":
        return _names_in(bundle.get("people"), "rep_id", "rep_name")
    return KeyNames(lambda: _names_told(dimension, own, column, events, bundle)) if column else {}


def _names_told(dimension: str, own: Sequence[str], column: str, events: Events, bundle: Bundle) -> Mapping[str, str]:
    names: dict[str, str] = {}
    key = own[0]
    if events.has(key, column) and events.has(f"{dimension}_id"):
        named = events.lines.filter(~nw.col(key).is_null(), ~nw.col(column).is_null())
        # An id with two names is reported by the reader; the last in order of the alphabet is shown.
        names.update(collect(named.group_by(key).agg(nw.col(column).max()), in_batches=True).iter_rows())
    names.update(_names_in(bundle.get(LISTS[dimension]), f"{dimension}_id", column))
    return names


def _names_in(table: Table | None, key: str, name: str) -> dict[str, str]:
    if table is None or not {key, name} <= set(table.frame.columns):
        return {}
    pairs = table.frame.select(key, name).drop_nulls()
    return {pair[0]: pair[1] for pair in reversed(pairs.rows())}
