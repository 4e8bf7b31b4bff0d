"""`collected`: paid on cash received, at one rate or by how late the cash is, less a penalty for what is overdue.

Worked example: 2 % of what is received up to 30 days after the due day, 1.5 % up to 90 days, 1 % later. An invoice of
100,000 is paid with 60,000 ten days before it is due and 40,000 on day 45: 60,000 x 2 % + 40,000 x 1.5 % = 1,800. With
2 % and a penalty of 10 % for every 30 days begun the same pays 60,000 x 2 % + 40,000 x 2 % x 80 % = 1,840.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import reduce
from typing import Literal, Self

from msgspec import Struct
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.case import Case, Earned, Lacking, Part
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.written.answers import CashOf
from salesperf.analyses.commission.written.component import Component
from salesperf.analyses.commission.written.tiers import Tiers, Written, ladder_of
from salesperf.core.money import EXACT
from salesperf.core.text import Text

ZERO, ONE = Decimal(0), Decimal(1)
_ONE_OF = Text("say either `rate`, or `bands` with a rate each", "请写 rate 或分档 bands，二者选一")
_FROM_WHEN = Text(
    'bands and a penalty count days: say days_from = "due" or "invoice"',
    '分档与逾期扣减按天数计算，请写 days_from = "due"（到期日）或 "invoice"（开票日）',
)
_WAITS = Text(
    "it is paid on cash as it is: released and back_when_overdue are for what is paid on sales",
    "该项本身按回款计提；released 与 back_when_overdue 用于按销售计提的项目",
)
_NO_DAY = Text(
    "the invoices have no {day}, and the rate depends on how late the cash is", "发票没有{day}，而比例取决于回款的早晚"
)
_DAYS = {"due": Text("due date", "到期日"), "invoice": Text("invoice date", "开票日期")}


class Penalty(Written):
    """`penalty = { every = 30, share = 0.1 }`: a tenth of the pay is lost for every 30 days begun."""

    every: int = Field(ge=1, description="days after which another share is lost; the first is lost on the first day")
    share: Decimal = Field(gt=0, le=1, description="what is lost each time, as a fraction; never more than all")


class CollectedRule(Component):
    """Cash received for what somebody sold, on the day it comes in."""

    rule: Literal["collected"]
    measure: str = Field(
        default="received",
        description="what is paid for: received, or a measure of sales such as net_revenue or gross_profit, of which "
        "each receipt brings the share that it settles",
    )
    per: Literal["period"] = Field(default="period", description="cash is paid in the period in which it comes")
    cash_of: CashOf = Field(description="which sales the cash is of")
    rate: Decimal | None = Field(default=None, description="what is paid, as a fraction")
    bands: Tiers | None = Field(
        default=None, description="rates by days: to = 30 is up to and with day 30; what is early is in the first"
    )
    days_from: Literal["due", "invoice"] | None = Field(
        default=None, description="the day from which days are counted: due, or invoice"
    )
    penalty: Penalty | None = Field(default=None, description="what is lost of the pay of late cash")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        for told in self._faults():
            raise PydanticCustomError("collected", "cannot be paid on cash", {"hint": told})
        return self

    def _faults(self) -> Iterator[Text]:
        if (self.rate is None) == (self.bands is None):
            yield _ONE_OF
        if self.counts_days and self.days_from is None:
            yield _FROM_WHEN
        if self.waits:
            yield _WAITS

    @property
    def counts_days(self) -> bool:
        """Whether the pay depends on how late the cash is."""
        return self.bands is not None or self.penalty is not None


class _AtOneRate(Struct):
    """What is paid at one rate, and from which day to which."""

    amount: Decimal
    first: int
    last: int


def earned(rule: CollectedRule, case: Case) -> Earned:
    """The receipts of the period, each by its days, exact, in plan currency; what is paid back lowers it.

    The parts of a case are the days from the due or invoice day to the receipt, empty where that day is not known:
    where the pay depends on days such amounts are lacking (F631).

    >>> rule = CollectedRule(name="c", rule="collected", cash_of="received", rate=Decimal("0.02"), days_from="due",
    ...     penalty=Penalty(every=30, share=Decimal("0.1")))
    >>> str(earned(rule, Case(Decimal(100), parts={("-10",): Decimal(60), ("45",): Decimal(40)})).exact)
    '1.840'
    """
    if not rule.counts_days:
        return Earned((Part((Slice(ZERO, case.credited, rule.rate or ZERO),)),))
    unknown = [amount for key, amount in case.parts.items() if not key[0]]
    waiting = reduce(EXACT.add, unknown, ZERO)
    told = _NO_DAY.fill(day=_DAYS[rule.days_from or "due"])
    known = sorted((int(key[0]), amount) for key, amount in case.parts.items() if key[0])
    return Earned(
        tuple(_part(rate, one) for rate, one in _by_rate(rule, known).items()),
        lacking=(Lacking("F631", told, waiting),) if unknown else (),
    )


def _by_rate(rule: CollectedRule, known: Iterable[tuple[int, Decimal]]) -> Mapping[Decimal, _AtOneRate]:
    """The amounts by the rate that their days give, in the order of days."""
    found: dict[Decimal, _AtOneRate] = {}
    for days, amount in known:
        one = found.setdefault(_rate(rule, days), _AtOneRate(ZERO, days, days))
        one.amount, one.last = EXACT.add(one.amount, amount), days
    return found


def _rate(rule: CollectedRule, days: int) -> Decimal:
    rate = rule.rate
    if rule.bands is not None:
        ladder = ladder_of(rule.bands)
        rate = ladder.rates[ladder.tier_of(Decimal(days), tie=Tie.LOWER)]
    kept = ONE
    if rule.penalty is not None and days > 0:
        begun = -(-days // rule.penalty.every)
        kept = max(EXACT.subtract(ONE, EXACT.multiply(rule.penalty.share, Decimal(begun))), ZERO)
    return EXACT.multiply(rate or ZERO, kept)


def _part(rate: Decimal, one: _AtOneRate) -> Part:
    days = f"{one.first}" if one.first == one.last else f"{one.first} … {one.last}"
    return Part((Slice(ZERO, one.amount, rate),), (days,))
