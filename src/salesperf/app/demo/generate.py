"""From what is decided about a company to all its records: customers, then orders and returns, then deals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from salesperf.app.demo.agreed import agreed_of
from salesperf.app.demo.aims import aims_of
from salesperf.app.demo.beside import Beside
from salesperf.app.demo.cash import invoices_of, payments_of
from salesperf.app.demo.climate import answers_of, costs_of, market_of
from salesperf.app.demo.company import Company
from salesperf.app.demo.customers import customer_base
from salesperf.app.demo.deals import deals_of
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.effort import activities_of, leads_of
from salesperf.app.demo.orders import orders_of_half
from salesperf.app.demo.records import Deal, Order
from salesperf.app.demo.returns import credit_notes
from salesperf.app.demo.setting import Customer, Setting


def generate(setting: Setting) -> Company:
    """Every record of the company. Each table draws from a stream of its own, so a further table changes no other."""
    base = customer_base(setting)
    words = setting.words
    halves = list(zip(setting.halves, base.active, strict=True))
    orders = _numbered(
        (order for half, active in halves for order in orders_of_half(setting, half, active)), words.order_number
    )
    notes = _numbered(
        (
            note
            for half in setting.halves
            for note in credit_notes(setting, half, tuple(one for one in orders if half.first <= one.day <= half.last))
        ),
        words.note_number,
    )
    deals = deals_of(setting, base, orders)
    by_day = tuple(sorted((*orders, *notes), key=lambda order: (order.day, bool(order.return_of), order.number)))
    since = _since(setting, base.customers, orders, deals)
    invoices = invoices_of(setting, by_day)
    beside = Beside(
        invoices=invoices,
        payments=payments_of(setting, invoices),
        leads=leads_of(setting),
        activities=activities_of(setting, base.customers),
        answers=answers_of(setting, base.customers),
        costs=costs_of(setting),
        market=market_of(setting, by_day),
        aims=aims_of(setting, base),
        agreed=agreed_of(setting, base.customers),
    )
    return Company(setting, base.customers, since, by_day, deals, beside)


def _numbered(orders: Iterable[Order], pattern: str) -> tuple[Order, ...]:
    """The orders by day, each with the number its company's system would give it."""
    of_day: Counter[date] = Counter()
    found = []
    for serial, order in enumerate(sorted(orders, key=lambda order: (order.day, order.customer.key)), start=1):
        of_day[order.day] += 1
        number = pattern.format(day=order.day, of_day=of_day[order.day], serial=serial)
        found.append(replace(order, number=number))
    return tuple(found)


def _since(
    setting: Setting, customers: tuple[Customer, ...], orders: tuple[Order, ...], deals: tuple[Deal, ...]
) -> dict[str, date]:
    """The day each customer was entered: shortly before its first deal or order, long before for the opening ones."""
    draws = Draws(setting.key, "customers since")
    first: dict[str, date] = {}
    contacts = [(order.customer.key, order.day) for order in orders] + [
        (deal.customer.key, deal.created) for deal in deals
    ]
    for key, day in contacts:
        first[key] = min(first.get(key, day), day)
    since = {}
    for place, customer in enumerate(customers):
        days = draws.between(200, 2500) if place < setting.opening_customers else draws.between(0, 12)
        since[customer.key] = first.get(customer.key, setting.halves[-1].first) - timedelta(days=days)
    return since
