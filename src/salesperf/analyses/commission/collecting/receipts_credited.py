"""Who is credited with cash: each receipt is of those who are credited with the order that it pays, as they share it.

Of an invoice that names no order of the sales the receipt is of the rep of the invoice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission.assigned import within_cover
from salesperf.analyses.commission.by_part import ByPart
from salesperf.analyses.commission.collecting.order_shares import OrderCash
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Credited, Ground, credited
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.rules.collected import CollectedRule
from salesperf.analyses.commission.told_apart import ORDER
from salesperf.analyses.commission.written.answers import CashOf
from salesperf.core.money import EXACT, settle, split
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.order_cash import Debt, Receipt
from salesperf.facts.subject import Subject

ZERO = Decimal(0)
_RECEIVED, _SOLD = "received", "gross_revenue"
_PLACES, _CENTS = 6, 2

_Shares = Mapping[str, Mapping[str, Decimal]]
"""What everybody has of a measure, by order."""


class _Credit(Struct, frozen=True):
    """What somebody is credited with for one receipt; nobody where no rep is known, or the plan is not for them."""

    who: str | None
    debt: Debt
    receipt: Receipt
    amount: Decimal


def receipts_credited(
    ground: Ground, rule: CollectedRule, cash: OrderCash, *, cover: Cover, periods: tuple[Period, ...]
) -> Credited:
    """Measure a component that is paid on cash over the periods of a plan; `ground` has no returns.

    What is paid back to customers is a receipt below zero and lowers what is credited; returns alone do not.
    """
    scope = ground.scope("net_revenue", by=(PARTICIPANT,), where=rule.where)
    amounts: dict[str | None, dict[Period, Decimal]] = {}
    parts: dict[tuple[str | None, Period], dict[tuple[str, ...], Decimal]] = {}
    rows: dict[tuple[str | None, Period], list[Event]] = {}
    for one in _credits(ground, rule, cash, cover):
        period = next((period for period in periods if one.receipt.day in period), None)
        if period is None:
            continue
        place, key = (one.who, period), (_days(rule, one.debt, one.receipt.day),)
        known = amounts.setdefault(one.who, {})
        known[period] = EXACT.add(known.get(period, ZERO), one.amount)
        of_place = parts.setdefault(place, {})
        of_place[key] = EXACT.add(of_place.get(key, ZERO), one.amount)
        rows.setdefault(place, []).append(_event(one, key))
    return Credited(
        scope=scope,
        metric=ground.catalog[rule.measure],
        currency=scope.currency,
        amounts=amounts,
        parts=ByPart(parts),
        reached={},
        proportions={},
        history={},
        rows={place: tuple(sorted(found, key=lambda one: (one.date, one.place))) for place, found in rows.items()},
    )


def _credits(ground: Ground, rule: CollectedRule, cash: OrderCash, cover: Cover) -> Iterator[_Credit]:
    is_booked = rule.cash_of is CashOf.BOOKED
    start = cover.plan.plan.start if is_booked else None
    own = within_cover(ground, cover)[0] if is_booked else ground
    is_cash = rule.measure == _RECEIVED
    shares = _by_order(own, _SOLD if is_cash else rule.measure, rule.where, start)
    whole = _by_order(ground, _SOLD, (), None) if is_cash else {}
    for order, debts in cash.debts.items():
        of_order = shares.get(order, {})
        found = _of_cash(debts, of_order, whole.get(order, {})) if is_cash else _of_sales(order, debts, of_order, cash)
        yield from (one if is_booked or _holds(cover, one) else _nobodys(one) for one in found)
    for debt in cash.nameless if is_cash and not is_booked and not rule.where else ():
        for receipt in debt.receipts:
            one = _Credit(debt.rep, debt, receipt, receipt.amount)
            yield one if _holds(cover, one) else _nobodys(one)


def _holds(cover: Cover, one: _Credit) -> bool:
    return one.who is None or cover.holds(one.who, one.receipt.day)


def _nobodys(one: _Credit) -> _Credit:
    return _Credit(None, one.debt, one.receipt, one.amount)


def _by_order(ground: Ground, measure: str, where: tuple[str, ...], start: date | None) -> _Shares:
    """What everybody has of a measure by order, from the first day of the data, or of the plan, on."""
    days = ground.facts[Subject.SALES].days
    if days is None:
        return {}
    years = ground.days.periods(Grain.YEAR, Span(days.first, max(days.last, days.through)))
    found = credited(ground, measure, years, where=where, needs=Needs(parts=(ORDER,), start=start))
    shares: dict[str, dict[str, Decimal]] = {}
    for (who, _), parts in found.parts.items():
        for (order,), amount in parts.items():
            if who is not None:
                of_order = shares.setdefault(order, {})
                of_order[who] = EXACT.add(of_order.get(who, ZERO), amount)
    return shares


def _of_cash(debts: tuple[Debt, ...], own: Mapping[str, Decimal], whole: Mapping[str, Decimal]) -> Iterator[_Credit]:
    """The cash of an order by what everybody has of it; the rest is nobody's for whom the component counts."""
    people = sorted(who for who, amount in own.items() if amount > 0)
    total = reduce(EXACT.add, whole.values(), ZERO)
    has = reduce(EXACT.add, (own[who] for who in people), ZERO)
    for debt, receipt in ((one, receipt) for one in debts for receipt in one.receipts):
        if not people:
            if debt.rep is None or not whole:
                yield _Credit(debt.rep, debt, receipt, receipt.amount)
        elif has <= total:
            weights = [*(own[who] for who in people), EXACT.subtract(total, has)]
            places = _CENTS if receipt.amount == settle(receipt.amount) else _PLACES
            for who, amount in zip(people, split(receipt.amount, weights, places=places), strict=False):
                yield _Credit(who, debt, receipt, amount)
        else:
            # Overlays are credited beside the whole.
            for who in people:
                exact = EXACT.divide(EXACT.multiply(receipt.amount, own[who]), total)
                yield _Credit(who, debt, receipt, settle(exact))


def _of_sales(order: str, debts: tuple[Debt, ...], own: Mapping[str, Decimal], cash: OrderCash) -> Iterator[_Credit]:
    """What receipts settle of the measure of an order: all of it, to the last decimal, when all is paid."""
    receipts = sorted(
        ((receipt.day, number, debt, receipt) for number, debt in enumerate(debts) for receipt in debt.receipts),
        key=lambda one: one[:2],
    )
    received, brought = Fraction(0), dict.fromkeys(sorted(own), ZERO)
    for day, _, debt, receipt in receipts:
        received += Fraction(receipt.amount)
        share = cash.share(order, day, cash=received)
        for who, before in brought.items():
            exact = Fraction(own[who]) * share
            now = settle(EXACT.divide(Decimal(exact.numerator), Decimal(exact.denominator)), places=_PLACES)
            brought[who] = now
            yield _Credit(who, debt, receipt, EXACT.subtract(now, before))


def _days(rule: CollectedRule, debt: Debt, day: date) -> str:
    """The days from the due or invoice day to the receipt; nothing where the rule counts none, or none is known."""
    since = debt.due if rule.days_from == "due" else debt.issued
    return str((day - since).days) if rule.counts_days and since is not None else ""


def _event(one: _Credit, key: tuple[str, ...]) -> Event:
    where = one.receipt.where if one.receipt.where.row is not None else one.debt.where
    return Event(
        file=where.file or "",
        sheet=where.sheet,
        row=where.row or 0,
        date=one.receipt.day,
        order=one.debt.order,
        customer=one.debt.customer,
        status=None,
        amount=one.amount,
        parts=key,
    )
