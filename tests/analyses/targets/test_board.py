"""Leaders among the people of a board."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def test_a_manager_is_measured_over_the_people_led_and_added_to_nobody(
    report: Any, bundle: Any, line: Any, notes: Any, targets: str
) -> None:
    people = "rep_id,rep_name,manager_id\nR1,Ann,R9\nR2,Bob,R9\nR9,Max,\n"
    more = targets + "rep,Max,net_revenue,2026-03,198.00\n"

    found = report(bundle(people=people, targets=more))

    boss = line(found, "Max")
    assert (boss["scope"], boss["actual"], boss["target"]) == ("leader", Decimal(90), Decimal(198))
    assert line(found, "company")["target"] == Decimal(198), "not 396"
    assert "Max contain those of others, by the people table" in notes(found)["leaders"]
