"""What a reader of a cascade is told."""

from __future__ import annotations

from typing import Any


def _notes(report: Any) -> dict[str, str]:
    return {note.key: note.text.en for note in report.notes}


def test_who_gets_nothing_is_named(report: Any) -> None:
    people = (
        "rep_id,rep_name,team,manager_id,hire_date\nR1,Ann,East,M1,2020-01-01\nR7,Dee,East,,2020-01-01\nM1,Mia,,,\n"
    )

    found = _notes(report({"people": people}))

    assert found["idle"].startswith("no target for Dee: in the people table, but sold nothing in 2025-01..2025-12")
    assert found["leaders"].startswith("no target of their own for Mia")
    assert found["strangers"] == "R2, R3 sold in 2025-01..2025-12 and get no target: not there in 2026"


def test_people_taken_from_the_sales_are_said_to_be(report: Any) -> None:
    found = _notes(report({"people": ""}))

    assert found["people"] == "no people table: the people are those who sold from 2025-10-01 to 2025-12-31"


def test_people_taken_from_the_period_itself_are_said_to_be(report: Any) -> None:
    found = _notes(report({"people": ""}, period="2025", weights=None))

    assert found["people"] == (
        "no people table, and nobody sold in the three months before the period: the people are those who sold in it, "
        "from 2025-01-01 to 2025-12-31"
    )
    assert found["weights"] == "shared out by capacity 100%"


def test_weights_history_and_the_unit_are_named(report: Any) -> None:
    found = _notes(report(weights="history:3,equal:1", unit=10))

    assert found["weights"] == "shared out by history 75%, equal 25%"
    assert found["history"] == "history: net revenue of 2025-01..2025-12, of the people who get a target"
    assert found["unit"].startswith("whole multiples of 10;")


def test_regions_without_a_market_size_are_named(report: Any) -> None:
    market = "period,scope,scope_id,market_size\n2025,region,E,900\n"

    found = _notes(report({"market": market}, weights="potential:1,equal:1"))

    assert found["potential"] == "potential: market sizes of 2025"
    assert found["no_potential"] == "no market size for Cid: potential counts as nothing"


def test_whoever_came_lately_is_told_of_by_the_words_of_the_weights(report: Any) -> None:
    people = "rep_id,rep_name,team,hire_date\nR1,Ann,East,2020-01-01\nR2,Bob,East,2026-01-01\nR3,Cid,West,2020-01-01\n"

    by_heads = _notes(report({"people": people}, weights="headcount"))["ramp"]
    by_capacity = _notes(report({"people": people}, weights="capacity"))["ramp"]

    assert by_heads == (
        "over the months, whoever came lately gets 25%, 50%, 75% of a full share in the first ones after hiring"
    )
    assert by_capacity.startswith("capacity: FTE on the workdays of the period, 25%, 50%, 75% of it")
