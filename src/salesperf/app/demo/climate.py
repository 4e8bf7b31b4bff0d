"""What a company is told and spends: answers of customers, costs of selling, the size of its market."""

from __future__ import annotations

from datetime import date, timedelta

from salesperf.app.demo.beside import Answer, Cost, Market
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.records import Order
from salesperf.app.demo.setting import Customer, Setting

_ASKED = 36
"""Customers asked in a half-year, each for satisfaction and for recommendation."""
_PER_MILLE = 1000


def answers_of(setting: Setting, customers: tuple[Customer, ...]) -> tuple[Answer, ...]:
    """The answers of every half-year, as content as its conduct says, by day."""
    found: list[Answer] = []
    satisfied, recommends = setting.office.surveys
    for half, conduct in zip(setting.halves, setting.conduct, strict=True):
        draws = Draws(setting.key, "answers", half.first.isoformat())
        for customer in draws.sample(customers[: setting.opening_customers], _ASKED):
            day = half.first + timedelta(days=draws.between(70, 175))
            step = draws.weighted((1, 2, 3, 4, 5), conduct.content)
            found.append(Answer(day, customer, satisfied, step, 5))
            found.append(Answer(day, customer, recommends, min(10, 2 * step + draws.between(-1, 0)), 10))
    return tuple(sorted(found, key=lambda one: (one.day, one.customer.key, one.kind)))


def costs_of(setting: Setting) -> tuple[Cost, ...]:
    """Every month's costs of selling, by kind."""
    kinds, weights = zip(*setting.office.costs, strict=True)
    found: list[Cost] = []
    for half, conduct in zip(setting.halves, setting.conduct, strict=True):
        draws = Draws(setting.key, "costs", half.first.isoformat())
        month = half.revenue * conduct.cost // _PER_MILLE // 6
        for last in _month_ends(half.first, half.last):
            for kind, weight in zip(kinds, weights, strict=True):
                amount = month * weight // sum(weights) * draws.between(90, 110) // 100
                found.append(Cost(last, kind, amount // 100 * 100))
    return tuple(found)


def _month_ends(first: date, last: date) -> list[date]:
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return [day for day in days if (day + timedelta(days=1)).day == 1]


def market_of(setting: Setting, orders: tuple[Order, ...]) -> tuple[Market, ...]:
    """The market of every quarter and region, so large that the company has the share its conduct says of the whole."""
    draws = Draws(setting.key, "market")
    found: list[Market] = []
    for half, conduct in zip(setting.halves, setting.conduct, strict=True):
        for quarter in (half.first.month // 3 + 1, half.first.month // 3 + 2):
            sizes = []
            for region in setting.regions:
                sold = sum(
                    line.amount
                    for order in orders
                    if order.customer.region == region.name
                    and order.day.year == half.first.year
                    and (order.day.month - 1) // 3 + 1 == quarter
                    for line in order.lines
                    if line.status in {setting.words.completed, setting.words.returned}
                )
                share = conduct.share * draws.between(85, 115) // 100
                sizes.append((region.name, sold * _PER_MILLE // share // 1_000_000 * 1_000_000))
            period = setting.office.quarter.format(year=half.first.year, quarter=quarter)
            found.append(Market(period, "", sum(size for _, size in sizes)))
            found += [Market(period, name, size) for name, size in sizes]
    return tuple(found)
