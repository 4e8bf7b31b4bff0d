"""What is said of spans that targets do not end with."""

from __future__ import annotations

from typing import Any


def test_targets_that_count_in_part_are_told_with_their_days(report: Any, bundle: Any, notes: Any) -> None:
    found = report(bundle(), period="2026-W10")

    told = [note.text for note in found.notes if note.key == "shared"]
    week = "net revenue, 2026-W10: targets of longer periods count by their workdays in it: of 2026-03 5 of 22, 22.73%"
    assert told[0].en == week
    assert "2026-03的22个工作日中计5个，即22.73%" in told[0].zh
    assert "running" not in notes(found)


def test_a_month_with_its_own_targets_has_nothing_to_tell(report: Any, bundle: Any, notes: Any) -> None:
    found = notes(report(bundle(), period="2026-02"))

    assert found.keys().isdisjoint({"shared", "running"})
