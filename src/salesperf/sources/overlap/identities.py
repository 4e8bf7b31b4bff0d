"""Names that stand for ids: one name with two ids, or one id with two names, is told."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, in_quotes
from salesperf.tables.labels import table_words

_PAIRS: Mapping[str, tuple[str, str]] = {
    "orders": ("rep_id", "rep_name"),
    "invoices": ("rep_id", "rep_name"),
    "deals": ("rep_id", "rep_name"),
    "leads": ("rep_id", "rep_name"),
    "activities": ("rep_id", "rep_name"),
    "surveys": ("rep_id", "rep_name"),
    "people": ("rep_id", "rep_name"),
}
_SHOWN = 10

_HAS = Text("{value!r} has {others} in {table}", "{table}中「{value}」对应{others}")


def identity_findings(table: str, frame: pl.DataFrame) -> tuple[Issue, ...]:
    """Reps whose names and ids do not go together one to one, at most ten of each kind by name."""
    if table not in _PAIRS or not set(_PAIRS[table]) <= set(frame.columns):
        return ()
    key, name = _PAIRS[table]
    pairs = frame.lazy().select(key, name).drop_nulls().unique().collect(engine="streaming")
    return (*_several(table, pairs, name, key, "R309"), *_several(table, pairs, key, name, "R310"))


def _several(table: str, pairs: pl.DataFrame, one: str, many: str, code: str) -> list[Issue]:
    found = pairs.group_by(one).agg(pl.col(many).sort()).filter(pl.col(many).list.len() > 1).sort(one)
    return [
        issue(
            code,
            _HAS.fill(value=value, others=in_quotes(others), table=table_words(table)),
            Where(column=one),
            value=value,
        )
        for value, others in found.head(_SHOWN).iter_rows()
    ]
