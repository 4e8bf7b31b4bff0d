"""Columns beside the status that say what became of a line: yes and no (是否退货, is_return), and types of documents.

They are made part of the status: from here on a line that is marked follows the rules of a status word; a status that
says it earns nothing stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from salesperf.core.han import has_han
from salesperf.core.text import Count, Text, in_quotes, same
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.pieces.unpaid_invoices import with_unpaid_invoices
from salesperf.sources.profile import LINE_FLAGS, LINE_TYPE
from salesperf.tables.line_words import (
    LineKind,
    is_not_issued,
    is_partly_back,
    kind_of_word,
    planned_types,
    telling_types,
)
from salesperf.tables.schema import MONEY
from salesperf.tables.type_words import (
    codes_as_words,
    money_out,
    no_sale_types,
    prepaid_types,
    said_no_sale,
    unknown_types,
)

_KINDS: Mapping[str, tuple[LineKind, bool]] = {
    "was_cancelled": (LineKind.CANCELLED, True),
    "was_valid": (LineKind.CANCELLED, False),
    "was_returned": (LineKind.RETURNED, True),
    "was_confirmed": (LineKind.OPEN, False),
}
"""What becomes of a line by which answer."""
_WORDS = {
    LineKind.CANCELLED: Text("cancelled", "已取消"),
    LineKind.RETURNED: Text("returned", "退货"),
    LineKind.SOLD: Text("sold", "正常"),
    LineKind.OPEN: Text("pending", "未审核"),
}
_TYPED = Text(
    "{rows:row|rows} of {header} {words}{money}: taken as that type says, whatever the status",
    "「{header}」为{words}的 {rows} 行按该类型处理，不看其状态{money}",
)
_PLANNED = Text(
    "{rows:row|rows} of {header} {words}{money} left out: figures beside the actual ones are no sales, unless "
    "[kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行未计入{money}：与实际数并列的数不是销售（如需计入：[kpi] sold = [{status}]）",
)
_NO_SALES = Text(
    "{rows:row|rows} of {header} {words}{money} left out: payments, purchases, quotes and orders beside their "
    "invoices are no sales, unless [kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行未计入{money}：收付款、采购、报价以及与发票并列的订单不是销售"
    "（如需计入：[kpi] sold = [{status}]）",
)
_PREPAID = Text(
    "{rows:row|rows} of {header} {words}{money} left out: what is put on a card or account is a sale when it is spent, "
    "unless [kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行未计入{money}：充值、储值是预收款，消费时才是销售（如需计入："
    "[kpi] sold = [{status}]）",
)
_PREPAID_ALONE = Text(
    "{rows:row|rows} of {header} {words}{money} counted as sales: nothing beside them says what was spent; if they are "
    "money put on cards or accounts: [kpi] cancelled = [{status}]",
    "「{header}」为{words}的 {rows} 行按销售计入{money}：旁边没有消费记录；若是充值、储值等预收款，请写明："
    "[kpi] cancelled = [{status}]",
)
_CODES = Text("{header} is read as codes of a ledger: {pairs}", "「{header}」按账簿代码读取：{pairs}")
_CUSTOMERS = frozenset({"customer_id", "customer_name"})
_IN_ALL = Text(" ({amount} in all)", "（合计 {amount}）")
_MARKED = Text(
    "{rows:row counts|rows count} as {word} for a {answer} under {header}{money}, unless [kpi] sold = [{status}] "
    "says so",
    "「{header}」为“{answer}”的 {rows} 行按“{word}”处理{money}（如需计入销售：[kpi] sold = [{status}]）",
)
_ANSWERS = {True: Text("yes", "是"), False: Text("no", "否")}
_NEVER = Text(
    "no row says yes under {header}: the flag is not kept, and all rows count whatever it says",
    "「{header}」没有一行为“是”：视为未使用该标志，各行照常计入",
)
_OUT = Text(
    "{rows:row|rows} of {header} {words}{money} taken back as returns, unless [kpi] sold = [{status}] says so",
    "「{header}」为{words}的 {rows} 行按退货扣减{money}（如需计入销售：[kpi] sold = [{status}]）",
)


def with_line_flags(read: Read) -> None:
    """Write the marks and types of a read into its status, and leave their columns out of the frame.

    Without a status column the other lines are sold. Where no line says no, an empty cell does.
    """
    with_unpaid_invoices(read)
    _with_flags(read)
    _with_types(read)


def _with_flags(read: Read) -> None:
    flags = [reading for reading in read.rows.readings if reading.column in LINE_FLAGS]
    frame = read.rows.frame
    if not flags:
        return
    has_status = "status" in frame.columns
    status = pl.col("status") if has_status else pl.lit(None, dtype=pl.String)
    marks: dict[str, pl.Expr] = {}
    for reading in flags:
        kind, answer = _KINDS[reading.column]
        if not answer and not frame[reading.column].any():
            read.notes += [_NEVER.fill(header=reading.header)] if frame[reading.column].len() else []
            continue
        said = (pl.col(reading.column) == answer).fill_null(value=False)
        marks[reading.column] = pl.when(said).then(pl.lit(_word(kind, reading.header)))
        read.notes += _marked(frame.filter(said), reading.header, kind, answer=answer)
    marked = pl.coalesce(marks[name] for name in LINE_FLAGS if name in marks) if marks else None
    if marked is None:
        read.rows.frame = frame.drop(reading.column for reading in flags)
        return
    if has_status:
        marked = _unless_settled(marked, frame["status"])
    else:
        says_no = [name for name in marks if not frame[name].all()]
        is_sold = pl.all_horizontal(pl.col(name).is_not_null() for name in says_no) if says_no else pl.lit(value=True)
        status = pl.when(is_sold).then(pl.lit(_word(LineKind.SOLD, flags[0].header)))
    named = pl.coalesce(marked, status).alias("status")
    read.rows.frame = frame.with_columns(named).drop(reading.column for reading in flags)
    read.found |= {"status"}


def _marked(rows: pl.DataFrame, header: str, kind: LineKind, *, answer: bool) -> Iterator[Text]:
    """How many rows a flag marks, with their sum and the setting that counts them all the same."""
    if rows.is_empty():
        return
    word = _word(kind, header)
    yield _with_sum(_MARKED, rows, header=header, answer=_ANSWERS[answer], word=word, status=f'"{word}"')


def _with_sum(phrase: Text, rows: pl.DataFrame, **words: object) -> Text:
    """What is told of some rows, with their number and the sum of their amounts."""
    total = rows["amount"].sum() if rows.schema.get("amount") == MONEY else None
    money = _IN_ALL.fill(amount=f"{total:,.2f}") if total is not None else same("")
    return phrase.fill(rows=Count(rows.height), money=money, **words)


def _with_types(read: Read) -> None:
    """Types that take back or count nothing go before a status of sold lines, and so does one that nobody knows."""
    reading = next((one for one in read.rows.readings if one.column == LINE_TYPE), None)
    if reading is None:
        return
    frame = _spelt_out(read, reading.header)
    every = frame[LINE_TYPE].drop_nulls().unique().to_list()
    is_named = not read.found.isdisjoint(_CUSTOMERS)
    said = _statuses(every, reading.header, is_named=is_named)
    if read.files[0].is_told(LINE_TYPE):
        # Whoever names the column wants its words looked at: [kpi] says what each that nobody knows means.
        said = {**{word: word for word in every if kind_of_word(word) is not LineKind.SOLD}, **said}
    rows = int(frame[LINE_TYPE].is_in(list(said)).sum())
    read.notes += _notes(frame, reading.header, every, is_named=is_named)
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


def _statuses(every: Collection[str], header: str, *, is_named: bool) -> Mapping[str, str]:
    """The status that each type which says something stands for.

    Some words are of plans or payments under such a header only; as a status each must be one that is known. Money
    that went out to customers, where these are named, came back from a sale; else it is no sale.
    """
    said = {word: word for word in (*unknown_types(every), *telling_types(every))}
    said |= {word: word for word in prepaid_types(every)} | {word: said_no_sale(word) for word in no_sale_types(every)}
    said |= {word: _word(LineKind.RETURNED, header) if is_named else said_no_sale(word) for word in money_out(every)}
    return said | dict.fromkeys(planned_types(every), _planned(header))


def _notes(frame: pl.DataFrame, header: str, every: Collection[str], *, is_named: bool) -> Iterator[Text]:
    """What is told of the types: planned figures, rows that are no sales, those that take back."""
    planned, pays, telling, out = planned_types(every), no_sale_types(every), telling_types(every), money_out(every)
    if out and is_named:
        yield _left_out(_OUT, frame, header, dict.fromkeys(out, _word(LineKind.RETURNED, header)))
    elif out:
        pays |= out
    quoted = {word for word in telling if is_not_issued(word) and word not in planned}
    if planned:
        yield _left_out(_PLANNED, frame, header, {word: _planned(header) for word in planned})
    prepaid = prepaid_types(every)
    if loaded := prepaid & pays:
        yield _left_out(_PREPAID, frame, header, {word: said_no_sale(word) for word in loaded})
    if alone := prepaid - pays:
        yield _left_out(_PREPAID_ALONE, frame, header, {word: word for word in alone})
    if none := {word: word for word in quoted} | {word: said_no_sale(word) for word in pays - loaded}:
        yield _left_out(_NO_SALES, frame, header, none)
    if others := sorted(telling.keys() - planned - quoted - pays):
        told = frame.filter(pl.col(LINE_TYPE).is_in(others))
        yield _with_sum(_TYPED, told, header=header, words=in_quotes(others))


def _left_out(phrase: Text, frame: pl.DataFrame, header: str, statuses: Mapping[str, str]) -> Text:
    """How many rows are of these types, with their sum and the status words that count them all the same."""
    rows = frame.filter(pl.col(LINE_TYPE).is_in(sorted(statuses)))
    status = ", ".join(f'"{word}"' for word in sorted(set(statuses.values())))
    return _with_sum(phrase, rows, header=header, words=in_quotes(sorted(statuses)), status=status)


def _planned(header: str) -> str:
    return "预算" if has_han(header) else "budget"


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
    return _WORDS[kind].zh if has_han(header) else _WORDS[kind].en
