from __future__ import annotations

from datetime import date

from salesperf.facts.action_words import ActionState
from salesperf.facts.actions import Action, actions_told
from salesperf.tables.literal import bundle_of

ON = date(2026, 3, 31)
PEOPLE = "rep_id,rep_name,team\nR1,Ann,North\nR2,Bob,South\nR3,Bob,North\n"


def told(rows: str, *, people: str | None = PEOPLE) -> tuple[Action, ...]:
    tables = [("actions", "action_id,raised_on,owner,due,done_on,status,text\n" + rows)]
    found = actions_told(bundle_of(tables if people is None else [*tables, ("people", people)]), on=ON)
    assert found is not None
    return found


def test_an_owner_is_found_by_id_or_by_a_name_that_one_person_has() -> None:
    found = told(
        "1,2026-03-01,R1,,,open,a\n2,2026-03-01,Ann,,,open,b\n3,2026-03-01,Bob,,,open,c\n4,2026-03-01,Zoe,,,,d\n"
    )

    assert [(one.owner, one.name, one.team) for one in found] == [
        ("R1", "Ann", "North"),
        ("R1", "Ann", "North"),
        ("Bob", "Bob", None),
        ("Zoe", "Zoe", None),
    ]


def test_the_day_on_which_an_action_was_done_is_stronger_than_its_status() -> None:
    found = told("1,2026-03-01,R1,,2026-03-20,open,a\n2,2026-03-01,R1,,2026-04-02,done,b\n3,2026-03-01,R1,,,done,c\n")

    states = [(one.state, one.done) for one in found]
    assert states == [(ActionState.DONE, date(2026, 3, 20)), (ActionState.OPEN, None), (ActionState.DONE, None)]


def test_an_empty_status_and_an_unknown_word_leave_an_action_open_and_the_word_is_told() -> None:
    found = told("1,2026-03-01,R1,,,,a\n2,2026-03-01,R1,,,perhaps,b\n")

    assert [(one.state, one.is_known) for one in found] == [(ActionState.OPEN, True), (ActionState.OPEN, False)]


def test_what_is_raised_later_is_not_there_yet() -> None:
    assert told("1,2026-04-01,R1,,,open,a\n") == ()


def test_an_action_without_a_day_on_which_it_was_raised_is_there() -> None:
    assert [(one.text, one.raised) for one in told("1,,R1,2026-03-01,,open,a\n")] == [("a", None)]


def test_without_a_table_of_actions_nothing_is_told() -> None:
    assert actions_told(bundle_of([("people", PEOPLE)]), on=ON) is None
