"""What a component has to do with cash, in sentences: what is paid on receipts, and what waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.commission.in_words.tiers import Paid, share_words, tiers_words
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.collected import CollectedRule
from salesperf.analyses.commission.written.answers import CashOf
from salesperf.core.text import Count, Text

_RATE_OF = Text("{rate} of it", "其{rate}")
_DAY = {"due": Text("due day", "到期日"), "invoice": Text("day of the invoice", "开票日")}
_BANDS = Text("by the days from the {day} to the receipt: {tiers}", "按{day}至回款日的天数：{tiers}")
_PENALTY = Text(
    "for every {every} days begun after the {day} {share} of it is lost", "{day}后每{every}天（不足亦计）扣减{share}"
)
_CASH_OF = {
    CashOf.RECEIVED: Text(
        "all cash counts that comes in while the plan holds for the rep", "方案适用期间收到的回款均计入"
    ),
    CashOf.BOOKED: Text("only cash for what was sold while the plan held counts", "仅计方案适用期间成交的销售的回款"),
}
_RELEASED = Text("it is paid out as the orders are paid for", "随订单回款发放")
_BACK = Text(
    "what is not collected {days:day|days} after the due day is taken back until it is",
    "逾期{days}天仍未回款的部分扣回，回款后返还",
)


def collected_words(component: CollectedRule, paid: Paid) -> Iterator[Text]:
    """Cash: at which rate, by which days, less what is lost of it, and of which sales."""
    day = _DAY[component.days_from or "due"]
    if component.bands is None:
        yield _RATE_OF.fill(rate=paid.rate(component.rate or Decimal(0)))
    else:
        yield _BANDS.fill(tiers=tiers_words(component.bands, Paid(is_share=paid.is_share)), day=day)
    if component.penalty is not None:
        share = share_words(component.penalty.share)
        yield _PENALTY.fill(share=share, every=component.penalty.every, day=day)
    yield _CASH_OF[component.cash_of]


def waits_words(component: AnyComponent) -> Iterator[Text]:
    """When what is paid on sales waits for their cash."""
    if component.released == "on_collection":
        yield _RELEASED
    if component.back_when_overdue is not None:
        yield _BACK.fill(days=Count(component.back_when_overdue))
