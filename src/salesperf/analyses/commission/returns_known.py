"""Which returns are known when: the sales without those that come back later, and after each period with some.

Under a policy that takes back what a sale was paid a return stands on the day of its sale. What comes back in the
period of its sale lowers that period before anything is paid; what comes back later is known from that period on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Ground
from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue
from salesperf.core.money import EXACT
from salesperf.core.period import Period
from salesperf.core.text import Count, Text
from salesperf.engine import collect
from salesperf.facts.events import Events
from salesperf.facts.subject import Subject
from salesperf.facts.undone_sales import (
    RETURNED_ON,
    SOLD_ON,
    Lost,
    Return,
    Sale,
    Undone,
    dated_by_sale,
    is_back,
    undone_sales,
)

_CANNOT = Text(
    "the plan {plan} takes back what sales were paid ({policy}), and some returns do not tell which sale they undo",
    "方案 {plan} 按销售当时所付扣回（{policy}），但部分退货无法确定原销售",
)
_CURE = Text(
    "give the file with the sales, correct what is listed, or let returns count in the period in which they come "
    '(clawback = "current_rate")',
    '请提供含原销售的文件，或更正所列各行，或将退货计入退货当期（clawback = "current_rate"）',
)
_WHY = {
    Lost.NO_SALE: Text(
        "{amount} came back of {order!r}, of which no sale is known", "「{order}」退回{amount}，但未找到其销售"
    ),
    Lost.SEVERAL_DAYS: Text(
        "{amount} came back of {order!r}, which was sold on several days: the return does not tell of which",
        "「{order}」退回{amount}，其销售分布在多天，无法确定退的是哪一天",
    ),
    Lost.MORE_THAN_SOLD: Text(
        "{amount} came back of {order!r}, of which more came back than was sold",
        "「{order}」退回{amount}，退货合计超过销售",
    ),
}
_CODES = {Lost.NO_SALE: "F624", Lost.SEVERAL_DAYS: "F624", Lost.MORE_THAN_SOLD: "F625"}
_NAMELESS = Text("an order without a number", "无单号的订单")
_BEFORE = Text(
    "{returns:return|returns} of sales from before the first period of the plan {plan}, {amount} in all: it takes "
    "nothing back for them",
    "{returns} 行退货（合计{amount}）对应方案 {plan} 首期之前的销售，该方案不扣回",
)


class Known(Struct, frozen=True):
    """Sales as they are paid for: `paid` with the returns of their own period alone.

    `later` has the ground by each period in which sales of earlier ones came back, with all that came back by its end;
    `undone` tells the sale of each return.
    """

    paid: Ground
    later: tuple[tuple[Period, Ground], ...] = ()
    undone: Undone | None = None
    told: tuple[Text, ...] = ()


def known_returns(ground: Ground, periods: Sequence[Period], cover: Cover) -> Known:
    """Lay the sales out by what is known of returns; raises `DataError` with each return that has no sale to undo.

    Returns from before the plan stay where they are. Those of people whom the plan is not for are not asked about.
    """
    first, last = periods[0].start, periods[-1].end
    undone = undone_sales(ground.facts[Subject.SALES])
    inside = [one for one in undone.returns if first <= one.day <= last and _is_meant(one, cover)]
    if not inside:
        return Known(ground)
    _refuse([one for one in inside if isinstance(one.sale, Lost)], cover)
    matched = [(one, one.sale) for one in inside if isinstance(one.sale, Sale)]
    early = [one.amount for one, sale in matched if sale.day < first]
    since = [
        period
        for period in periods
        if any(one.day in period and first <= sale.day < period.start for one, sale in matched)
    ]
    told = _BEFORE.fill(
        returns=Count(len(early)), amount=said(reduce(EXACT.add, early, Decimal(0))), plan=cover.plan.plan.id
    )
    return Known(
        _as_known(ground, undone, periods, until=None),
        tuple((period, _as_known(ground, undone, periods, until=period.end)) for period in since),
        undone,
        (told,) if early else (),
    )


def has_returns(ground: Ground) -> bool:
    """Whether anything came back, in a row of its own or beside its sale."""
    sold = ground.facts[Subject.SALES]
    return sold.has("returned") and bool(collect(sold.lines.select((nw.col("returned") != 0).any()))["returned"][0])


def without_returns(ground: Ground) -> Ground:
    """The ground where nothing came back: what counts against targets where returns do not."""
    return _with_sales(ground, _as_sold)


def _as_sold(events: Events) -> Events:
    if not events.has("is_returned", "gross", "net", "returned"):
        return events
    nothing = nw.col("gross") - nw.col("gross")
    lines = events.lines.filter(~is_back()).with_columns(net=nw.col("gross"), returned=nothing)
    return replace(events, lines=lines)


def _is_meant(one: Return, cover: Cover) -> bool:
    """Whether somebody whom the plan is for may have been paid for what came back."""
    return bool(one.amount) and one.rep is not None and (cover.spans is None or one.rep in cover.spans)


def _refuse(lost: Sequence[Return], cover: Cover) -> None:
    if lost:
        terms = cover.plan.plan
        raise DataError(_CANNOT.fill(plan=terms.id, policy=terms.clawback.value), _CURE, tuple(_faults(lost)))


def _faults(lost: Iterable[Return]) -> Iterator[Issue]:
    for one in lost:
        if isinstance(one.sale, Lost):
            told = _WHY[one.sale].fill(amount=said(one.amount), order=one.order or _NAMELESS)
            yield issue(_CODES[one.sale], told, one.where, value=one.order)


def _as_known(ground: Ground, undone: Undone, periods: Sequence[Period], *, until: date | None) -> Ground:
    """The sales with the returns known by the end of a day, each on the day of its sale; of None those of its period.

    What was sold before the plan's first period stays sold.
    """
    first = periods[0].start
    back, sold = nw.col(RETURNED_ON), nw.col(SOLD_ON)
    own = back <= sold
    for period in periods:
        own = own | ((sold >= period.start) & (back >= period.start) & (back <= period.end) & (sold <= period.end))
    known = own if until is None else own | (back <= until)
    stays = back.is_null() | ((sold >= first) & known)

    def as_known(events: Events) -> Events:
        dated = dated_by_sale(events, undone, since=first)
        return replace(dated, lines=dated.lines.filter(stays.fill_null(value=False)))

    return _with_sales(ground, as_known)


def _with_sales(ground: Ground, changed: Callable[[Events], Events]) -> Ground:
    """The ground with its sales changed, and those with what is credited beside the whole."""
    sold = Subject.SALES
    overlaid = ground.overlaid if ground.overlaid is None else {**ground.overlaid, sold: changed(ground.overlaid[sold])}
    return replace(ground, facts={**ground.facts, sold: changed(ground.facts[sold])}, overlaid=overlaid)
