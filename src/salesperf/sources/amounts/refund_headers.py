"""The column of refunded money under a header that no profile lists: told by its words, confirmed by its numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from salesperf.core.late import late
from salesperf.tables.header_words import header_words

REFUND = "refund"
_SAYS = late(
    r"\brefund(?:s|ed)?\b|\breturn(?:s|ed)? (?:amount|value|total)\b|退款|返款|退费|退货(?:总|款|金)"
    r"|[实已]退(?:款|货款|金|总)"
)
"""What is said of money that went back."""
_OTHER = late(
    r"\b(?:status|state|date|time|days?|at|on|reason|count|qty|quantity|number|no|ids?|rate|ratio|pct|percent|by|method|"
    r"type|is|has|had|was|flag|items?|units?|pieces|fees?|tax|vat|gst|shipping|freight|policy|request|requested|pending|"
    r"notes?|before|after|net|excluding|excl|less|minus|refundable|max|maximum|limit|currency|channel|account|"
    r"commission|points|cost|budget|target|plan|estimated|expected|last|prior|previous)\b"
    r"|^(?:refunded|returned) orders$|%|#"
    r"|状态|日期|时间|时长|天数|原因|说明|备注|数|量|笔|次|率|比|号|编码|类型|方式|渠道|途径|标识|标志|标记|是否|账户|申请|"
    r"待|中$|未|可退|应退|上限|税|费|积分|红包|优惠|补贴|佣金|成本|币种|前|后|扣除|减|净|目标|计划|上年|去年|同期|环比|"
    r"同比|进度|阶段|结果|凭证|地址|预计"
)
"""What is said of something else about a refund, or of one that is not made."""
_DONE = late(r"\b(?:actual|actually|completed|succeeded|successful|paid)\b|实际|[实已]退|已|成功|完成")
_WHOLE = late(r"\btotal\b|总|累计|合计")


def says_refund(header: str) -> bool:
    """Whether a header is of money that went back, and not of its day, state, count or reason.

    >>> says_refund("售后退款金额(元)"), says_refund("Total Refunded"), says_refund("退款状态")
    (True, True, False)
    """
    words = _words(header)
    return _SAYS.search(words) is not None and _OTHER.search(words) is None


def refund_headers(headers: Iterable[str], is_money: Callable[[str], bool]) -> tuple[str, ...]:
    """The headers of refunded money, the one that says most of it first."""
    found = [header for header in headers if says_refund(header) and is_money(header)]
    return tuple(sorted(found, key=lambda header: -_rank(_words(header))))


def _rank(words: str) -> int:
    return 2 * bool(_DONE.search(words)) + bool(_WHOLE.search(words))


def _words(header: str) -> str:
    """Lower case, one blank between words: `refundedAmount` and `refunded_amount` are two words, 售后 is none."""
    text = header_words(re.sub(r"\(含[^)]*\)", "", unicodedata.normalize("NFKC", header)))
    return re.sub(" +", " ", text.replace("售后", "")).strip()
