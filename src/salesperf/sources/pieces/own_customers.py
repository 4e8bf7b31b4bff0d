"""Sales to customers that are none by their names: tests, demonstrations, what a company takes for itself.

They count, since only their owner knows; how many there are and what they come to is told, and how to leave them out.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.known import SALES, Known
from salesperf.sources.recognition.role_notes import money_told
from salesperf.sources.recognition.unused_columns import counting
from salesperf.sources.values.blanks import cleaned
from salesperf.tables.own_names import MAY_BE, is_own_name

_NAME = "customer_name"
_LOOKED_AT = 200_000
"""Rows in which names are looked for: those of millions of rows are those of the first ones."""
_SHOWN = 5
TOLD = Text(
    "{rows:row is|rows are} of customers that may be tests or the company itself{money}: {names}; "
    "to leave them out: {where}",
    "{rows} 行的客户可能是测试或公司内部{money}：{names}；如需排除：{where}",
)
_MORE = Text(", and {names} more", "，另有 {names} 个")


def own_customers(table: str, frame: pl.DataFrame, files: Sequence[Known]) -> tuple[Text, ...]:
    """The note on rows of such customers that count; `frame` has all rows of the files in their order."""
    if table not in SALES or "amount" not in frame.columns:
        return ()
    cells = _cells(frame, files)
    if cells is None:
        return ()
    names = cells.head(_LOOKED_AT).drop_nulls().unique()
    own = [name for name in names.filter(names.str.contains(MAY_BE)) if is_own_name(name)]
    if not own:
        return ()
    rows = pl.DataFrame({"name": cells, "amount": frame["amount"]}).filter(
        pl.col("name").is_in(own) & counting(table, frame)
    )
    if rows.is_empty():
        return ()
    sums = rows.group_by("name").agg(pl.col("amount").sum()).sort("amount", "name", descending=[True, False])
    shown = sums["name"].to_list()
    more = _MORE.fill(names=len(shown) - _SHOWN) if len(shown) > _SHOWN else Text("", "")
    named = in_quotes(shown[:_SHOWN])
    return (
        TOLD.fill(
            rows=Count(rows.height),
            money=money_told(rows["amount"].sum()),
            names=Text(named.en + more.en, named.zh + more.zh),
            where=" ".join(f"--where {_typed(name)}" for name in shown[:_SHOWN]),
        ),
    )


def _cells(frame: pl.DataFrame, files: Sequence[Known]) -> pl.Series | None:
    """The names of the customers: those that were read, else those of files in memory."""
    if frame.schema.get(_NAME) == pl.String:
        return frame[_NAME]
    headers = [one.found[_NAME].header for one in files if _NAME in one.found]
    if len(headers) < len(files) or any(one.raw.scan is not None for one in files):
        return None
    asked = (
        one.raw.frame.select(pl.col(header).cast(pl.String).alias(_NAME))
        for one, header in zip(files, headers, strict=True)
    )
    cells = pl.concat(asked).select(cleaned(pl.col(_NAME))).collect().to_series()
    return cells if cells.len() == frame.height else None


def _typed(name: str) -> str:
    """A condition as a shell takes it."""
    return f'"customer!={name}"' if "'" in name else f"'customer!={name}'"
