from __future__ import annotations

from datetime import date
from pathlib import Path

from people_company import left_out, section, told, write_company
from section_words import rows


def test_the_meeting_sees_the_deals_that_stand_still_and_whose_they_are(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "meeting"), "stalled_deals")

    # D3 should have closed the day before, on 30 March; nothing happened to D1 since 1 February.
    assert rows(found, "stalled", "deal", "rep", "amount", "since") == [
        ("Fir roofs", "Dan Dunley", 900, date(2026, 3, 30)),
        ("Alder doors", "Ann Ashby", 700, date(2026, 2, 1)),
    ]


def test_the_days_of_silence_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "salesperf.toml").write_text(
        '[packs.patient]\ntitle = "Patient"\n[[packs.patient.sections]]\nkind = "stalled_deals"\ndays = 58\n'
    )

    found = section(told(write_company(tmp_path), "patient"), "stalled_deals")

    assert [row[0] for row in rows(found, "stalled")] == ["Fir roofs"]


def test_a_rep_sees_his_own_deals_the_largest_first(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="R1"), "open_deals")

    assert rows(found, "largest", "deal", "amount", "silent") == [("Alder doors", 700, 58), ("Birch walls", 200, 11)]


def test_a_team_has_the_deals_of_its_reps_on_the_day(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "meeting", team="South")

    empty = section(report, "stalled_deals").empty
    assert empty is not None
    assert empty.en == "no open deal stands still"


def test_without_deals_the_sections_are_left_out_and_said_so(tmp_path: Path) -> None:
    report = told(write_company(tmp_path, "deals.csv"), "meeting")

    assert "Stalled deals (needs a table of deals)" in left_out(report).en  # type: ignore[union-attr]
