"""What the weekly meetings of the last weeks agreed on, and what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from salesperf.app.demo.beside import Agreed
from salesperf.app.demo.draws import Draws
from salesperf.app.demo.setting import Customer, Setting

_OPEN, _IN_PROGRESS, _DONE, _CANCELLED = range(4)
_MEETINGS = (
    (5, 14, _DONE, 11),
    (4, 10, _OPEN, None),
    (4, 42, _IN_PROGRESS, None),
    (3, 14, _DONE, 11),
    (3, 14, _IN_PROGRESS, None),
    (2, 14, _CANCELLED, None),
    (2, 21, _IN_PROGRESS, None),
    (1, 4, _DONE, 3),
    (1, 10, _OPEN, None),
    (1, 14, _OPEN, None),
)
"""Weeks before the last one, days to do it, the state in the end, and after how many days it was done."""


def agreed_of(setting: Setting, customers: tuple[Customer, ...]) -> tuple[Agreed, ...]:
    """Ten actions of the Mondays before the last day, each with a customer and who serves it then."""
    draws, last = Draws(setting.key, "actions"), setting.halves[-1].last
    found = []
    for number, (weeks, days, state, after) in enumerate(_MEETINGS):
        raised = _monday(last) - timedelta(weeks=weeks)
        customer = draws.pick(customers)
        found.append(
            Agreed(
                raised=raised,
                owner=setting.seller(customer, last),
                due=raised + timedelta(days=days),
                done=None if after is None else raised + timedelta(days=after),
                state=setting.office.agreed_states[state],
                text=setting.office.agreed[number % len(setting.office.agreed)].format(customer=customer.name),
            )
        )
    return tuple(found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
