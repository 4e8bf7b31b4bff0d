"""Lists in which a key stands in several rows: what these say alike holds, what they contradict is unknown and told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Lang, Text, listing
from salesperf.engine import Frame, collect
from salesperf.tables.bundle import Table
from salesperf.tables.labels import column_words, table_words
from salesperf.tables.schema import FILE, ROW, SHEET

_SHOWN = 10
_WHENCE = (FILE, SHEET, ROW)
_APART = Text(
    "{keys:key stands|keys stand} in several rows of the {table} table{file} with another {column} each, which is "
    "unknown there: {listed}",
    "{keys} 个编号在{table}表{file}中出现多行，且「{column}」不一致，按未知处理：{listed}",
)
_FILE = Text(" ({place})", "（{place}）")
_KEY = Text("{key!r} ({values})", "「{key}」（{values}）")
_VALUE = Text("{value!r}", "「{value}」")
_IN_ROW = Text("{value!r} in row {row}", "第 {row} 行「{value}」")
_IN_FILE = Text("{value!r} in row {row} of {place}", "{place} 第 {row} 行「{value}」")
_MORE = Text("{listed} and {more} more", "{listed} 等，另有 {more} 个")


class Settled(Struct, frozen=True):
    """One row a key, and the contradictions in the columns asked for."""

    rows: Frame
    findings: tuple[Issue, ...] = ()


def whence(table: Table) -> list[str]:
    """The columns that say where the rows of a list stand, as far as it has them."""
    return [name for name in _WHENCE if name in table.frame.columns]


def one_row_a_key(rows: Frame, *, key: str, table: str, asked: Collection[str], prefix: str = "") -> Settled:
    """The rows with one for each key; `asked` are the columns whose contradictions matter, told without `prefix`.

    Columns that say where a row stands go into what is told, and are dropped.
    """
    columns = rows.collect_schema().names()
    places = [name for name in columns if name in _WHENCE]
    known = rows.filter(~nw.col(key).is_null())
    counted = known.group_by(key).agg(nw.len().alias("_rows"))
    doubled = counted.filter(nw.col("_rows") > 1).select(key)
    if collect(doubled).is_empty():
        return Settled(rows.drop(places) if places else rows)
    others = [name for name in columns if name != key and name not in places]
    least = {f"_least_{name}": nw.col(name).min() for name in others}
    most = {f"_most_{name}": nw.col(name).max() for name in others}
    ends = known.group_by(key).agg(*(expr.alias(name) for name, expr in {**least, **most}.items()))
    alike = {
        name: nw.when(nw.col(f"_least_{name}") == nw.col(f"_most_{name}")).then(nw.col(f"_least_{name}"))
        for name in others
    }
    settled = ends.with_columns(**alike).select(key, *others)
    findings = [
        found
        for name in others
        if name.removeprefix(prefix) in asked
        for found in _apart(known, ends, key=key, name=name, table=table, column=name.removeprefix(prefix))
    ]
    return Settled(settled, tuple(findings))


def _apart(known: Frame, ends: Frame, *, key: str, name: str, table: str, column: str) -> list[Issue]:
    keys = ends.filter(nw.col(f"_least_{name}") != nw.col(f"_most_{name}")).select(key)
    stands = [place for place in _WHENCE if place in known.collect_schema().names()]
    apart = collect(known.select(key, name, *stands).join(keys, on=key, how="semi")).drop_nulls([key, name])
    # Of a value that several rows say, the first is told.
    first = apart.sort(stands[-1:] or name).unique([key, name], keep="first", maintain_order=True)
    rows = first.sort(key, name).rows(named=True)
    if not rows:
        return []
    files = {(row.get(FILE), row.get(SHEET)) for row in rows}
    values: dict[str, list[Text]] = {}
    for row in rows:
        values.setdefault(str(row[key]), []).append(_valued(row[name], row, is_one_file=len(files) == 1))
    named = listing(_KEY.fill(key=one, values=listing(said)) for one, said in list(values.items())[:_SHOWN])
    more = len(values) - _SHOWN
    listed = _MORE.fill(listed=named, more=more) if more > 0 else named
    where = Where(*next(iter(files))) if len(files) == 1 else Where()
    message = _APART.fill(
        keys=Count(len(values)),
        table=table_words(table),
        file=_FILE.fill(place=_place(where)) if where.file else "",
        column=column_words(column, table=table),
        listed=listed,
    )
    return [issue("F507", message, replace(where, column=column), value=next(iter(values)), count=len(values))]


def _valued(value: object, row: Mapping[str, Any], *, is_one_file: bool) -> Text:
    """A value with the first row that says it, and with the file where there are several."""
    said = f"{value.normalize():,f}" if isinstance(value, Decimal) else str(value)
    if row.get(ROW) is None:
        return _VALUE.fill(value=said)
    if is_one_file:
        return _IN_ROW.fill(value=said, row=row[ROW])
    return _IN_FILE.fill(value=said, row=row[ROW], place=_place(Where(row.get(FILE), row.get(SHEET))))


def _place(where: Where) -> Text:
    return Text(where.say(Lang.EN), where.say(Lang.ZH))
