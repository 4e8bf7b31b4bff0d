"""What a status of refunds (退款状态, 售后状态) says of the lines beside it: a refund under way takes nothing off.

Where no column says how much went back, a line of which all did is marked so in its status, and earns nothing.
"""

from __future__ import annotations

import polars as pl

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Count, Text, in_quotes
from salesperf.sources.pieces.one_read import Read
from salesperf.sources.profile import REFUND_STATUS
from salesperf.sources.values.money_cells import money_sum
from salesperf.tables.line_words import LineKind, is_partly_back, kind_of_word
from salesperf.tables.schema import MONEY

_UNDER_WAY = Text(
    "{rows:row|rows} of {header} {words}: the {sum} of refunds there are not made, or not yet, and take nothing off",
    "「{header}」为{words}的 {rows} 行：退款（合计 {sum}）尚未或没有退出，未作扣减",
)
_BACK = Text(
    "{rows:row|rows} of {header} {words} came back, so no revenue{money}",
    "「{header}」为{words}的 {rows} 行已退回，不计入{money}",
)
_IN_ALL = Text(" ({sum} in all)", "（合计 {sum}）")
_DONE = late(
    r"成功|完成|已退|已全[额部]退|^(?:(?:fully|completely) )?(?:refunded|returned)$|^(?:succeeded|success|completed)$"
    r"|^(?:refund|return)s? (?:complete|completed|successful|succeeded|done|paid|issued)$"
)
_NOT_DONE = late(
    r"中(?:$|[,，;；、(（ ])|处理中|审核中|待|申请|拒绝|驳回|关闭|撤销|撤回|取消|失败"
    r"|未退|未完成|未成功|不成功|不同意"
    r"|\bpending\b|\brequest|\bprocessing\b|\bin progress\b|\bawait|\bunder review\b|\brefused\b|\brejected\b"
    r"|\bdeclined\b|\bdenied\b|\bcancell?ed\b|\bwithdrawn\b|\bfailed\b"
)
_NO_MORE_DONE = late(r"未完成|未成功|不成功|未退|关闭|撤销|撤回|取消|失败|待")
_NOTHING_BACK = late(r"^(?:无|没有)|换货|补[发寄]|维修|补偿|价保")
"""Words of lines that were exchanged or mended, or of which nothing was asked back."""


def is_under_way(word: str) -> bool:
    """Whether a refund is asked for or refused, and not made.

    >>> is_under_way("退款中"), is_under_way("Requested"), is_under_way("退款成功"), is_under_way("申请退款成功")
    (True, True, False, False)
    """
    text = _plain(word)
    return _NOT_DONE.search(text) is not None and not is_done(word)


def is_done(word: str) -> bool:
    """Whether a status of refunds says that all of a line went back.

    >>> is_done("售后完成"), is_done("Refunded"), is_done("换货完成"), is_done("部分退款成功"), is_done("无售后")
    (True, True, False, False, False)
    """
    text = _plain(word)
    is_other = is_partly_back(word) or "部分" in text or any(one.search(text) for one in (_NOTHING_BACK, _NO_MORE_DONE))
    return not is_other and (_DONE.search(text) is not None or kind_of_word(word) is LineKind.RETURNED)


def with_refund_status(read: Read) -> None:
    """Let a status of refunds speak, and leave its column out of the frame."""
    reading = next((one for one in read.rows.readings if one.column == REFUND_STATUS), None)
    if reading is None:
        return
    frame = read.rows.frame
    words = sorted(frame[REFUND_STATUS].drop_nulls().unique().to_list())
    if "refund" in read.found:
        frame = _without_open_refunds(read, frame, reading.header, [word for word in words if is_under_way(word)])
    else:
        frame = _marked(read, frame, reading.header, [word for word in words if is_done(word) or is_partly_back(word)])
    read.rows.frame = frame.drop(REFUND_STATUS)


def _without_open_refunds(read: Read, frame: pl.DataFrame, header: str, words: list[str]) -> pl.DataFrame:
    if not words or "refund" not in frame.columns:
        return frame
    is_open = pl.col(REFUND_STATUS).is_in(words).fill_null(value=False) & (pl.col("refund").fill_null(0) != 0)
    rows = frame.filter(is_open)
    if rows.is_empty():
        return frame
    told = {"rows": Count(rows.height), "header": header, "words": in_quotes(_said(rows)), "sum": _sum(rows["refund"])}
    read.notes.append(_UNDER_WAY.fill(**told))
    return frame.with_columns(pl.when(is_open).then(pl.lit(0, dtype=MONEY)).otherwise("refund").alias("refund"))


def _marked(read: Read, frame: pl.DataFrame, header: str, words: list[str]) -> pl.DataFrame:
    """The status of the sale and of its refund in one, as exports put them: 已发货，退款成功.

    A line that earns nothing already keeps its status.
    """
    if not words:
        return frame
    sold, whole, part, between = ("正常", "退款成功", "部分退款", "，") if has_han(header) else _ENGLISH
    status = pl.col("status").fill_null(sold) if "status" in frame.columns else pl.lit(sold)
    idle = _idle(frame)
    is_whole = pl.col(REFUND_STATUS).is_in([one for one in words if is_done(one)])
    is_any = pl.col(REFUND_STATUS).is_in(words)
    mark: pl.Expr = pl.when(is_whole).then(pl.lit(whole)).when(is_any).then(pl.lit(part))
    if idle:
        mark = pl.when(pl.col("status").is_in(idle).fill_null(value=False)).then(None).otherwise(mark)
    named = frame.with_columns(mark.alias("_mark"))
    rows = named.filter(pl.col("_mark") == whole)
    if rows.height:
        money = _sum(rows["amount"]) if rows.schema.get("amount") == MONEY else ""
        en, zh = (side if money else "" for side in (_IN_ALL.fill(sum=money).en, _IN_ALL.fill(sum=money).zh))
        told = {"rows": Count(rows.height), "header": header, "words": in_quotes(_said(rows))}
        read.notes.append(Text(_BACK.fill(**told, money=en).en, _BACK.fill(**told, money=zh).zh))
    read.found |= {"status"}
    joined = pl.when(pl.col("_mark").is_not_null()).then(pl.concat_str(status, pl.lit(between), "_mark"))
    return named.with_columns(joined.otherwise(status).alias("status")).drop("_mark")


_ENGLISH = ("sold", "refunded", "partially refunded", ", ")


def _idle(frame: pl.DataFrame) -> list[str]:
    if "status" not in frame.columns:
        return []
    words = frame["status"].drop_nulls().unique().to_list()
    return [word for word in words if kind_of_word(word) not in {LineKind.SOLD, None} or is_partly_back(word)]


def _said(rows: pl.DataFrame) -> list[str]:
    return sorted(rows[REFUND_STATUS].unique().to_list())


def _sum(cells: pl.Series) -> str:
    return f"{money_sum(cells.abs()):,.2f}"


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", " ")
