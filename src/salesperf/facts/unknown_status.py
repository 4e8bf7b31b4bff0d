"""Status words that nobody knows, whose lines count as sold: told with their rows, their sum and the setting.

The setting is the one that the word looks like; what it looks like changes no number.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.late import late
from salesperf.core.text import Text, counted
from salesperf.tables.doubt_words import flag_of
from salesperf.tables.line_words import LineKind, word_key

_IDLE = (LineKind.CANCELLED, LineKind.RETURNED, LineKind.OPEN)
_WAITS = late(
    r"pending|await|\bwait|unpaid|not (?:yet )?paid|on.?hold|draft|quot|review|submit"
    r"|待付|未付|待支付|未支付|待收款|未收款|待审|未审|待确认|未确认|待提交|^等|待客户|中$"
)
"""What has not come about yet."""
_SELLS = late(
    r"complet|ship|deliver|\bpaid|payment|fulfil|invoic|\bsold|\bdone|success|dispatch|received|finish|\bactive|pick"
    r"|完成|成功|发货|收货|签收|付款|支付|出库|送达|成交|自提|提货|揽收|在途|运输"
)
"""Steps of a sale that came about."""


def unknown_status(words: Mapping[str, tuple[int, Decimal]]) -> tuple[Issue, ...]:
    """One finding a word, from the number of its lines and the sum of their amounts."""
    return tuple(_finding(word, rows, total) for word, (rows, total) in words.items())


def _finding(word: str, rows: int, total: Decimal) -> Issue:
    looks = _looks(word)
    told = Text(
        f"status {word!r} is not a known word: {counted(rows, 'line')} of it ({total:,.2f} in all) count as sold",
        f"状态「{word}」不是已知的词：其 {rows:,} 行按已售计入（合计 {total:,.2f}）",
    )
    if looks is LineKind.SOLD:
        setting = f'[kpi] sold = ["{word}"]'
        message = Text(
            f"{told.en}, as the word looks; {setting} says so", f"{told.zh}，与其字面相符；可写明：{setting}"
        )
        hint = Text(
            f"say what it is: {setting} (or returned, cancelled, open)",
            f"请写明其含义：{setting}（或 returned、cancelled、open）",
        )
    else:
        setting = f'[kpi] {looks.value} = ["{word}"]'
        others = [kind.value for kind in _IDLE if kind is not looks]
        message = Text(f"{told.en}, unless {setting} says so", f"{told.zh}；若并非已售，请写明：{setting}")
        hint = Text(
            f"if they are not, say so: {setting} (or {', '.join(others)})",
            f"若并非已售，请写明：{setting}（或 {'、'.join(others)}）",
        )
    return issue("F503", message, Where(column="status"), hint=hint, value=word, count=rows)


def _looks(word: str) -> LineKind:
    """What a word looks like, by what it has of words that are known; of nothing known, cancelled.

    >>> [_looks(word).value for word in ("order_refunded", "Awaiting stock", "配送已完成", "Awaiting refund", "押货")]
    ['returned', 'open', 'sold', 'returned', 'cancelled']
    """
    flag, key = flag_of(word), word_key(word)
    if flag is not None and flag.answer and flag.is_sure:
        return LineKind.RETURNED if flag.column == "was_returned" else LineKind.CANCELLED
    if _WAITS.search(key):
        return LineKind.OPEN
    return LineKind.SOLD if _SELLS.search(key) else LineKind.CANCELLED
