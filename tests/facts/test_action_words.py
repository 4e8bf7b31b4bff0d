from __future__ import annotations

import pytest

from salesperf.facts.action_words import ActionState, action_state


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Done", ActionState.DONE),
        (" closed ", ActionState.DONE),
        ("已完成", ActionState.DONE),
        ("完成", ActionState.DONE),
        ("In_Progress", ActionState.OPEN),
        ("进行中", ActionState.OPEN),
        ("未完成", ActionState.OPEN),
        ("Cancelled", ActionState.DROPPED),
        ("作废", ActionState.DROPPED),
        ("maybe", None),
    ],
)
def test_words_say_where_an_action_stands(word: str, state: ActionState | None) -> None:
    assert action_state(word) is state
