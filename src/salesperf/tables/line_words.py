"""The status words of order lines as exports write them: which lines were sold, came back, or earn nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from salesperf.core.text import folded
from salesperf.tables import chinese_words, foreign_words
from salesperf.tables.underway_words import UNDERWAY


class LineKind(StrEnum):
    """What became of an order line."""

    SOLD = "sold"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    OPEN = "open"


NOT_ISSUED = (
    "draft", "quote", "quotation", "estimate", "proposal", "proforma", "pro forma", "pro-forma", "proforma invoice",
    "quotation sent", "quote sent",
    "草稿", "暂存", "报价", "报价单", "形式发票", "待开票", "未开票", "开票中", "待提交", "未提交",
    "budget", "budgeted", "forecast", "预算", "预测", "no sale", "非销售",
    *foreign_words.NOT_ISSUED,
)  # fmt: skip
"""The words of documents that were never given out and of planned figures: nothing is sold or owed by them."""
ACTUAL = ("actual", "actuals", "act", "real", "实际", "实际数", "实绩", "实际值")
"""The words of figures that are no plan, where a column tells both."""
PLANNED = (
    "budget", "budgeted", "bud", "plan", "planned", "forecast", "fcst", "target", "quota", "goal", "outlook",
    "py", "ly", "prior year", "previous year", "last year",
    "预算", "预算数", "计划", "计划数", "预测", "预测数", "目标", "目标值",
    "上年", "去年", "同期", "上年同期", "去年同期",
)  # fmt: skip
"""Words for figures of plans and of the year before, where another word says actual: a plan may be bought."""
PARTLY_BACK = (
    "partially refunded", "partly refunded", "partial refund", "partially returned", "partly returned",
    "partial return", "部分退款", "部分退款成功", "已部分退款", "部分退货退款", *chinese_words.PARTLY_BACK,
    *foreign_words.PARTLY_BACK,
)  # fmt: skip
"""The words of sold lines of which a part came back: how much, another column has to say."""
REVERSED = (
    "reversed", "credited in full", "已红冲", "已冲红", "被红冲", "被冲红", "全额红冲", "已全额红冲", "红冲完成",
    "已冲销", "被冲销", "红冲作废",
)  # fmt: skip
"""The words of an invoice that another document has undone, which may stand in the same export with a negative sum."""
NO_RETURN = "cancelled return"
"""The word of a return that did not come about, or has not yet: nothing is taken off, and it is not the sale itself."""
UNPAID_INVOICE = ("unpaid invoice", "未付款发票")
"""The words of sold lines that are invoices nobody has paid yet."""
_UNPAID = frozenset({
    "open", "unpaid", "not paid", "awaiting payment", "pending payment", "payment pending", "sent", "viewed", "overdue",
    "past due", "outstanding", "partial", "partly paid", "authorised", "authorized", *UNPAID_INVOICE,
    "未付款", "未支付", "待付款", "待支付", "未收款", "待收款", "未回款", "待回款", "部分收款", "部分回款",
    "逾期", "已逾期",
})  # fmt: skip
"""What stands in the status of an invoice that was given out and is not paid in full."""
LINE_WORDS: Mapping[LineKind, tuple[str, ...]] = {
    LineKind.SOLD: (
        "sold", "completed", "complete", "paid", "shipped", "delivered", "won", "invoiced", "fulfilled", "done",
        "closed", "finished", "received", "billed", "confirmed", "success", "succeeded", "settled", "captured",
        "in transit", "out for delivery", "picked up", "partially paid", "to receive",
        "wait buyer confirm goods", "trade buyer signed", "trade finished", "trade success", *UNDERWAY,
        "accrec", "sale", "cash sale", "sales", "sales order", "sales invoice", "sales receipt", "invoice", "payment",
        "已完成", "完成", "已付款", "已支付", "交易成功", "交易完成", "订单完成", "已发货", "已签收", "已收货",
        "卖家已发货", "待收货", "等待买家确认", "等待确认收货",
        "等待收货", "待评价", "已开票", "已结算", "已出库", "成功", "已成交", "已确认", "已审核", "已核准",
        "已生效", "正常", "有效", "已承保", "承保",
        "销售", "销售出库", "销售订单", "销售发货", "普通销售", "普通订单", *chinese_words.APPROVED,
        "dispatched", "despatched", "paid in full", "fully paid", "deposited", "fully applied",
        *PARTLY_BACK, *foreign_words.SOLD,
    ),
    LineKind.RETURNED: (
        "returned", "return", "refunded", "refund", "credit note", "credit memo", "credited", "chargeback", "rma",
        "returned to seller", "sales return", "sales credit note",
        "退款", "退款成功", "已退款", "红冲", "红字", "红单", *chinese_words.RETURNED, "退费", "已退费", "退费成功",
        "红字发票", "红票", "红字专票", "红字普票", "负数发票", "红字单据", "销项负数",
        "accreccredit", "credit invoice", "invoice credit", "return invoice", "refund receipt", "credit",
        "sales credit", "sales credit memo", "cash refund", "customer credit",
        *foreign_words.RETURNED,
    ),
    LineKind.CANCELLED: (
        "cancelled", "canceled", "cancel", NO_RETURN, "void", "voided", "rejected", "failed", "declined", "deleted",
        "expired", "trade closed", "trade closed by taobao", "abandoned", "cancellation", "nullified", "annulled",
        "superseded", "written off", "written-off", "fell through", "fallen through", "withdrawn",
        "已取消", "取消", "交易取消", "订单取消", "作废", "已作废", "交易关闭", "订单关闭", "已关闭", "关闭",
        "退保", "已退保", "犹豫期退保", "犹豫期撤单", "撤单", "已撤单", "撤保",
        "无效", "已拒绝", "已驳回", "支付失败", "删除", "已删除", "已废弃", "空白作废", "废票", *REVERSED,
        *chinese_words.REFUSED,
        *foreign_words.CANCELLED,
    ),
    LineKind.OPEN: (
        "wait buyer pay", "trade no create pay",
        "backordered", "back ordered", "back order", "backorder", "on back order", "on backorder", "to follow",
        "pending", "unpaid", "open", "quoted", "on hold", "on-hold", "awaiting payment", "pending payment",
        "checkout-draft", "new", "待付款", "未付款", "未支付", "待支付", "等待付款", "等待买家付款",
        "待确认", "未确认", "待承保", "待核保", "核保中", "未承保", *chinese_words.NOT_YET_APPROVED, *NOT_ISSUED,
        *foreign_words.OPEN,
    ),
}  # fmt: skip
"""The words nobody has to declare; upper and lower case, width, blanks and `_` do not count."""

_OF_TRIPS = frozenset(("return", "returned", "credit", "credited", "refund", "refunded", "rma", "cancel"))
"""Words that under a header of types mean something else as well, where no other type is a sale."""
_SALES = (
    "sale", "sales", "sales order", "sales invoice", "sales receipt", "cash sale", "invoice", "销售", "销售出库",
    "销售订单", "销售发货", "普通销售", "普通订单",
)  # fmt: skip
"""The words for documents of sales, which no return has."""
_GRAVEST = (LineKind.CANCELLED, LineKind.OPEN, LineKind.SOLD)
_BY_WHOM = re.compile(r"(cancell?ed|voided|refunded|returned|rejected) (?:by|due|because|on|at|after|before)\b")
_BETWEEN = re.compile(r"[,，;；、/|:：()（）\[\]【】]| - |–|—")


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """A status word for comparison, without the prefix that WooCommerce keeps before its own.

    >>> word_key("wc-on-hold"), word_key("In_Transit")
    ('on-hold', 'in transit')
    """
    return folded(word).casefold().replace("_", " ").removeprefix("wc-")


_NOT_ISSUED = frozenset(map(word_key, NOT_ISSUED))
_NO_SALE = frozenset({"no sale", "非销售"})
_REVERSED = frozenset(map(word_key, REVERSED))
_PARTLY_BACK = frozenset(map(word_key, PARTLY_BACK))
_OF_SALES = frozenset(map(word_key, (*_SALES, *foreign_words.SALES)))
_KINDS = {word_key(word): kind for kind, words in LINE_WORDS.items() for word in words}


def kind_of_word(word: str) -> LineKind | None:
    """The kind a status word means, None for a word nobody knows.

    Of a status put together from several words the gravest counts. One that tells how far an order came before it
    was taken back (shipped, then refunded) is of the sale itself: it earns nothing and takes nothing off others.

    >>> kind_of_word("Shipped - Delivered to Buyer"), kind_of_word("已发货，退款成功"), kind_of_word("7")
    (<LineKind.SOLD: 'sold'>, <LineKind.CANCELLED: 'cancelled'>, None)
    """
    key = word_key(word)
    if says_unpaid_invoice(word):
        return LineKind.SOLD
    whole = _KINDS.get(key) or _KINDS.get(key.removesuffix("单"))
    if whole is None and (by_whom := _BY_WHOM.match(key)) is not None:
        whole = _KINDS.get(by_whom[1])
    if whole is not None:
        return whole
    parts = {_KINDS.get(word_key(part)) for part in _BETWEEN.split(word)}
    if LineKind.RETURNED in parts:
        return LineKind.CANCELLED
    return next((kind for kind in _GRAVEST if kind in parts), None)


def telling_types(words: Iterable[str]) -> Mapping[str, LineKind]:
    """The document types among the words of a column that take back or count nothing; what else they say is nothing.

    A word such as `Return` is believed only where another type is a sale: a journey has a return too.

    >>> telling_types(["Invoice", "Return", "New"]), telling_types(["One-way", "Return"])
    ({'Return': <LineKind.RETURNED: 'returned'>}, {})
    """
    kinds = {word: kind_of_word(word) for word in words}
    has_sale = LineKind.SOLD in kinds.values()
    planned = dict.fromkeys(planned_types(kinds), LineKind.OPEN)
    return planned | {
        word: kind
        for word, kind in kinds.items()
        if (kind in {LineKind.RETURNED, LineKind.CANCELLED} and (has_sale or word_key(word) not in _OF_TRIPS))
        or (kind is LineKind.OPEN and is_not_issued(word))
    }


def planned_types(words: Iterable[str]) -> frozenset[str]:
    """The words of planned figures in a column that tells them from actual ones; none where it does not.

    >>> sorted(planned_types(["Actual", "Budget", "Plan"])), sorted(planned_types(["Plan", "Licence"]))
    (['Budget', 'Plan'], [])
    """
    keys = {word: word_key(word) for word in words}
    if not any(key in ACTUAL for key in keys.values()):
        return frozenset()
    return frozenset(word for word, key in keys.items() if key in PLANNED)


def is_not_issued(word: str) -> bool:
    """Whether a status or type says that a document was never given out, or is none of a sale: a draft, a quote.

    >>> is_not_issued("Draft"), is_not_issued("no sale: Payment"), is_not_issued("Open")
    (True, True, False)
    """
    return word_key(word) in _NOT_ISSUED or word_key(_BETWEEN.split(word)[0]) in _NO_SALE


def is_unpaid_invoice(word: str) -> bool:
    """Whether the status of an invoice says that it was given out and is not paid in full."""
    return word_key(word) in _UNPAID


def said_unpaid_invoice(word: str) -> str:
    """The status of a row that is an invoice, with the word of its own that `[kpi]` may name.

    >>> said_unpaid_invoice("Open"), kind_of_word("unpaid invoice: Open"), kind_of_word("Open")
    ('unpaid invoice: Open', <LineKind.SOLD: 'sold'>, <LineKind.OPEN: 'open'>)
    """
    return f"{UNPAID_INVOICE[0]}: {word}" if word.isascii() else f"{UNPAID_INVOICE[1]}：{word}"


def says_unpaid_invoice(word: str) -> bool:
    """Whether a status says that a row is an invoice nobody has paid yet."""
    return word_key(_BETWEEN.split(word)[0]) in UNPAID_INVOICE


def names_of(word: str) -> tuple[str, ...]:
    """Under which words a status may be declared: its own, and those of which one of an unpaid invoice is made."""
    return (word, *_BETWEEN.split(word, maxsplit=1)[::-1]) if says_unpaid_invoice(word) else (word,)


def is_reversed(word: str) -> bool:
    """Whether a status says that another document has undone this one."""
    return word_key(word) in _REVERSED


def says_sale(word: str) -> bool:
    """Whether a type says that the row is of a sale, and not how far something came.

    >>> says_sale("Sales_Invoice"), says_sale("Completed")
    (True, False)
    """
    return word_key(word) in _OF_SALES


def is_partly_back(word: str) -> bool:
    """Whether a status word, or a part of one, says that some of the line was refunded or came back.

    >>> is_partly_back("Partially_Refunded"), is_partly_back("已发货，部分退款"), is_partly_back("退款成功")
    (True, True, False)
    """
    return any(word_key(part) in _PARTLY_BACK for part in (word, *_BETWEEN.split(word)))


def parts_of(word: str) -> tuple[str, ...]:
    """A status, and the words of which it is put together."""
    return (word, *_BETWEEN.split(word))
