"""Statuses that say closed: done in the programs of a company, called off in those of a shop.

Which of them an export means is told by the words beside it and by when its rows are; whatever counts is told with its
rows, its sum and the setting for the other reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import narwhals as nw
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text
from salesperf.engine import Frame, collect
from salesperf.facts.section import SalesSection
from salesperf.tables.line_words import LineKind, word_key

_DONE, _OFF = frozenset({"closed"}), frozenset({"已关闭", "关闭"})
"""The words by what they mean where nothing speaks against it."""
_FINISHED = frozenset({
    "completed", "complete", "finished", "done", "success", "delivered", "已完成", "完成", "已完结", "完结", "已结案",
    "交易成功", "交易完成", "订单完成", "成功", "已签收", "已收货",
})  # fmt: skip
"""Beside these, another word has what is done."""
_OF_SHOPS = frozenset({
    "待付款", "未付款", "待支付", "未支付", "等待付款", "等待买家付款", "已付款", "已支付", "买家已付款",
})  # fmt: skip
"""Words of orders that are paid before they are sent: what nobody paid is closed there."""
_SOLD = Text(
    "status {word!r} may mean done or called off: {rows:line|lines} of it ({total} in all) count as sold, as {why}, "
    'unless [kpi] cancelled = ["{word}"] says so',
    "状态「{word}」可能指已办结，也可能指已取消：其 {rows} 行按已售计入（合计 {total}），因为{why}；若为取消，请写明："
    '[kpi] cancelled = ["{word}"]',
)
_CANCELLED = Text(
    "status {word!r} may mean called off or done: {rows:line|lines} of it ({total} in all) count as cancelled, "
    'unless [kpi] sold = ["{word}"] says so',
    "状态「{word}」可能指已取消，也可能指已办结：其 {rows} 行按取消处理，不计入（合计 {total}）；若为已办结，请写明："
    '[kpi] sold = ["{word}"]',
)
_BY_WORD = Text("orders are closed when they are done in most programs", "多数系统中「关闭」表示订单已办结")
_BY_WORDS = Text("no other status says that an order is done", "没有其他状态表示订单已完成")
_BY_DATES = Text(
    "most of the older orders have it and the open ones are new", "较早的订单大多为此状态，未完成的都是新单"
)


class Carried(Struct, frozen=True):
    """What the rows of a status are: how many, what they sum to, how many lack their amount."""

    rows: int
    total: Decimal
    unpriced: int


def closed_words(
    base: Frame,
    carried: Mapping[str, Carried],
    kinds: Mapping[str, LineKind | None],
    *,
    section: SalesSection,
) -> tuple[Mapping[str, LineKind | None], tuple[Issue, ...]]:
    """The kinds of all status words, those that say closed judged, and a finding for each of these in doubt."""
    declared = {word_key(word) for word in (*section.sold, *section.returned, *section.cancelled, *section.open)}
    found = dict(kinds)
    told: list[Issue] = []
    for word, of_word in carried.items():
        key = word_key(word)
        if key in declared or key not in _DONE | _OFF:
            continue
        beside = {word_key(other): kind for other, kind in kinds.items() if other != word}
        if key in _DONE:
            # Open and closed alone leave no doubt.
            why = _BY_WORD if LineKind.SOLD in beside.values() else None
            told += [_finding(_SOLD, word, of_word, why=why)] if why is not None else []
            continue
        why = None if of_word.unpriced else _why_done(base, word, beside)
        if why is not None:
            found[word] = LineKind.SOLD
        told.append(_finding(_CANCELLED if why is None else _SOLD, word, of_word, why=why or _BY_WORD))
    return found, tuple(told)


def _why_done(base: Frame, word: str, beside: Mapping[str, LineKind | None]) -> Text | None:
    """What shows that rows of a word for called off are done; None where nothing does."""
    if beside.keys() & (_FINISHED | _OF_SHOPS):
        return None
    if LineKind.SOLD in beside.values():
        return _BY_WORDS
    return _BY_DATES if LineKind.OPEN in beside.values() and _is_of_older(base, word, beside) else None


def _is_of_older(base: Frame, word: str, beside: Mapping[str, LineKind | None]) -> bool:
    """Whether the word has most rows of the older half, and all open rows lie behind the middle one of its own."""
    days = collect(base.select("status", "date").filter(~nw.col("date").is_null()).sort("date"))
    words = days["status"].to_list()
    older = words[: (len(words) + 1) // 2]
    at = [place for place, other in enumerate(words) if other == word]
    is_open = (place for place, other in enumerate(words) if other and beside.get(word_key(other)) is LineKind.OPEN)
    return older.count(word) * 2 > len(older) and next(is_open, 0) >= at[len(at) // 2]


def _finding(phrase: Text, word: str, carried: Carried, *, why: Text) -> Issue:
    message = phrase.fill(word=word, rows=Count(carried.rows), total=f"{carried.total:,.2f}", why=why)
    return issue("F514", message, Where(column="status"), value=word, count=carried.rows)
