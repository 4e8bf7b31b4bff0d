"""The opportunities behind the orders: won ones end in an order of the same day and amount, others are lost or open."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from salesperf.app.demo.customers import CustomerBase
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.records import Deal, Order
from salesperf.app.demo.setting import Customer, HalfYear, Setting
from salesperf.app.demo.workdays import workday_from, workdays

_PROSPECT = 250
_COMPETITOR_KNOWN = 800
_OPEN_DAYS = 100
_CERTAIN = 100
_FIRST_DEAL_AFTER_HIRE = 3

_Askers = tuple[tuple[Customer, ...], tuple[Customer, ...]]
"""The half-year's customers, and the prospects."""


def deals_of(setting: Setting, base: CustomerBase, orders: tuple[Order, ...]) -> tuple[Deal, ...]:
    """All deals by the day they were created, numbered; counts and reasons are those of the story's half-years."""
    words = setting.words
    sold = [order for order in orders if any(line.status == words.completed for line in order.lines)]
    firsts = _first_orders(sold)
    by_half = [[order for order in sold if half.first <= order.day <= half.last] for half in setting.halves]
    deals: list[Deal] = []
    for half, active, in_half in zip(setting.halves, base.active, by_half, strict=True):
        deals += _won(setting, half, in_half, firsts)
        deals += _lost(setting, half, in_half, (active, base.prospects))
    deals += _open(setting, by_half[-1], (base.active[-1], base.prospects))
    by_day = sorted(deals, key=lambda deal: (deal.created, deal.customer.key, deal.expected, deal.amount))
    return tuple(
        replace(deal, key=words.deal_number.format(serial=serial)) for serial, deal in enumerate(by_day, start=1)
    )


def _first_orders(sold: list[Order]) -> frozenset[str]:
    """Numbers of each customer's and each rep's first order in the data."""
    customers: set[str] = set()
    reps: set[str] = set()
    numbers: set[str] = set()
    for order in sold:
        if order.customer.key not in customers or order.rep.key not in reps:
            numbers.add(order.number)
        customers.add(order.customer.key)
        reps.add(order.rep.key)
    return frozenset(numbers)


def _won(setting: Setting, half: HalfYear, sold: list[Order], firsts: frozenset[str]) -> list[Deal]:
    """A deal for every first order of a new customer or newcomer, and for as many of the large orders as are left."""
    draws = Draws(setting.key, "won deals", half.first.isoformat())
    # Who buys in the first half-year may have bought before; only newcomers among the reps are known to begin.
    begins = half == setting.halves[0]
    chosen = [order for order in sold if order.number in firsts and (not begins or order.rep.sells_from >= half.first)]
    others = sorted((order for order in sold if order not in chosen), key=lambda order: (-order.amount, order.number))
    left = max(0, half.won_deals - len(chosen))
    chosen += draws.sample(others[: left * 3], left)
    found = []
    for order in chosen:
        created = order.day - timedelta(days=draws.between(*half.cycle))
        deal = _deal(setting, order.customer, order, created=created, draws=draws)
        amount = sum(line.amount for line in order.lines if line.status == setting.words.completed)
        found.append(
            replace(
                deal,
                created=max(created, order.rep.hired + timedelta(days=_FIRST_DEAL_AFTER_HIRE)),
                rep=order.rep,
                stage=setting.words.won,
                amount=amount,
                probability=_CERTAIN,
                expected=workday_from(setting, order.day + timedelta(days=draws.between(-10, 15))),
                closed=order.day,
            )
        )
    return found


def _lost(setting: Setting, half: HalfYear, sold: list[Order], askers: _Askers) -> list[Deal]:
    draws = Draws(setting.key, "lost deals", half.first.isoformat())
    words = setting.words
    days, weights = workdays(setting, half.first, half.last)
    others = half.lost_deals - half.lost_on_price
    reasons = draws.shuffled([words.price] * half.lost_on_price + [draws.pick(words.reasons) for _ in range(others)])
    found = []
    for reason in reasons:
        closed = draws.weighted(days, weights)
        created = closed - timedelta(days=draws.between(*half.cycle))
        deal = _deal(setting, _asker(askers, draws=draws), draws.pick(sold), created=created, draws=draws)
        competitor = draws.pick(words.competitors) if draws.chance(_COMPETITOR_KNOWN) else ""
        rep = setting.seller(deal.customer, closed)
        expected = workday_from(setting, closed + timedelta(days=draws.between(-15, 25)))
        found.append(
            replace(
                deal,
                rep=rep,
                created=max(created, rep.hired + timedelta(days=_FIRST_DEAL_AFTER_HIRE)),
                stage=words.lost,
                expected=expected,
                closed=closed,
                reason=reason,
                competitor=competitor,
            )
        )
    return found


def _open(setting: Setting, sold: list[Order], askers: _Askers) -> list[Deal]:
    """Deals still open at the end; some are past the day they were expected to close."""
    draws = Draws(setting.key, "open deals")
    last = setting.halves[-1].last
    found = []
    for _ in range(setting.open_deals):
        created = workday_from(setting, last - timedelta(days=draws.between(6, _OPEN_DAYS)))
        deal = _deal(setting, _asker(askers, draws=draws), draws.pick(sold), created=created, draws=draws)
        stage, probability = draws.pick(setting.words.stages)
        rep = setting.seller(deal.customer, last)
        hired = rep.hired + timedelta(days=_FIRST_DEAL_AFTER_HIRE)
        found.append(replace(deal, rep=rep, created=max(created, hired), stage=stage, probability=probability))
    return found


def _asker(askers: _Askers, *, draws: Draws) -> Customer:
    """Whoever asks for a quote: a customer of the half-year, or now and then somebody who has never bought."""
    buying, prospects = askers
    return draws.pick(prospects if draws.chance(_PROSPECT) else buying)


def _deal(setting: Setting, customer: Customer, like: Order, *, created: date, draws: Draws) -> Deal:
    """An opportunity about as large as an order, before anything is known of its end."""
    category = like.lines[0].product.category
    return Deal(
        key="",
        name=setting.words.deal_name.format(customer=customer.name, category=category),
        customer=customer,
        rep=like.rep,
        stage="",
        amount=max(10_000, like.amount * draws.between(60, 180) // 1_000_000 * 10_000),
        probability=0,
        created=created,
        expected=workday_from(setting, created + timedelta(days=draws.between(40, 150))),
        closed=None,
        reason="",
        competitor="",
        source=draws.pick(setting.words.sources),
    )
