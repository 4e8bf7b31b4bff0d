"""The targets a demo company set: by month for the company, each team and each rep."""

from __future__ import annotations

from datetime import date, timedelta

from salesperf.app.demo.beside import Aim
from salesperf.app.demo.customers import CustomerBase
from salesperf.app.demo.setting import Customer, HalfYear, Person, Setting

_NEWCOMER_DAYS = 180
_NEWCOMER = 60
"""Percent of a seat's target that is asked of whoever sits there for less than half a year."""


def aims_of(setting: Setting, base: CustomerBase) -> tuple[Aim, ...]:
    """The targets of every half-year that has some, in units of `setting.target_unit` cents, by scope, name and month.

    The half asks `growth` over the same half of the year before, spread over its months by the season alone: a Spring
    Festival that moves is nobody's excuse. A team has
    the share of the customers it serves, a rep that of the own ones; a seat without a rep is the team's alone.
    """
    found: list[Aim] = []
    for place, (half, conduct) in enumerate(zip(setting.halves, setting.conduct, strict=True)):
        if conduct.growth is None:
            continue
        before = setting.halves[place - 2].revenue
        whole = before * (1000 + conduct.growth) // 1000 // setting.target_unit
        months = _months(half)
        weights = [setting.months[first.month - 1] for first in months]
        for first, amount in zip(months, _split(whole, weights), strict=True):
            found += _of_month(setting, base.active[place], first, amount)
    order = {name: number for number, name in enumerate(_names(setting))}
    return tuple(sorted(found, key=lambda aim: (aim.scope, order.get(aim.name, 0), aim.month)))


def _names(setting: Setting) -> list[str]:
    return [person.team for person in setting.people] + [person.name for person in setting.people]


def _months(half: HalfYear) -> list[date]:
    return [date(half.first.year, half.first.month + offset, 1) for offset in range(6)]


def _of_month(setting: Setting, active: tuple[Customer, ...], month: date, amount: int) -> list[Aim]:
    served: dict[Person, int] = {}
    for customer in active:
        seller = setting.seller(customer, month)
        served[seller] = served.get(seller, 0) + customer.weight
    by_team: dict[str, int] = {}
    for person, weight in served.items():
        by_team[person.team] = by_team.get(person.team, 0) + weight
    teams = sorted(by_team)
    found = [Aim(0, setting.name, month, amount)]
    for team, part in zip(teams, _split(amount, [by_team[team] for team in teams]), strict=True):
        found.append(Aim(1, team, month, part))
        people = sorted((person for person in served if person.team == team), key=lambda person: person.key)
        for person, own in zip(people, _split(part, [served[person] for person in people]), strict=True):
            if person.seat:
                is_new = month - person.hired < timedelta(days=_NEWCOMER_DAYS)
                found.append(Aim(2, person.name, month, own * _NEWCOMER // 100 if is_new else own))
    return found


def _split(whole: int, weights: list[int]) -> list[int]:
    """A whole number in parts by weight that add up to it: what is left over goes to the largest remainders."""
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    left = sorted(range(len(weights)), key=lambda at: (-(whole * weights[at] % total), at))
    for at in left[: whole - sum(parts)]:
        parts[at] += 1
    return parts
