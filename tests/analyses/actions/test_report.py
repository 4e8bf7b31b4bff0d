from __future__ import annotations

from datetime import date

from salesperf.analyses.actions.compute import Actions
from salesperf.analyses.actions.report import open_actions_section
from salesperf.core.status import Status
from salesperf.core.text import Lang
from salesperf.facts.action_words import ActionState
from salesperf.facts.actions import Action
from section_words import rows, said, table

ON = date(2026, 3, 31)
RAISED, DUE = date(2026, 3, 1), date(2026, 3, 21)
LATE = Action(
    key="1", text="Visit Alder", owner="R1", name="Ann", team=None, raised=RAISED, due=DUE, done=None, word="open",
    state=ActionState.OPEN,
)  # fmt: skip
DONE = Action(
    key="2", text="Call Birch", owner="R2", name="Bob", team=None, raised=RAISED, due=DUE, done=date(2026, 3, 30),
    word="done", state=ActionState.DONE,
)  # fmt: skip


def test_open_actions_say_who_does_what_and_how_late_it_is() -> None:
    section = open_actions_section(Actions(ON, date(2026, 3, 24), (LATE,), (DONE,), 0, ()))

    assert said(section) == ["Open actions: 1; late: 1.", "Done since Mar 24, 2026: 1."]
    assert rows(section, "open_actions") == [("Visit Alder", "Ann", RAISED, DUE, 10, "open")]
    assert table(section, "open_actions").rows[0].cells[-1].status is Status.RED  # type: ignore[union-attr]
    assert rows(section, "done_actions") == [("Call Birch", "Bob", DUE, date(2026, 3, 30))]


def test_on_the_page_of_a_rep_nobody_is_named() -> None:
    section = open_actions_section(Actions(ON, RAISED, (LATE,), (DONE,), 0, ()), shows_owners=False)

    assert [column.key for column in table(section, "open_actions").columns][:2] == ["action", "raised"]
    assert "Ann" not in rows(section, "open_actions")[0]


def test_what_is_done_on_no_day_and_words_that_nobody_knows_are_told() -> None:
    section = open_actions_section(Actions(ON, RAISED, (), (), 2, ("per{haps}",)))

    assert said(section) == [
        "Done on no day that the list tells: 2.",
        "Taken as open, for nobody knows the status: 'per(haps)'.",
    ]
    assert section.empty is not None
    assert section.empty.say(Lang.ZH) == "没有待办行动"
