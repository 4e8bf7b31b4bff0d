"""Names that stand once, above rows that leave them empty: they may be of these rows too, which only a person knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.sources.known import SALES, Known
from salesperf.sources.recognition.role_notes import money_told

_NAMES = ("region", "team", "rep_id", "rep_name", "customer_id", "customer_name", "product_id", "product_name")
_FEW = 2
"""Empty cells below which one is a slip."""
_SOME = 3
"""Rows from which a table shows how its names stand."""
_MANY_EMPTY = 0.3
"""The share of rows without a name from which names may stand once a group."""
_BELOW = Text(
    "{rows:row has|rows have} nothing under {header!r}{money} and stand below one that has a name, which no other row "
    "repeats: they count without a name",
    "{rows} 行的「{header}」为空{money}，其上方各有一行写明且不再重复：这些行按无名称计入",
)


def blank_below(table: str, frame: pl.DataFrame, one: Known) -> Iterator[Issue]:
    """A finding for each column of names of one file that is filled in the first row of each group, as it seems."""
    if table not in SALES or frame.height < _SOME:
        return
    for column, header in _headers(one).items():
        if column not in frame.columns or frame[column].dtype != pl.String:
            continue
        names = frame[column]
        empty = names.null_count()
        if empty < _FEW or not _MANY_EMPTY * names.len() <= empty < names.len() - 1 or names[0] is None:
            continue
        total = frame.filter(names.is_null())["amount"].sum() if "amount" in frame.columns else None
        if names.drop_nulls().is_duplicated().any() or total == 0:
            continue
        said = _BELOW.fill(rows=Count(empty), header=header, money=money_told(total))
        yield issue("R343", said, Where(one.raw.file.name, one.raw.sheet, column=header), count=empty)


def _headers(one: Known) -> Mapping[str, str]:
    return {column: one.found[column].header for column in _NAMES if column in one.found}
