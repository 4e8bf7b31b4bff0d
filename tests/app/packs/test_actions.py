from __future__ import annotations

from pathlib import Path

from people_company import left_out, section, told, write_company
from section_words import rows, said


def test_the_meeting_sees_late_actions_first_and_what_was_done_since_the_last_one(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting"), "open_actions")

    assert said(found) == ["Open actions: 3; late: 2.", "Done since Mar 24, 2026: 1."]
    assert rows(found, "open_actions", "action", "owner", "days_late") == [
        ("Collect from Fir", "Dan Dunley", 20),
        ("Visit Cedar", "Ann Ashby", 10),
        ("Send Birch a quote", "Ann Ashby", None),
    ]
    assert [row[0] for row in rows(found, "done_actions")] == ["Call Dogwood"]


def test_a_rep_sees_his_own_whether_the_list_has_the_name_or_the_id(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="R1"), "open_actions")

    assert [row[0] for row in rows(found, "open_actions")] == ["Visit Cedar", "Send Birch a quote"]


def test_a_team_sees_the_actions_of_its_people(tmp_path: Path) -> None:
    south = told(write_company(tmp_path), "meeting", team="South")

    assert section(south, "open_actions").empty is not None


def test_without_a_list_of_actions_it_is_left_out_and_said_so(tmp_path: Path) -> None:
    report = told(write_company(tmp_path, "actions.csv"), "meeting")

    assert "Open actions (needs a table of actions)" in left_out(report).en  # type: ignore[union-attr]
