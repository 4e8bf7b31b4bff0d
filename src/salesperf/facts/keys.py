"""Keys that one table names and the list of them does not have: which, in how many rows, with how much money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.engine import Frame, collect, scan
from salesperf.facts.events import LISTS
from salesperf.facts.nearest import KnownKeys, Nearest
from salesperf.facts.rep_names import BY_ID_OR_NAME
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import table_words

_ZERO = Decimal(0)
FIX = Text("salesperf init --fix-keys drafts the mapping", "salesperf init --fix-keys 可起草对应关系")
_NEAREST = Text("nearest: {keys}; {fix}", "最接近的是{keys}；{fix}")
_STRAY = Text(
    "{key!r} is not in the {listed_in} table: {stakes} of {table}",
    "「{key}」不在{listed_in}表中：涉及{table}的 {stakes}",
)
_REST = Text(
    "{keys:further key is|further keys are} not in the {listed_in} table", "另有 {keys} 个编号不在{listed_in}表中"
)
_LISTED = 1000
_COMPARED = 200
"""The heaviest stray keys, for which every key of the list is looked at; of the others only the letters are."""


class StrayKey(Struct, frozen=True):
    """One key without a row in its list: `rows` of the table name it, with `money` (None: the table has none)."""

    key: str
    rows: int
    money: Decimal | None
    nearest: Nearest


class Stray(Struct, frozen=True):
    """The stray keys of one column of one table, heaviest first."""

    table: str
    column: str
    listed_in: str
    keys: tuple[StrayKey, ...]


def stray_keys(bundle: Bundle) -> tuple[Stray, ...]:
    """Every key of every table that is in no row of the list the export has.

    Ids are compared with ids, else names with names; a list that shares no key at all with a table is compared by
    its names, where both have them.
    """
    found = (
        _stray(table, bundle.tables[listed], entity)
        for table in bundle.tables.values()
        for entity, listed in LISTS.items()
        if listed in bundle and table.name not in LISTS.values()
    )
    return tuple(one for one in found if one is not None)


def issues_of(stray: Stray) -> Iterator[Issue]:
    """One finding a key, heaviest first; those beyond `_LISTED` are counted in one more."""
    where = Where(column=stray.column)
    for one in stray.keys[:_LISTED]:
        near = _NEAREST.fill(keys=either(one.nearest), fix=FIX) if one.nearest.keys else ""
        message = _STRAY.fill(
            key=one.key, listed_in=table_words(stray.listed_in), stakes=stakes(one), table=table_words(stray.table)
        )
        yield issue("F506", message, where, hint=near, value=one.key, count=one.rows)
    rest = stray.keys[_LISTED:]
    if rest:
        message = _REST.fill(keys=Count(len(rest)), listed_in=table_words(stray.listed_in))
        yield issue("F506", message, where, count=sum(one.rows for one in rest))


def stakes(one: StrayKey) -> Text:
    """What hangs on a key, in words."""
    money = f"{one.money.normalize():,f}" if one.money else ""
    rows = Text("{rows:row|rows}", "{rows} 行").fill(rows=Count(one.rows))
    return Text("{rows}, {money}", "{rows}，金额 {money}").fill(rows=rows, money=money) if money else rows


def either(nearest: Nearest) -> Text:
    """The nearest keys in words."""
    return in_quotes(nearest.keys, Text(" or ", "或"))


def strays_among(rows: Frame, known: Frame, *, key: str, listed: str, money: str | None) -> tuple[StrayKey, ...]:
    """The values of `key` in the rows that `listed` of the known does not have, heaviest first."""
    sums = [nw.len().alias("rows"), *([nw.col(money).sum().alias("money")] if money else [])]
    counts = rows.filter(~nw.col(key).is_null()).group_by(key).agg(*sums)
    names = collect(known.select(nw.col(listed)).unique())[listed].drop_nulls().cast(str).to_list()
    has = frozenset(names)
    missing = [row for row in collect(counts).iter_rows(named=True) if str(row[key]) not in has]
    if not missing:
        return ()
    index = KnownKeys(names)
    heaviest = sorted(missing, key=lambda row: (-abs(row.get("money") or _ZERO), -row["rows"], str(row[key])))
    return tuple(
        StrayKey(
            str(row[key]),
            int(row["rows"]),
            row.get("money"),
            index.nearest(str(row[key]), only_same=place >= _COMPARED),
        )
        for place, row in enumerate(heaviest)
    )


def _stray(table: Table, listed: Table, entity: str) -> Stray | None:
    money = "amount" if "amount" in table.frame.columns else None
    best: Stray | None = None
    for column in (f"{entity}_id", f"{entity}_name"):
        if column not in table.frame.columns or column not in listed.frame.columns:
            continue
        keys = strays_among(scan(table), scan(listed), key=column, listed=column, money=money)
        keys = tuple(one for one in keys if one.key not in _names(table, listed, entity))
        found = Stray(table.name, column, listed.name, keys)
        if len(keys) < table.frame[column].n_unique() - int(table.frame[column].null_count() > 0):
            return found if keys else None
        best = best or found
    return best


def _names(table: Table, listed: Table, entity: str) -> frozenset[str]:
    """The names that stand for ids in a table that has one column for both, such as the reps of splits."""
    name = f"{entity}_name"
    if table.name not in BY_ID_OR_NAME or entity != "rep" or name not in listed.frame.columns:
        return frozenset()
    return frozenset(listed.frame[name].drop_nulls())
