"""Decisions to take: rules over what the other sections found, each with the number that met it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Count, Text, listing, same
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


NO_CHANCE = 0.01
"""The probability below which the target of the whole is a matter of its own: what is missing there, others lack."""


class Owner(Struct, frozen=True):
    """Where somebody stands against a target; `is_whole` of a company whose people have targets of their own."""

    name: str
    metric: Text
    is_red: bool
    weeks_below: int
    pace: float | None
    probability: float | None
    missing: Decimal | None = None
    """The money that is missing to the target; None of targets that are no money."""
    is_whole: bool = False


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


class Measured(Struct, frozen=True):
    """What met a rule, in words; those with a `value` name it as `{value}`."""

    words: Text
    value: float | None = None
    unit: Unit | None = None


class Decision(Struct, frozen=True):
    """One decision: about what, by which rules, with what met them."""

    rules: tuple[Rule, ...]
    about: Text
    why: Text
    measured: tuple[Measured, ...]
    stake: Decimal | None = None
    """The money that it is about."""
    is_first: bool = False
    """Whether it comes before the others, whatever the money."""


_OWNER = Text("{name}, {metric}", "{name}，{metric}")
_RED = Text("red, and below what was expected for {weeks} weeks in a row", "红灯，且连续{weeks}周低于预期")
_REACH = Text("the target is reached with less than {limit:.0%} probability", "达成目标的概率低于{limit:.0%}")
_OVERDUE = Text("past due for more than {limit} days", "逾期超过{limit}天")
_STUCK = Text("number {place} of the open deals, and it stands still", "进行中商机第{place}大，且已停滞")
_LATE = Text("not done by its due day", "到期未完成")
_PACE = Text("{value} of what was expected", "为预期的{value}")
_CHANCE = Text("{value} probability", "达成概率{value}")
_DAYS_OVERDUE = Text("{days:day|days} past due", "已逾期{days}天")
_DAYS_LATE = Text("{days:day|days} late", "已逾期{days}天")
_BY = Text("{text} ({owner})", "{text}（{owner}）")
_AND = Text("; ", "；")


def decisions_of(
    *,
    owners: Sequence[Owner] = (),
    debtors: Sequence[Debtor] = (),
    stuck: Sequence[Stuck] = (),
    late: Sequence[Late] = (),
    limits: Limits = USUAL,
) -> tuple[Decision, ...]:
    """The decisions: the whole that is out of reach, then by the money at stake; those without it last."""
    found = (
        *_of_owners(owners, limits),
        *_overdue(debtors, limits),
        *_stalled(stuck, limits),
        *_late(late),
    )
    return tuple(sorted(found, key=lambda one: (not one.is_first, one.stake is None, -(one.stake or Decimal(0)))))


def _of_owners(owners: Sequence[Owner], limits: Limits) -> Iterator[Decision]:
    """One decision an owner and metric, whatever rules ask for it."""
    ordered = sorted(owners, key=lambda one: (one.pace is None, one.pace or 0.0, one.probability or 0.0, one.name))
    for one in ordered:
        asked = tuple(_asked(one, limits))
        if asked:
            measured = tuple(said for _, _, said in asked if said.value is not None)
            rules, why = tuple(rule for rule, _, _ in asked), listing([reason for _, reason, _ in asked], _AND)
            about = _OWNER.fill(name=one.name, metric=one.metric)
            yield Decision(rules, about, why, measured, one.missing, is_first=one.is_whole)


def _asked(one: Owner, limits: Limits) -> Iterator[tuple[Rule, Text, Measured]]:
    if one.is_red and one.weeks_below >= limits.weeks and not one.is_whole:
        yield Rule.RED_FOR_WEEKS, _RED.fill(weeks=one.weeks_below), Measured(_PACE, one.pace, Unit.RATIO)
    least = NO_CHANCE if one.is_whole else limits.probability
    if one.probability is not None and one.probability < least:
        yield Rule.OUT_OF_REACH, _REACH.fill(limit=least), Measured(_CHANCE, one.probability, Unit.CHANCE)


def _overdue(debtors: Sequence[Debtor], limits: Limits) -> Iterator[Decision]:
    found = [one for one in debtors if one.days > limits.days_overdue and one.overdue > 0]
    for one in sorted(found, key=lambda one: (-one.overdue, one.name)):
        measured = Measured(_DAYS_OVERDUE.fill(days=Count(one.days)))
        why = _OVERDUE.fill(limit=limits.days_overdue)
        yield Decision((Rule.LONG_OVERDUE,), same(one.name), why, (measured,), one.overdue)


def _stalled(stuck: Sequence[Stuck], limits: Limits) -> Iterator[Decision]:
    for one in sorted((one for one in stuck if one.place <= limits.largest), key=lambda one: one.place):
        why = _STUCK.fill(place=one.place)
        yield Decision((Rule.LARGE_AND_STALLED,), same(one.name), why, (Measured(one.why),), one.amount)


def _late(late: Sequence[Late]) -> Iterator[Decision]:
    for one in sorted((one for one in late if one.days > 0), key=lambda one: (-one.days, one.text)):
        about = _BY.fill(text=one.text, owner=one.owner)
        yield Decision((Rule.LATE_ACTION,), about, _LATE, (Measured(_DAYS_LATE.fill(days=Count(one.days))),))
