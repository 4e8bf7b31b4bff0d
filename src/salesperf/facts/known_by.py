"""Whose and of what an event is: customers, reps and products by their id, else, row by row, by their name.

A name without an id stands for the id it has elsewhere in the data, where it has one only: sales may name the id of a
rep, visits the name, and both are of one person. Products of which no row has an id are known by their names alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, counted
from salesperf.engine import Frame, collect, kept, looked_up, scan
from salesperf.facts.events import LISTS, columns_of
from salesperf.tables.bundle import Bundle, Table
from salesperf.tables.labels import column_words, table_words

ENTITIES = ("customer", "rep", "product")
_SHOWN = 10


class Keyed(Struct, frozen=True):
    """Lines with `customer`, `rep` and `product` as far as they have them, and names that could be several ids."""

    lines: Frame
    findings: tuple[Issue, ...] = ()


def keyed(lines: Frame, table: Table, bundle: Bundle) -> Keyed:
    """The lines of a table with whose they are; the table itself tells which ids a name has, and so do the lists.

    Where neither does, other tables of events that have both.
    """
    columns = columns_of(lines)
    added: dict[str, nw.Expr] = {}
    findings: list[Issue] = []
    for entity in ENTITIES:
        key, name = f"{entity}_id", f"{entity}_name"
        has = [column for column in (key, name) if column in columns]
        # The same goods have many ids in a price list, by size and colour, and one name on the lines.
        by_name = entity == "product" and not _has_ids(table, key)
        if by_name:
            has = [name] if name in columns else []
            lines = lines.drop(key, strict=False)
        telling = _telling(table, bundle, entity) if has and not by_name and _lacks_ids(table, key, name) else []
        if telling:
            ids = _ids_by_name(telling, key, name)
            findings.extend(_several(table, ids, key, name))
            lines = _by_id_else_name(lines, ids, entity)
        elif has:
            added[entity] = nw.col(has[0])
    return Keyed(lines.with_columns(**added) if added else lines, tuple(findings))


def _has_ids(table: Table, key: str) -> bool:
    return key in table.frame.columns and table.frame[key].null_count() < table.frame.height


def _lacks_ids(table: Table, key: str, name: str) -> bool:
    """Whether some row has a name and no id."""
    if name not in table.frame.columns:
        return False
    # The count of empty cells is kept with the column, so a table that has every id costs nothing.
    if key in table.frame.columns and not table.frame[key].null_count():
        return False
    return bool(collect(_without_id(table, key, name).select(nw.len().alias("rows")))["rows"][0])


def _without_id(table: Table, key: str, name: str) -> Frame:
    named = scan(table).filter(~nw.col(name).is_null())
    return named.filter(nw.col(key).is_null()) if key in table.frame.columns else named


def _telling(table: Table, bundle: Bundle, entity: str) -> list[Table]:
    """The tables that tell which id a name has: this one and the list of them, else those of other events."""
    both = {f"{entity}_id", f"{entity}_name"}
    own = [one for one in (table, bundle.get(LISTS[entity])) if one is not None and both <= set(one.frame.columns)]
    others = (one for one in bundle.tables.values() if one.name not in LISTS.values())
    return own or [one for one in others if both <= set(one.frame.columns)]


def _ids_by_name(tables: Sequence[Table], key: str, name: str) -> Frame:
    """One row a name that has ids: `named`, how many `ids`, and one of them as `id`."""
    pairs = [scan(one).select(named=nw.col(name), id=nw.col(key)).drop_nulls().unique() for one in tables]
    found = nw.concat(pairs).group_by("named").agg(nw.col("id").n_unique().alias("ids"), nw.col("id").min())
    return kept(found)


def _by_id_else_name(lines: Frame, ids: Frame, entity: str) -> Frame:
    """The lines with the entity and its id, worked out once: everything that is asked of them would do it again."""
    key, name = f"{entity}_id", f"{entity}_name"
    of_name = ids.filter(nw.col("ids") == 1).select(nw.col("named").alias(name), nw.col("id").alias(entity))
    found = looked_up(lines, of_name, on=name)
    if key not in columns_of(lines):
        found = found.with_columns(nw.col(entity).alias(key))
    return kept(found.with_columns(nw.coalesce(nw.col(key), nw.col(entity), nw.col(name)).alias(entity)))


def _several(table: Table, ids: Frame, key: str, name: str) -> list[Issue]:
    """Names without an id that have several elsewhere, at most ten."""
    unclear = ids.filter(nw.col("ids") > 1).select(nw.col("named").alias(name))
    rows = _without_id(table, key, name).join(unclear, on=name, how="semi")
    counts = collect(rows.group_by(name).agg(nw.len().alias("rows"))).sort("rows", name, descending=[True, False])
    found = []
    for value, count in counts.head(_SHOWN).iter_rows():
        message = Text(
            f"{counted(count, 'row')} of {table.name} without {key} for {value!r}, a name that has several: "
            "counted under the name, as one more",
            f"{table_words(table.name).zh}中有 {count:,} 行「{value}」没有{column_words(key).zh}，"
            "而该名称对应多个编号：按名称另计为一个",
        )
        found.append(issue("R309", message, Where(column=name), value=value, count=count))
    return found
