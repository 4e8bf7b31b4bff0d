"""One row an order from files of order headers, and what tells apart orders that share a number.

Numbers that begin anew each year stand for several orders. A line finds its own where both files say the year, the shop
or the like; where they do not, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.conform.row_places import PART
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.profile import fold_header

KEY, READ, TOP = "_key", "_read", "_top"
"""What tells orders of one number apart, as text; the place of a read among the headers, and of a row in its read."""
_RANK = "_rank"
_CUSTOMERS = ("customer_id", "customer_name")
JOINED_BY = Text(
    "order numbers begin anew: orders and their lines are matched by {order} and {by}",
    "订单号存在重复编号：订单与明细按「{order}」和「{by}」匹配",
)
_YEARS = frozenset(
    map(fold_header, ("year", "order year", "fiscal year", "年", "年份", "年度", "订单年份", "会计年度"))
)
_NEARLY_ALL = 0.95
"""The share of lines that must find their order by a column for it to tell orders apart."""
_SHOWN = 10

_AGAIN = Text(
    "{rows:row|rows} of orders that stand there already; each order counts once",
    "{rows} 行的订单此前已出现；每个订单只计一次",
)
_TORN = Text(
    "{ids:order id stands|order ids stand} in several rows that disagree about the order: {named}",
    "{ids} 个订单号出现在多行，且各行的订单信息不一致：{named}",
)
_TORN_AND_MORE = Text(f"{_TORN.en} and {{more}} more", f"{_TORN.zh} 等，另有 {{more}} 个")


class Heads(Struct, frozen=True):
    """One row an order, under `order_id` and, where `by` names a column, `KEY`.

    `again` counts the rows that say an order again; `torn` are the ids that stand for several orders.
    """

    rows: pl.DataFrame
    by: str | None = None
    again: int = 0
    torn: tuple[str, ...] = ()

    @property
    def on(self) -> list[str]:
        """The columns by which a line finds its order."""
        return ["order_id"] if self.by is None else ["order_id", KEY]

    def findings(self, where: Where) -> Iterator[Issue]:
        """What is wrong with the headers."""
        if self.again:
            message = _AGAIN.fill(rows=Count(self.again))
            yield issue("R403", message, where, count=self.again)
        if self.torn and self.by is None:
            phrase = _TORN if len(self.torn) <= _SHOWN else _TORN_AND_MORE
            named = in_quotes(self.torn[:_SHOWN])
            message = phrase.fill(ids=Count(len(self.torn)), named=named, more=len(self.torn) - _SHOWN)
            yield issue("R408", message, where, value=self.torn[0], count=len(self.torn))


def heads_of(tops: pl.DataFrame, headers: Sequence[Read], lines: Sequence[Read]) -> Heads:
    """The orders of all header rows; `tops` holds what their lines take, with `READ`, `PART` and `TOP`.

    A row that says of an order what another says already is one too many, and so is one that a later file has again
    with the same date and customer. Other rows that disagree are different orders when a column that all the files
    have tells them apart for nearly all lines.
    """
    named = tops.filter(pl.col("order_id").is_not_null())
    said = [name for name in named.columns if name not in {READ, PART, TOP}]
    rows = named.unique(said, keep="first", maintain_order=True)
    if rows["order_id"].is_duplicated().any():
        rows = _latest(rows, headers)
    asked = pl.concat([read.rows.frame.select("order_id") for read in lines]).unique()
    torn = rows.filter(pl.col("order_id").is_duplicated()).join(asked, on="order_id", how="semi")
    if torn.is_empty():
        first = rows.unique("order_id", keep="first", maintain_order=True)
        return Heads(first, again=named.height - first.height)
    for by, of_headers, of_lines in _columns_of_both(headers, lines):
        keyed = _with_key(rows, of_headers)
        are_apart = not keyed.select(pl.struct("order_id", KEY).is_duplicated().any()).item()
        if are_apart and _find_theirs(keyed, torn, lines, of_lines):
            return Heads(keyed, by, named.height - rows.height, _ids(torn))
    first = rows.unique("order_id", keep="first", maintain_order=True)
    return Heads(first, again=named.height - rows.height, torn=_ids(torn))


def _ids(torn: pl.DataFrame) -> tuple[str, ...]:
    return tuple(torn["order_id"].cast(pl.String).unique().sort().to_list())


def _latest(rows: pl.DataFrame, headers: Sequence[Read]) -> pl.DataFrame:
    """The rows without those that a later file (later last date, then name) has again with date and customer."""
    names = pl.DataFrame(
        [(place, part, one.raw.file.name) for place, read in enumerate(headers) for part, one in enumerate(read.files)],
        schema={READ: pl.UInt32, PART: pl.UInt32, "_name": pl.String},
        orient="row",
    )
    lasts = rows.group_by(READ, PART).agg(pl.col("order_date").max().alias("_last")).join(names, on=[READ, PART])
    ranks = lasts.sort("_last", "_name").with_row_index(_RANK).select(READ, PART, _RANK)
    same = ["order_id", "order_date", *(name for name in _CUSTOMERS if name in rows.columns)]
    ranked = rows.join(ranks, on=[READ, PART], maintain_order="left")
    return ranked.filter(pl.col(_RANK) == pl.col(_RANK).max().over(same)).drop(_RANK)


def keyed_lines(read: Read, by: str) -> pl.Series:
    """What the lines of a read say under the column that tells orders apart."""
    return _cells(read, by).alias(KEY)


def told_apart(frame: pl.DataFrame, torn: Sequence[str]) -> pl.DataFrame:
    """The frame with order ids that stand for several orders made different by `KEY`; without `KEY`."""
    several = pl.col("order_id").cast(pl.String).is_in(torn) & pl.col(KEY).is_not_null()
    own = pl.format("{} ({})", pl.col("order_id").cast(pl.String), KEY)
    return frame.with_columns(pl.when(several).then(own).otherwise("order_id").alias("order_id")).drop(KEY)


def _columns_of_both(
    headers: Sequence[Read], lines: Sequence[Read]
) -> Iterator[tuple[str, list[pl.Series], list[pl.Series]]]:
    """The columns that all header files and all lines files have, and the year where only the lines say it."""
    ids = {one.found["order_id"].header for read in (*headers, *lines) for one in read.files}
    names = {read.files[0].raw.header for read in (*headers, *lines)}
    here = headers[0].files[0].raw.header
    common = [name for name in here if name not in ids and all(name in other for other in names)]
    for name in common:
        yield name, [_cells(read, name) for read in headers], [_cells(read, name) for read in lines]
    years = [name for name in lines[0].files[0].raw.header if fold_header(name) in _YEARS and name not in common]
    for name in years:
        if all(name in read.files[0].raw.header for read in lines) and all(
            "order_date" in read.found for read in headers
        ):
            of_headers = [read.rows.frame["order_date"].dt.year().cast(pl.String) for read in headers]
            yield name, of_headers, [_cells(read, name) for read in lines]


def _cells(read: Read, header: str) -> pl.Series:
    """A column of the files as they write it."""
    cells = (
        pl.concat([one.raw.frame.select(pl.col(header).cast(pl.String)) for one in read.files]).collect().to_series()
    )
    return cells.str.strip_chars().str.strip_suffix(".0")


def _with_key(rows: pl.DataFrame, of_headers: Sequence[pl.Series]) -> pl.DataFrame:
    keys = pl.concat(
        [
            pl.DataFrame({KEY: cells}).with_columns(pl.lit(place, pl.UInt32).alias(READ)).with_row_index(TOP)
            for place, cells in enumerate(of_headers)
        ]
    )
    return rows.join(keys, on=[READ, TOP], how="left", maintain_order="left")


def _find_theirs(keyed: pl.DataFrame, torn: pl.DataFrame, lines: Sequence[Read], of_lines: Sequence[pl.Series]) -> bool:
    """Whether nearly all lines of the ids in question find their order by the key."""
    asking = pl.concat(
        [read.rows.frame.select("order_id", key.alias(KEY)) for read, key in zip(lines, of_lines, strict=True)]
    )
    asking = asking.join(torn.select("order_id").unique(), on="order_id", how="semi")
    found = asking.join(keyed, on=["order_id", KEY], how="semi")
    return found.height >= _NEARLY_ALL * asking.height
