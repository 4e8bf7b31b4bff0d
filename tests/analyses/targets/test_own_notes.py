"""Notes on targets of own sales."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from salesperf.analyses.targets.leading import Beside, Leading
from salesperf.analyses.targets.own_notes import own_targets
from salesperf.core.errors import Where
from salesperf.core.period import Period
from salesperf.facts.goals import Goal

MAY = Period(date(2026, 5, 1), date(2026, 5, 31), "2026-05")


def _beside(amount: int, together: int, *, is_added: bool = False) -> Beside:
    goal = Goal("rep", "x", "net_revenue", MAY, Decimal(amount), Where("t.csv"))
    return Beside(goal, Decimal(together), is_added)


def test_each_reason_is_told_with_both_sums_and_the_line_to_write() -> None:
    sellers = {"R1": _beside(120, 100, is_added=True), "R2": _beside(80, 100), "R3": _beside(70, 90)}

    notes = list(own_targets(Leading({}, sellers, {"R4": _beside(2200, 1650)}), {"R1": "Ann", "R3": "Cy"}))

    assert [note.key for note in notes] == ["sellers", "sellers", "perhaps_sellers"]
    said = [note.text.en for note in notes]
    assert said[0].startswith("Ann 120 in 2026-05 beside 100 of the people led: a sum written beside them")
    assert 'managers = ["R2", "Cy"]' in said[1]
    assert said[2].startswith("R4 2,200 in 2026-05 beside 1,650 of the people led")
    assert 'sellers = ["R4"]' in said[2]
    assert notes[2].text.zh.startswith("R4 2026-05 目标 2,200，下属合计 1,650")


def test_nothing_is_told_where_nobody_sells_and_leads() -> None:
    assert list(own_targets(Leading({}), {})) == []
