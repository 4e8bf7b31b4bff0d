"""Lists in which a key stands in several rows: what these say alike holds, what they contradict is unknown and told."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes, listing
from salesperf.engine import Frame, collect
from salesperf.tables.labels import column_words, table_words

_SHOWN = 10
_APART = Text(
    "{keys:key stands|keys stand} in several rows of the {table} table with another {column} each, which is unknown "
    "there: {listed}",
    "{keys} 个编号在{table}表中出现多行，且「{column}」不一致，按未知处理：{listed}",
)
_KEY = Text("{key!r} ({values})", "「{key}」（{values}）")
_MORE = Text("{listed} and {more} more", "{listed} 等，另有 {more} 个")


class Settled(Struct, frozen=True):
    """One row a key, and the contradictions in the columns asked for."""

    rows: Frame
    findings: tuple[Issue, ...] = ()


def one_row_a_key(rows: Frame, *, key: str, table: str, asked: Collection[str], prefix: str = "") -> Settled:
    """The rows with one for each key; `asked` are the columns whose contradictions matter, told without `prefix`."""
    known = rows.filter(~nw.col(key).is_null())
    counted = known.group_by(key).agg(nw.len().alias("_rows"))
    doubled = counted.filter(nw.col("_rows") > 1).select(key)
    if collect(doubled).is_empty():
        return Settled(rows)
    others = [name for name in rows.collect_schema().names() if name != key]
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
    rows = collect(known.join(keys, on=key, how="semi").select(key, name).unique()).drop_nulls().sort(key, name)
    values: dict[str, list[str]] = {}
    for one, value in rows.iter_rows():
        said = f"{value.normalize():,f}" if isinstance(value, Decimal) else str(value)
        values.setdefault(str(one), []).append(said)
    if not values:
        return []
    named = listing(_KEY.fill(key=one, values=in_quotes(said)) for one, said in list(values.items())[:_SHOWN])
    more = len(values) - _SHOWN
    listed = _MORE.fill(listed=named, more=more) if more > 0 else named
    message = _APART.fill(
        keys=Count(len(values)), table=table_words(table), column=column_words(column, table=table), listed=listed
    )
    return [issue("F507", message, Where(column=column), value=next(iter(values)), count=len(values))]
