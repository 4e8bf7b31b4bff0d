"""What waits for cash of what components have paid: held back while orders are not paid for, released as they are.

The pay of a period stays what it was when the sales were booked. Of it the share is held that falls on what is not
collected by the end of each later period, or, where the plan takes back what is overdue, on what is overdue; a line
holds or releases the difference to the period before. Where a rule pays each of its parts on its own (orders,
products), each part waits by its own pay. What returns take back is no longer there to wait.

Worked example: 60,000 of order A and 40,000 of order B in January at 1 % pay 1,000. By the end of January 30,000 of A
are received: 60,000 x 1/2 are collected, 300 of 1,000 are paid and 700 held. In February the rest of A and half of B
come in: 60,000 + 20,000, 800 are due and 500 are released.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.clawback import Taken
from salesperf.analyses.commission.collecting.order_shares import OrderCash
from salesperf.analyses.commission.desk import Desk
from salesperf.analyses.commission.lines import Kind, Line, released_of, taken_from, waits_of
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people import words
from salesperf.analyses.commission.phrases import percent
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.core.codes import issue
from salesperf.core.errors import DataError
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Period
from salesperf.core.text import Count, Text

ZERO, NOTHING = Decimal(0), Fraction()
_SHOWN = 10
_CANNOT = Text("{label} cannot wait for cash", "{label}无法按回款发放")
_APART = Text(
    "{label}: what is credited by order comes to {sum}, and {whole} are credited in all: it cannot be said which order "
    "a payment is for",
    "{label}：按订单合计为{sum}，而计提业绩为{whole}，无法对应到订单",
)
_CURE = Text(
    "measure what adds up by order, such as net_revenue, or release it at once",
    "请使用可按订单相加的指标，例如 net_revenue，或不等待回款",
)

Lines = Mapping[tuple[str, Period], tuple[Line, ...]]


class _Paid(Struct, frozen=True):
    """What a component paid somebody for one period, and what was taken back of it, by period."""

    component: AnyComponent
    who: str
    period: Period
    pay: Decimal
    taken: Mapping[Period, Decimal]

    def by(self, period: Period) -> Decimal:
        """What is left of it by the end of a period."""
        gone = (amount for when, amount in self.taken.items() if when.end <= period.end)
        return reduce(EXACT.add, gone, self.pay)


class _Step(Struct, frozen=True):
    """One change of what is held of the pay of a period: how much more, and the share that is held then."""

    paid: _Paid
    now: Period
    more: Decimal
    share: Fraction


def lines_waiting(
    desk: Desk, earned_by: Lines, taken: Mapping[tuple[str, Period], tuple[Taken, ...]]
) -> Mapping[tuple[str, Period], tuple[Line, ...]]:
    """What is held and released by person and period; nothing where no component waits for cash."""
    cash = desk.cash
    if cash is None:
        return {}
    found: dict[tuple[str, Period], list[_Step]] = {}
    for paid in _paid(desk, earned_by, taken):
        for step in _steps(desk, cash, paid):
            found.setdefault((paid.who, step.now), []).append(step)
    return {place: tuple(_lines(desk, steps)) for place, steps in found.items()}


def _paid(desk: Desk, earned_by: Lines, taken: Mapping[tuple[str, Period], tuple[Taken, ...]]) -> Iterator[_Paid]:
    back: dict[tuple[str, str, Period], dict[Period, Decimal]] = {}
    for (who, when), ones in taken.items():
        for one in ones:
            for period, amount in one.of.items():
                back.setdefault((one.line.component, who, period), {})[when] = amount
    waiting = {one.name: one for one in desk.plan.component if one.waits}
    for (who, period), lines in earned_by.items():
        for line in lines:
            component = waiting.get(line.component)
            if component is not None and line.pay > 0:
                of = back.get((taken_from(component.name), who, period), {})
                yield _Paid(component, who, period, line.pay, of)


def _steps(desk: Desk, cash: OrderCash, paid: _Paid) -> Iterator[_Step]:
    """What is held more, or less, at the end of each period from the one that paid on."""
    terms, held = desk.plan.plan.rounding, ZERO
    for now in desk.periods:
        if now.start < paid.period.start:
            continue
        left = max(paid.by(now), ZERO)
        share = _share(desk, cash, paid, now) if left or held else NOTHING
        exact = Fraction(left) * share
        amount = EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator))
        kept = settle(amount, places=terms.places, mode=terms.mode)
        if kept != held:
            yield _Step(paid, now, EXACT.subtract(kept, held), share)
        held = kept


def _share(desk: Desk, cash: OrderCash, paid: _Paid, now: Period) -> Fraction:
    """The share of the pay of a period that waits at the end of another."""
    component = paid.component
    by_part = _orders(desk, paid, now)
    weights = _weights(component, desk.case(component, paid.who, paid.period))
    if weights is None:
        return _waiting(component, cash, [one for part in by_part.values() for one in part], now.end)
    waits = (weight * _waiting(component, cash, by_part.get(part, ()), now.end) for part, weight in weights.items())
    return min(max(sum(waits, NOTHING) / sum(weights.values(), NOTHING), NOTHING), Fraction(1))


def _orders(desk: Desk, paid: _Paid, now: Period) -> Mapping[tuple[str, ...], Sequence[tuple[str, Decimal]]]:
    """The orders that the pay of a period is of and their amounts, by the parts that the rule tells apart.

    Raises `DataError` where orders do not add up to what is credited.
    """
    component, place = paid.component, (paid.who, paid.period)
    known = desk.by_order(now)[component.name]
    amounts, whole = known.parts.get(place, {}), known.of(*place)
    total = reduce(EXACT.add, amounts.values(), ZERO)
    if total != whole:
        told = _APART.fill(label=component.label, sum=said(total), whole=said(whole))
        raise DataError(_CANNOT.fill(label=component.label), _CURE, (issue("F632", told),))
    found: dict[tuple[str, ...], list[tuple[str, Decimal]]] = {}
    for key, amount in amounts.items():
        found.setdefault(key[:-1], []).append((key[-1], amount))
    return found


def _waiting(component: AnyComponent, cash: OrderCash, orders: Sequence[tuple[str, Decimal]], until: date) -> Fraction:
    """The share of the amounts of some orders that waits at the end of a day; nothing where nothing is left of them."""
    total = sum((Fraction(amount) for _, amount in orders), NOTHING)
    if total <= 0:
        return NOTHING
    after = component.back_when_overdue
    waits = (
        Fraction(amount)
        * (1 - cash.collected(order, until) if after is None else cash.overdue(order, until, after=after))
        for order, amount in orders
    )
    return min(max(sum(waits, NOTHING) / total, NOTHING), Fraction(1))


def _weights(component: AnyComponent, case: Case) -> Mapping[tuple[str, ...], Fraction] | None:
    """What each part of a case pays on its own; None where the parts are not paid each on its own."""
    whole = Fraction(earned(component, case).exact)
    if not case.parts or not whole:
        return None
    found = {key: Fraction(earned(component, case.of_part(key, amount)).exact) for key, amount in case.parts.items()}
    return found if sum(found.values(), NOTHING) == whole else None


def _lines(desk: Desk, steps: Sequence[_Step]) -> Iterator[Line]:
    """A line for what is held of the pay of the period itself, and one for what is released, or held, of earlier."""
    for component in desk.plan.component:
        of = [step for step in steps if step.paid.component.name == component.name]
        own = [step for step in of if step.paid.period == step.now]
        earlier = [step for step in of if step.paid.period != step.now]
        for name, told, kind in (
            (waits_of(component.name), own, Kind.UNCOLLECTED),
            (released_of(component.name), earlier, Kind.COLLECTED),
        ):
            if told:
                yield _line(desk, component, told, kind, name)


def _line(desk: Desk, component: AnyComponent, steps: Sequence[_Step], kind: Kind, name: str) -> Line:
    is_late = component.back_when_overdue is not None
    labels = words.OVERDUE if is_late else words.WAITS, words.SETTLED if is_late else words.COLLECTED
    label = labels[kind is Kind.COLLECTED].fill(label=component.label)
    reasons = [_reason(step, is_late=is_late) for step in steps[:_SHOWN]]
    if len(steps) > _SHOWN:
        reasons.append(words.MORE_PERIODS.fill(more=Count(len(steps) - _SHOWN)))
    pay = EXACT.minus(reduce(EXACT.add, (step.more for step in steps), ZERO))
    first = steps[0]
    return Line(first.paid.who, desk.plan.plan.id, first.now, kind, name, label, pay, reasons=tuple(reasons))


def _reason(step: _Step, *, is_late: bool) -> Text:
    share = Decimal(step.share.numerator) / Decimal(step.share.denominator)
    told = words.STILL_OVERDUE if is_late else words.STILL_WAITS
    return told.fill(
        period=step.paid.period.key, share=percent(share), left=said(step.paid.by(step.now)), amount=said(-step.more)
    )


def held_for_cash(lines: Sequence[Line]) -> Decimal:
    """What is held of payout lines until it is collected, in plan currency."""
    kinds = {Kind.UNCOLLECTED, Kind.COLLECTED}
    return EXACT.minus(reduce(EXACT.add, (line.pay for line in lines if line.kind in kinds), ZERO))
