"""Columns beside the status that say what became of a line: yes and no (是否退货, is_return), and types of documents.

They are made part of the status: from here on a line that is marked follows the rules of a status word; a status that
says it earns nothing stays.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import polars as pl

from salesperf.core.text import Count, Text, in_quotes, same
from salesperf.sources.piece import Read
from salesperf.sources.profile import LINE_FLAGS, LINE_TYPE
from salesperf.sources.vocabulary import is_chinese
from salesperf.tables.line_words import (
    LineKind,
    is_not_issued,
    is_partly_back,
    kind_of_word,
    planned_types,
    telling_types,
)
from salesperf.tables.schema import MONEY

_KINDS: Mapping[str, LineKind] = dict(zip(LINE_FLAGS, (LineKind.CANCELLED, LineKind.RETURNED), strict=True))
"""What a yes means; of two the first counts."""
_WORDS = {
    LineKind.CANCELLED: Text("cancelled", "已取消"),
    LineKind.RETURNED: Text("returned", "退货"),
    LineKind.SOLD: Text("sold", "正常"),
}
_TYPED = Text(
    "{rows:row|rows} of {header} {words}: taken as that type says, whatever the status",
    "「{header}」为{words}的 {rows} 行按该类型处理，不看其状态",
)
_PLANNED = Text(
    "{rows:row|rows} of {header} {words}{money} left out: figures beside the actual ones are no sales, unless "
    '[kpi] sold = ["{status}"] says so',
    '「{header}」为{words}的 {rows} 行未计入{money}：与实际数并列的数不是销售（如需计入：[kpi] sold = ["{status}"]）',
)
_IN_ALL = Text(" ({amount} in all)", "（合计 {amount}）")
_MARKED = Text("lines with yes under {header} count as {word}", "「{header}」为“是”的行按“{word}”处理")


def with_line_flags(read: Read) -> None:
    """Write the marks and types of a read into its status, and leave their columns out of the frame.

    Without a status column the other lines are sold. Where no line says no, an empty cell does.
    """
    _with_flags(read)
    _with_types(read)


def _with_flags(read: Read) -> None:
    flags = [reading for reading in read.rows.readings if reading.column in LINE_FLAGS]
    frame = read.rows.frame
    if not flags:
        return
    has_status = "status" in frame.columns
    status = pl.col("status") if has_status else pl.lit(None, dtype=pl.String)
    marks: dict[LineKind, pl.Expr] = {}
    for reading in flags:
        kind = _KINDS[reading.column]
        word = _word(kind, reading.header)
        marks[kind] = pl.when(reading.column).then(pl.lit(word))
        if frame[reading.column].any():
            read.notes.append(_MARKED.fill(header=reading.header, word=word))
    marked = pl.coalesce(marks[kind] for kind in _KINDS.values() if kind in marks)
    if has_status:
        marked = _unless_settled(marked, frame["status"])
    else:
        says_no = [reading.column for reading in flags if not frame[reading.column].all()]
        is_sold = pl.all_horizontal(pl.col(name).is_not_null() for name in says_no) if says_no else pl.lit(value=True)
        status = pl.when(is_sold).then(pl.lit(_word(LineKind.SOLD, flags[0].header)))
    named = pl.coalesce(marked, status).alias("status")
    read.rows.frame = frame.with_columns(named).drop(reading.column for reading in flags)
    read.found |= {"status"}


def _with_types(read: Read) -> None:
    """Types that take back or count nothing go before a status of sold lines; other types say nothing."""
    frame = read.rows.frame
    reading = next((one for one in read.rows.readings if one.column == LINE_TYPE), None)
    if reading is None:
        return
    every = frame[LINE_TYPE].drop_nulls().unique().to_list()
    words, planned = sorted(telling_types(every)), planned_types(every)
    typed = frame.with_columns(pl.when(pl.col(LINE_TYPE).is_in(words)).then(LINE_TYPE).alias(LINE_TYPE))
    rows = typed[LINE_TYPE].count()
    if planned:
        read.notes.append(_left_out(frame, reading.header, planned))
    if rows:
        # Some of these words are of plans under this header only; as a status each must be one that is known.
        is_planned = pl.col(LINE_TYPE).is_in(sorted(planned))
        mark = pl.when(is_planned).then(pl.lit(_planned(reading.header))).otherwise(LINE_TYPE)
        if "status" in frame.columns:
            # An order not yet confirmed is none; an invoice or credit note not yet paid is one.
            is_invoice = read.files[0].table == "invoices"
            mark = pl.coalesce(_unless_settled(mark, frame["status"], is_invoice=is_invoice), "status")
        typed = typed.with_columns(mark.alias("status"))
        read.found |= {"status"}
        if others := [word for word in words if word not in planned]:
            told = int(typed[LINE_TYPE].is_in(others).sum())
            read.notes.append(_TYPED.fill(rows=Count(told), header=reading.header, words=in_quotes(others)))
    read.rows.frame = typed.drop(LINE_TYPE)


def _left_out(frame: pl.DataFrame, header: str, planned: Collection[str]) -> Text:
    """How many rows are of planned figures, with their sum."""
    rows = frame.filter(pl.col(LINE_TYPE).is_in(sorted(planned)))
    total = rows["amount"].sum() if rows.schema.get("amount") == MONEY else None
    money = _IN_ALL.fill(amount=f"{total:,.2f}") if total is not None else same("")
    words = in_quotes(sorted(planned))
    en, zh = (
        _PLANNED.fill(rows=Count(rows.height), header=header, words=words, money=said, status=_planned(header))
        for said in (money.en, money.zh)
    )
    return Text(en.en, zh.zh)


def _planned(header: str) -> str:
    return "预算" if is_chinese(header) else "budget"


def _unless_settled(mark: pl.Expr, status: pl.Series, *, is_invoice: bool = False) -> pl.Expr:
    return pl.when(~pl.col("status").is_in(_settled(status, is_invoice=is_invoice)).fill_null(value=False)).then(mark)


def _settled(status: pl.Series, *, is_invoice: bool) -> list[str]:
    """The status words that a mark does not change: what earns nothing, came back, or came back in part."""
    words = status.drop_nulls().unique().to_list()
    return [word for word in words if _is_settled(word, is_invoice=is_invoice)]


def _is_settled(word: str, *, is_invoice: bool) -> bool:
    kind = kind_of_word(word)
    if kind is LineKind.OPEN and is_invoice:
        return is_not_issued(word)
    return kind not in {LineKind.SOLD, None} or is_partly_back(word)


def _word(kind: LineKind, header: str) -> str:
    return _WORDS[kind].zh if is_chinese(header) else _WORDS[kind].en
