"""Rows that are returns by the name of their file or sheet: written with positive amounts they are taken off, and told.

Where a type tells returns from sales row by row, or signs do, the name decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, folded
from salesperf.sources.conform.row_places import PART
from salesperf.sources.known import Known
from salesperf.sources.recognition.role_notes import CONFIGURED, cure_of, money_told, noted
from salesperf.tables.catalog import TABLES
from salesperf.tables.line_words import NO_RETURN, LineKind, kind_of_word, says_sale
from salesperf.tables.schema import Kind

_AS_THEY_ARE = frozenset({"unit_price", "refund"})
"""Money that has no sign of its own: a price, and what is taken off in any case."""
_NOT_DONE = re.compile(
    r"关闭|撤销|撤回|拒绝|驳回|失败|取消|处理中|退款中|退货中|待|^(?:rejected|declined|denied|failed|requested)$"
)
"""What a status of returns says of one that did not come about, or has not yet."""
_IDLE = frozenset({LineKind.CANCELLED, LineKind.OPEN})
_TAKEN_OFF = Text(
    "{rows:row counts as a return|rows count as returns}{money}: {says}", "{rows} 行按退货扣减{money}：{says}"
)
_MIXED = Text(
    "{rows:row counts|rows count} by the signs of the amounts{money}, though {says}",
    "{rows} 行按金额正负计入{money}，但{says}",
)


class TakenBack(Struct, frozen=True):
    """The rows with the amounts of returns below zero, and what was done."""

    frame: pl.DataFrame
    issues: tuple[Issue, ...] = ()
    notes: tuple[Text, ...] = ()


def taken_back(table: str, frame: pl.DataFrame, files: Sequence[Known]) -> TakenBack:
    """The returns of one read (with `PART`, the place in `files`), of which a name says that all rows are."""
    says = files[0].returned_by
    if says is None or "amount" not in frame.columns:
        return TakenBack(frame)
    words = frame["status"].drop_nulls().unique().to_list() if "status" in frame.columns else []
    says_all = bool(words) and not frame["status"].null_count()
    if any(map(says_sale, words)) or (says_all and all(kind_of_word(word) is LineKind.RETURNED for word in words)):
        return TakenBack(frame)
    least, most = frame["amount"].min(), frame["amount"].max()
    if least is None or most is None or most <= 0:  # type: ignore[operator]
        return TakenBack(frame)
    if least < 0:  # type: ignore[operator]
        return TakenBack(frame, *_told(frame, files, _MIXED, says, code="R216"))
    idle = [word for word in words if kind_of_word(word) in _IDLE or _NOT_DONE.search(folded(word).lower())]
    if idle:
        frame = frame.with_columns(pl.col("status").replace(dict.fromkeys(idle, NO_RETURN)))
        idle = [NO_RETURN]
    counts = ~pl.col("status").is_in(idle).fill_null(value=False) if idle else pl.lit(value=True)
    money = [
        column.name
        for column in TABLES[table].columns
        if column.kind in {Kind.MONEY, Kind.QUANTITY}
        and column.name in frame.columns
        and column.name not in _AS_THEY_ARE
    ]
    back = frame.with_columns(pl.when(counts).then(-pl.col(name).abs()).otherwise(name).alias(name) for name in money)
    return TakenBack(back, *_told(frame.filter(counts), files, _TAKEN_OFF, says, code="R217"))


def _told(
    frame: pl.DataFrame, files: Sequence[Known], phrase: Text, says: Text, *, code: str
) -> tuple[tuple[Issue, ...], tuple[Text, ...]]:
    """A finding and a note a file, with its rows and their sum."""
    issues, notes = [], []
    for part, one in enumerate(files):
        own = frame.filter(pl.col(PART) == part) if len(files) > 1 else frame
        said = phrase.fill(rows=Count(own.height), money=money_told(own["amount"].sum()), says=says)
        cure = cure_of(one.raw, one.table)
        where = Where(one.raw.file.name, one.raw.sheet)
        if says != CONFIGURED:
            issues.append(issue(code, said, where, hint=cure, count=own.height))
        notes.append(noted(one.raw, said, says=says, cure=cure))
    return tuple(issues), tuple(notes)
