"""Columns beside the status that say what became of a line: yes and no (是否退货, is_return), and types of documents.

They are made part of the status: from here on a line that is marked follows the rules of a status word; a status that
says it earns nothing stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

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
from salesperf.tables.type_words import codes_as_words, no_sale_types, said_no_sale, unknown_types

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
    "[kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行未计入{money}：与实际数并列的数不是销售（如需计入：[kpi] sold = [{status}]）",
)
_NO_SALES = Text(
    "{rows:row|rows} of {header} {words}{money} left out: payments, purchases and quotes are no sales, unless "
    "[kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行未计入{money}：收付款、采购、报价不是销售（如需计入：[kpi] sold = [{status}]）",
)
_CODES = Text("{header} is read as codes of a ledger: {pairs}", "「{header}」按账簿代码读取：{pairs}")
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
    """Types that take back or count nothing go before a status of sold lines, and so does one that nobody knows."""
    reading = next((one for one in read.rows.readings if one.column == LINE_TYPE), None)
    if reading is None:
        return
    frame = _spelt_out(read, reading.header)
    every = frame[LINE_TYPE].drop_nulls().unique().to_list()
    said = _statuses(every, reading.header)
    rows = int(frame[LINE_TYPE].is_in(list(said)).sum())
    read.notes += _notes(frame, reading.header, every)
    if rows:
        mark = pl.col(LINE_TYPE).replace_strict(said, default=None, return_dtype=pl.String)
        if "status" in frame.columns:
            # An order not yet confirmed is none; an invoice or credit note not yet paid is one.
            is_invoice = read.files[0].table == "invoices"
            mark = pl.coalesce(_unless_settled(mark, frame["status"], is_invoice=is_invoice), "status")
        frame = frame.with_columns(mark.alias("status"))
        read.found |= {"status"}
    read.rows.frame = frame.drop(LINE_TYPE)


def _spelt_out(read: Read, header: str) -> pl.DataFrame:
    """The rows with the codes of a ledger in words: SI, SC."""
    frame = read.rows.frame
    codes = codes_as_words(frame[LINE_TYPE].drop_nulls().unique().to_list())
    if not codes:
        return frame
    pairs = ", ".join(f"{code} = {word}" for code, word in sorted(codes.items()))
    read.notes.append(_CODES.fill(header=header, pairs=pairs))
    return frame.with_columns(pl.col(LINE_TYPE).replace_strict(codes, default=None, return_dtype=pl.String))


def _statuses(every: Collection[str], header: str) -> Mapping[str, str]:
    """The status that each type which says something stands for.

    Some words are of plans or payments under such a header only; as a status each must be one that is known.
    """
    said = {word: word for word in (*unknown_types(every), *telling_types(every))}
    said |= {word: said_no_sale(word) for word in no_sale_types(every)}
    return said | dict.fromkeys(planned_types(every), _planned(header))


def _notes(frame: pl.DataFrame, header: str, every: Collection[str]) -> Iterator[Text]:
    """What is told of the types: planned figures, rows that are no sales, those that take back."""
    planned, pays, telling = planned_types(every), no_sale_types(every), telling_types(every)
    quoted = {word for word in telling if is_not_issued(word) and word not in planned}
    if planned:
        yield _left_out(_PLANNED, frame, header, {word: _planned(header) for word in planned})
    if out := {word: word for word in quoted} | {word: said_no_sale(word) for word in pays}:
        yield _left_out(_NO_SALES, frame, header, out)
    if others := sorted(telling.keys() - planned - quoted - pays):
        told = int(frame[LINE_TYPE].is_in(others).sum())
        yield _TYPED.fill(rows=Count(told), header=header, words=in_quotes(others))


def _left_out(phrase: Text, frame: pl.DataFrame, header: str, statuses: Mapping[str, str]) -> Text:
    """How many rows are of these types, with their sum and the status words that count them all the same."""
    rows = frame.filter(pl.col(LINE_TYPE).is_in(sorted(statuses)))
    total = rows["amount"].sum() if rows.schema.get("amount") == MONEY else None
    money = _IN_ALL.fill(amount=f"{total:,.2f}") if total is not None else same("")
    words = in_quotes(sorted(statuses))
    status = ", ".join(f'"{word}"' for word in sorted(set(statuses.values())))
    en, zh = (
        phrase.fill(rows=Count(rows.height), header=header, words=words, money=said, status=status)
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
