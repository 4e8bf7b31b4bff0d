"""Decisions to take: rules over what the other sections found, each with the number that met it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit


class Rule(StrEnum):
    """What asks for a decision."""

    RED_FOR_WEEKS = "red_for_weeks"
    OUT_OF_REACH = "out_of_reach"
    LONG_OVERDUE = "long_overdue"
    LARGE_AND_STALLED = "large_and_stalled"
    LATE_ACTION = "late_action"


class Limits(Struct, frozen=True):
    """From where on each rule asks for a decision."""

    weeks: int = 2
    """Weeks in a row below what was expected, of an owner whose light is red."""
    probability: float = 0.2
    """The probability of reaching the target below which it is out of reach."""
    days_overdue: int = 30
    """Days for which money may be overdue."""
    largest: int = 10
    """Open deals among which a stalled one is a matter for all."""


USUAL = Limits()


class Owner(Struct, frozen=True):
    """Where somebody stands against a target."""

    name: str
    metric: Text
    is_red: bool
    weeks_below: int
    pace: float | None
    probability: float | None
    missing: Decimal | None = None
    """The money that is missing to the target; None of targets that are no money."""


class Debtor(Struct, frozen=True):
    """What a customer owes that is past due, and for how many days the oldest of it."""

    name: str
    overdue: Decimal
    days: int


class Stuck(Struct, frozen=True):
    """A stalled deal, its place among all open deals by amount (the largest is 1), and why it stands still."""

    name: str
    amount: Decimal | None
    place: int
    why: Text


class Late(Struct, frozen=True):
    """An action that is late."""

    text: str
    owner: str
    days: int


class Decision(Struct, frozen=True):
    """One decision: about what, by which rule, with the number that met it."""

    rule: Rule
    about: Text
    why: Text
    value: Decimal | float | int | None
    unit: Unit
    stake: Decimal | None = None
    """The money that it is about."""


_OWNER = Text("{name}, {metric}", "{name}，{metric}")
_RED = Text("red, and below what was expected for {weeks} weeks in a row", "红灯，且连续{weeks}周低于预期")
_REACH = Text("the target is reached with less than {limit:.0%} probability", "达成目标的概率低于{limit:.0%}")
_OVERDUE = Text("past due for {days:day|days}, more than {limit}", "已逾期{days}天，超过{limit}天")
_STUCK = Text("number {place} of the open deals: {why}", "进行中商机第{place}大：{why}")
_LATE = Text("late for {days:day|days}", "已逾期{days}天")
_BY = Text("{text} ({owner})", "{text}（{owner}）")


def decisions_of(
    *,
    owners: Sequence[Owner] = (),
    debtors: Sequence[Debtor] = (),
    stuck: Sequence[Stuck] = (),
    late: Sequence[Late] = (),
    limits: Limits = USUAL,
) -> tuple[Decision, ...]:
    """The decisions, those with most money at stake first; the others after them, the longest delay first."""
    found = (
        *_red(owners, limits),
        *_out_of_reach(owners, limits),
        *_overdue(debtors, limits),
        *_stalled(stuck, limits),
        *_late(late),
    )
    return tuple(sorted(found, key=lambda one: (one.stake is None, -(one.stake or Decimal(0)))))


def _red(owners: Sequence[Owner], limits: Limits) -> Iterator[Decision]:
    found = [one for one in owners if one.is_red and one.weeks_below >= limits.weeks]
    for one in sorted(found, key=lambda one: (one.pace is None, one.pace or 0.0, one.name)):
        why = _RED.fill(weeks=one.weeks_below)
        yield Decision(Rule.RED_FOR_WEEKS, _named(one), why, one.pace, Unit.RATIO, one.missing)


def _out_of_reach(owners: Sequence[Owner], limits: Limits) -> Iterator[Decision]:
    found = [one for one in owners if one.probability is not None and one.probability < limits.probability]
    for one in sorted(found, key=lambda one: (one.probability or 0.0, one.name)):
        why = _REACH.fill(limit=limits.probability)
        yield Decision(Rule.OUT_OF_REACH, _named(one), why, one.probability, Unit.CHANCE, one.missing)


def _overdue(debtors: Sequence[Debtor], limits: Limits) -> Iterator[Decision]:
    found = [one for one in debtors if one.days > limits.days_overdue and one.overdue > 0]
    for one in sorted(found, key=lambda one: (-one.overdue, one.name)):
        why = _OVERDUE.fill(days=Count(one.days), limit=limits.days_overdue)
        yield Decision(Rule.LONG_OVERDUE, Text(one.name, one.name), why, one.overdue, Unit.MONEY, one.overdue)


def _stalled(stuck: Sequence[Stuck], limits: Limits) -> Iterator[Decision]:
    for one in sorted((one for one in stuck if one.place <= limits.largest), key=lambda one: one.place):
        why = _STUCK.fill(place=one.place, why=one.why)
        yield Decision(Rule.LARGE_AND_STALLED, Text(one.name, one.name), why, one.amount, Unit.MONEY, one.amount)


def _late(late: Sequence[Late]) -> Iterator[Decision]:
    for one in sorted((one for one in late if one.days > 0), key=lambda one: (-one.days, one.text)):
        about = _BY.fill(text=one.text, owner=one.owner)
        yield Decision(Rule.LATE_ACTION, about, _LATE.fill(days=Count(one.days)), one.days, Unit.COUNT)


def _named(owner: Owner) -> Text:
    return _OWNER.fill(name=owner.name, metric=owner.metric)
