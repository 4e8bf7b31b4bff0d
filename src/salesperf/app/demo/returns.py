"""Credit notes: what customers send back within the half-year in which they bought it."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from salesperf.app.demo.draws import Draws
from salesperf.app.demo.records import Line, Order
from salesperf.app.demo.setting import HalfYear, Setting
from salesperf.app.demo.workdays import workday_from

_LARGEST_PART = 8


def credit_notes(setting: Setting, half: HalfYear, orders: tuple[Order, ...]) -> tuple[Order, ...]:
    """Credit notes without numbers for the half's numbered orders, worth the company's usual return rate of them.

    No note takes more than an eighth of the half's returns, so that the rate is met to a small line.
    """
    draws = Draws(setting.key, "returns", half.first.isoformat())
    sold = [(order, line) for order in orders for line in order.lines if line.status == setting.words.completed]
    budget = sum(line.amount for _, line in sold) * setting.return_permille // 1000
    largest = budget // _LARGEST_PART
    notes: list[Order] = []
    for order, line in draws.shuffled(sold):
        day = workday_from(setting, order.day + timedelta(days=draws.between(5, 35)))
        returned = _returned(setting, line, draws=draws)
        if day <= half.last and -returned.amount <= min(budget, largest):
            budget += returned.amount
            notes.append(_note(order, returned, day))
    return tuple(notes)


def _returned(setting: Setting, line: Line, *, draws: Draws) -> Line:
    """All of a line or some of its packs, at the price and discount it was sold for."""
    packs = line.quantity // line.product.pack
    back = packs if draws.chance(400) else max(1, packs * draws.between(10, 60) // 100)
    return replace(
        line,
        quantity=-back * line.product.pack,
        discount=-(line.discount * back // packs),
        cost=None if line.cost is None else -(line.cost * back // packs),
        status=setting.words.returned,
    )


def _note(order: Order, returned: Line, day: date) -> Order:
    return replace(order, number="", day=day, lines=(returned,), return_of=order.number)
