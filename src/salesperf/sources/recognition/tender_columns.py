"""Takings by how they were paid (现金, 微信, 支付宝; Cash, Card): their sum is the amount where no column tells it.

Only where an amount is all that a table lacks to be one of orders. Cash beside one other amount says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.han import has_han
from salesperf.core.late import late
from salesperf.core.text import Text, listing
from salesperf.sources.across.columns_together import money_of, sum_of, with_amount
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.candidate import Verdict
from salesperf.sources.recognition.detect import detected
from salesperf.sources.recognition.objections import LOOKUPS
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.rows.raw import RawTable
from salesperf.sources.titles.about import about
from salesperf.sources.values.money_unit import split_header
from salesperf.sources.values.parse_number import is_number_like
from salesperf.tables.header_words import header_words

_TENDER = late(
    r"^(?:cash|cards?|(?:credit|debit|bank|gift|store) ?cards?|visa|master ?card|amex|american express|discover|"
    r"che(?:ck|que)s?|eftpos|eft|pay ?pal|apple pay|google pay|ali ?pay|we ?chat(?: pay)?|vouchers?|gift vouchers?|"
    r"on account|mobile(?: pay| payment)?|other tender|store credit)"
    r"(?: (?:sales|amount|payments?|takings|total|received|tendered))?$"
    r"|^(?:现金|微信|支付宝|银行卡|信用卡|储蓄卡|刷卡|银联|云闪付|数字人民币|扫码|聚合支付|储值卡?|会员卡|会员储值|会员消费|购物卡|礼品卡|"
    r"代金券|团购券?|美团|大众点评|饿了么|抖音|抖音团购|外卖|转账|对公|挂账|赊账|签单|pos机?)(?:支付|收款|付款|收入|金额|券|卡)?$"
)
_SUMS = late(
    r"合计|总计|小计|总[额收]|[营销]业额|销售额|收入|\b(?:totals?|sum|sales|amount|takings|revenue|gross|net)\b"
)
_FEW = 2
_SUM = Text("{header!r} ({sum})", "「{header}」（{sum}）")
_TOLD = Text(
    "no column tells the amount: it is what was paid in each way, {columns}",
    "没有金额列：金额为各收款方式之和，即{columns}",
)


def with_tenders_as_amount(raw: RawTable, *, known: Sequence[Profile]) -> RawTable:
    """The table with the sum of its ways to pay as the amount, where that alone is lacking; else the same table."""
    ways = [header for header in raw.header if _TENDER.match(_word(header)) and is_number_like(raw.sample[header])]
    if (
        len(ways) < _FEW
        or _tells_a_sum(raw, ways)
        or not _lacks_amount(detected(Sample(raw.header, raw.sample, about=about(raw)), known))
    ):
        return raw
    frame = raw.frame.collect()
    money = [money_of(frame, header) for header in ways]
    paid = [column for column in money if column is not None]
    if len(paid) < len(ways):
        return raw
    sums = listing(
        _SUM.fill(header=header, sum=f"{column.sum() or 0:,.2f}") for header, column in zip(ways, paid, strict=True)
    )
    name = "实收金额" if has_han("".join(raw.header)) else "Takings"
    return with_amount(raw, frame, sum_of(paid), name=name, told=_TOLD.fill(columns=sums))


def _tells_a_sum(raw: RawTable, ways: Sequence[str]) -> bool:
    """Whether another column of numbers is called a sum, though by no header that is known: the ways may not be all."""
    others = (header for header in raw.header if header not in ways)
    return any(_SUMS.search(_word(header)) and is_number_like(raw.sample[header]) for header in others)


def _word(header: str) -> str:
    return header_words(split_header(header)[0]).strip()


def _lacks_amount(verdict: Verdict) -> bool:
    """Whether the table is none yet, and would be one of orders with an amount."""
    orders = verdict.candidate("orders")
    is_open = verdict.best is None or verdict.best.table in LOOKUPS
    return (
        is_open and orders is not None and "amount" in orders.missing and set(orders.missing) <= {"order_id", "amount"}
    )
