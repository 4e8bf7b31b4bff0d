"""What a rep should do next: whom to call, what to collect, which deals to move, which actions are due; by money."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text

WEEK = timedelta(days=7)
_KEPT_FOR_ACTIONS = 3
"""Places that actions have in a list that money fills: they are worth none that is known."""


class Task(StrEnum):
    """What is to be done."""

    CALL = "call"
    COLLECT = "collect"
    MOVE = "move"
    CLOSE = "close"
    ACT = "act"


class Todo(Struct, frozen=True):
    """One thing to do: with whom or what, why, the money it is about, and until when."""

    task: Task
    about: str
    why: Text
    money: Decimal | None = None
    due: date | None = None


class Pace(Struct, frozen=True):
    """What every workday left of the period has to bring so that the target is reached."""

    metric: Text
    required: Decimal | None
    gap: Decimal | None
    """What was reached less the target: below zero while something is missing."""


class NextWeek(Struct, frozen=True):
    """The list, and how many things were left out of it; `pace` is None without a target."""

    on: date
    pace: Pace | None
    todos: tuple[Todo, ...]
    left_out: int


def next_week_of(todos: Iterable[Todo], *, on: date, pace: Pace | None, most: int = 10) -> NextWeek:
    """The things to do by the money they are about, at most so many.

    What is worth no money that is known comes last, by its due day, and keeps up to three places of a full list.
    """
    every = list(todos)
    worth = sorted((one for one in every if one.money is not None), key=_by_money)
    without = sorted((one for one in every if one.money is None), key=_by_due)
    places = max(most - min(len(without), _KEPT_FOR_ACTIONS), 0)
    kept = [*worth[:places], *without][:most]
    return NextWeek(on, pace, tuple(kept), len(every) - len(kept))


def _by_money(todo: Todo) -> tuple[Decimal, str, str]:
    return (-(todo.money or Decimal(0)), todo.task, todo.about)


def _by_due(todo: Todo) -> tuple[bool, date, str]:
    return (todo.due is None, todo.due or date.min, todo.about)
