"""Who is above whom on which day."""

from __future__ import annotations

from datetime import date

import pytest

from salesperf.core.errors import DataError
from salesperf.facts.dated_rows import said
from salesperf.facts.hierarchy import hierarchy_of
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.literal import bundle_of

REPS = RepKeys(frozenset({"A", "B", "C", "D"}), {"Ann": "A"}, {})
DAY = date(2026, 1, 1)


def above(text: str, table: str = "hierarchy") -> list[tuple[str, str, int, str]]:
    found = hierarchy_of(bundle_of([(table, text)]), REPS)
    return [(one.rep, one.manager, one.level, said(one.span)) for one in found]


def faults(text: str, table: str = "hierarchy") -> list[tuple[str, str]]:
    with pytest.raises(DataError) as fault:
        above(text, table)
    return [(one.code, one.message) for one in fault.value.issues]


def test_those_above_are_above_on_the_days_that_all_steps_hold() -> None:
    # C is below B until March, B is below A from February: A is above C in February and March.
    assert above("rep_id,manager_id,from,to\nC,B,2026-01-01,2026-03-31\nB,Ann,2026-02-01,\n") == [
        ("B", "A", 1, "2026-02-01.."),
        ("C", "B", 1, "2026-01-01..2026-03-31"),
        ("C", "A", 2, "2026-02-01..2026-03-31"),
    ]


def test_the_list_of_people_tells_it_where_no_hierarchy_does() -> None:
    people = "rep_id,manager_id,team,valid_from,valid_to\nB,A,x,2026-01-01,2026-01-31\nB,A,y,2026-02-01,\nA,,x,,\n"

    # A change of team is no change of manager.
    assert above(people, "people") == [("B", "A", 1, "2026-01-01..")]


def test_two_managers_on_one_day_are_refused() -> None:
    assert faults("rep_id,manager_id,from,to\nC,A,2026-01-01,\nC,B,2026-06-01,\n") == [
        ("F620", "'C' has 'A' (2026-01-01..) and 'B' (2026-06-01..) on one day")
    ]


def test_a_circle_is_told_once_with_its_names() -> None:
    rows = "rep_id,manager_id,from,to\nA,B,2026-01-01,\nB,C,2026-01-01,\nC,A,2026-03-01,\nD,A,2026-01-01,\n"

    assert faults(rows) == [("F623", "on 2026-03-01 A → B → C → A")]


def test_nobody_is_their_own_manager() -> None:
    assert faults("rep_id,manager_id,from,to\nA,Ann,2026-01-01,\n") == [("F623", "on 2026-01-01 A → A")]


def test_what_holds_on_other_days_is_no_circle() -> None:
    assert len(above("rep_id,manager_id,from,to\nA,B,2026-01-01,2026-01-31\nB,A,2026-02-01,\n")) == 2


def test_without_a_table_of_managers_nothing_can_be_told() -> None:
    with pytest.raises(DataError, match="who is above whom"):
        above("rep_id,team\nA,x\n", "people")
