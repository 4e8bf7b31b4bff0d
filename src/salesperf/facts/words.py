"""Status words: what an export's own words say about an order line or a deal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from salesperf.core.text import folded
from salesperf.facts.section import SalesSection


class LineKind(StrEnum):
    """What became of an order line."""

    SOLD = "sold"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    OPEN = "open"


class Outcome(StrEnum):
    """What became of a deal."""

    WON = "won"
    LOST = "lost"
    OPEN = "open"


_LINE_WORDS: dict[LineKind, tuple[str, ...]] = {
    LineKind.SOLD: (
        "sold", "completed", "complete", "paid", "shipped", "delivered", "won", "invoiced", "fulfilled", "done",
        "closed", "finished", "received", "billed", "confirmed", "success", "已完成", "完成", "已付款", "已支付",
        "交易成功", "已发货", "已签收", "已收货", "已开票", "已结算", "已出库", "成功", "已成交", "已确认", "正常",
    ),
    LineKind.RETURNED: (
        "returned", "return", "refunded", "refund", "credit note", "credit memo", "credited", "chargeback", "rma",
        "退货", "已退货", "退款", "退款成功", "已退款", "退货退款", "红冲", "退货入库", "销售退货", "销售退回",
    ),
    LineKind.CANCELLED: (
        "cancelled", "canceled", "cancel", "void", "voided", "rejected", "failed", "declined", "deleted",
        "已取消", "取消", "作废", "已作废", "交易关闭", "已关闭", "关闭", "无效", "已拒绝", "支付失败",
    ),
    LineKind.OPEN: (
        "pending", "unpaid", "open", "draft", "quote", "quoted", "on hold", "awaiting payment", "pending payment",
        "new", "待付款", "未付款", "未支付", "待支付", "等待买家付款", "草稿", "待审核", "待确认", "未确认", "报价",
    ),
}  # fmt: skip

_DEAL_WORDS: dict[Outcome, tuple[str, ...]] = {
    Outcome.WON: (
        "won", "closed won", "closedwon", "closed - won", "win", "signed", "success",
        "赢单", "已赢单", "成交", "已成交", "签约", "已签约", "合同签订", "成功",
    ),
    Outcome.LOST: (
        "lost", "closed lost", "closedlost", "closed - lost", "lose", "canceled", "cancelled", "out-sold",
        "输单", "已输单", "丢单", "已丢单", "失败", "流失", "无效", "取消", "已取消",
    ),
    Outcome.OPEN: ("open", "in progress", "ongoing", "active", "进行中", "跟进中", "未成交", "打开"),
}  # fmt: skip


def _key(word: str) -> str:
    return folded(word).casefold().replace("_", " ")


def line_kinds(words: Iterable[str], *, section: SalesSection) -> Mapping[str, LineKind | None]:
    """The kind each status word means; None for a word nobody declared."""
    own: dict[LineKind, tuple[str, ...]] = {
        LineKind.SOLD: section.sold,
        LineKind.RETURNED: section.returned,
        LineKind.CANCELLED: section.cancelled,
        LineKind.OPEN: section.open,
    }
    # The user's own words come last, so that they win.
    declared = {_key(word): kind for table in (_LINE_WORDS, own) for kind, listed in table.items() for word in listed}
    return {word: declared.get(_key(word)) for word in words}


def outcomes(words: Iterable[str]) -> Mapping[str, Outcome | None]:
    """The outcome each status or stage word means; None for a word nobody declared."""
    declared = {_key(word): outcome for outcome, listed in _DEAL_WORDS.items() for word in listed}
    return {word: declared.get(_key(word)) for word in words}
