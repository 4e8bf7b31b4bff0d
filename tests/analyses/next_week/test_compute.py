from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.next_week.compute import Task, Todo, next_week_of
from salesperf.core.text import Text

ON, WHY = date(2026, 3, 31), Text("why", "原因")


def worth(name: str, money: int) -> Todo:
    return Todo(Task.CALL, name, WHY, Decimal(money))


def action(name: str, day: int | None = None) -> Todo:
    return Todo(Task.ACT, name, WHY, None, None if day is None else date(2026, 4, day))


def names(todos: list[Todo], most: int = 10) -> list[str]:
    return [one.about for one in next_week_of(todos, on=ON, pace=None, most=most).todos]


def test_what_is_worth_most_comes_first_and_actions_last_by_their_due_day() -> None:
    assert names([action("never"), action("later", 5), worth("small", 1), action("soon", 2), worth("large", 9)]) == [
        "large",
        "small",
        "soon",
        "later",
        "never",
    ]


def test_a_list_full_of_money_keeps_three_places_for_actions() -> None:
    every = [worth(f"{n}", n) for n in range(1, 9)] + [action(f"a{n}", n) for n in range(1, 6)]

    found = next_week_of(every, on=ON, pace=None, most=6)

    assert [one.about for one in found.todos] == ["8", "7", "6", "a1", "a2", "a3"]
    assert found.left_out == 7


def test_a_list_that_is_not_full_leaves_nothing_out() -> None:
    every = [worth("a", 1), *(action(f"{n}", n) for n in range(1, 6))]

    found = next_week_of(every, on=ON, pace=None, most=6)

    assert (len(found.todos), found.left_out) == (6, 0)
