from __future__ import annotations

from datetime import date

from salesperf.analyses.actions.compute import actions_of, days_late
from salesperf.facts.action_words import ActionState
from salesperf.facts.actions import Action

ON = date(2026, 3, 31)
OPEN, DONE = ActionState.OPEN, ActionState.DONE


def action(
    key: str, *, due: date | None = None, state: ActionState = OPEN, done: date | None = None, word: str | None = None
) -> Action:
    return Action(
        key=key, text=key, owner="R1", name="Ann", team=None, raised=date(2026, 3, 1), due=due, done=done, word=word,
        state=state, is_known=word is None,
    )  # fmt: skip


def test_late_actions_come_first_then_those_due_next_then_those_of_no_day() -> None:
    every = [action("never"), action("soon", due=date(2026, 4, 2)), action("late", due=date(2026, 3, 30))]
    every.append(action("latest", due=date(2026, 3, 1)))

    found = actions_of(every, on=ON)

    assert [one.key for one in found.open] == ["latest", "late", "soon", "never"]
    assert [one.key for one in found.late] == ["latest", "late"]
    assert [days_late(one, on=ON) for one in found.open] == [30, 1, 0, 0]


def test_an_action_due_on_the_day_is_not_late() -> None:
    assert actions_of([action("now", due=ON)], on=ON).late == ()


def test_done_since_the_last_meeting_are_those_done_after_its_day() -> None:
    days = (date(2026, 3, 24), date(2026, 3, 25), ON)
    done = [action(f"{day.day}", state=DONE, done=day, due=date(2026, 1, 1)) for day in days]

    found = actions_of([*done, action("some day", state=DONE)], on=ON, days=7)

    assert [one.key for one in found.done] == ["25", "31"]
    assert (found.undated, found.since, found.open) == (1, date(2026, 3, 24), ())


def test_dropped_actions_are_neither_open_nor_done() -> None:
    found = actions_of([action("x", state=ActionState.DROPPED, due=date(2026, 1, 1))], on=ON)

    assert (found.open, found.done, found.undated) == ((), (), 0)


def test_words_that_nobody_knows_are_told_once() -> None:
    found = actions_of([action("a", word="perhaps"), action("b", word="perhaps")], on=ON)

    assert found.unknown == ("perhaps",)
