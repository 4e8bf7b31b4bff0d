"""Owners, days and teams as the checks see them."""

from __future__ import annotations

from datetime import date
from typing import Any

HEAD = "scope,scope_id,metric,period,amount\n"


def test_owners_stand_under_the_keys_of_the_data(cases: Any) -> None:
    (case,) = cases(
        HEAD + "company,,net_revenue,2026-01,9\nrep,Ann,net_revenue,2026-01,1\nrep,Mia,net_revenue,2026,3\n"
    ).found

    assert [(one.scope, one.key, one.name, one.leads) for one in case.holders] == [
        ("company", "", "", False),
        ("rep", "R1", "Ann", False),
        ("rep", "M1", "Mia", True),
    ]
    assert [one.name for one in case.of("rep")] == ["Ann"]
    assert (case.data.first, case.data.through) == (date(2025, 1, 1), date(2026, 1, 30))


def test_targets_of_what_cannot_be_measured_are_still_a_case(cases: Any) -> None:
    found = cases(HEAD + "rep,Ann,gross_margin,2026-01,0.3\nrep,R1,gross_margin,2026-01,0.4\n")

    (case,) = found.found
    assert case.board is None
    assert [one.key for one in case.holders] == ["R1"]
    assert [one.code for one in found.findings] == ["F570", "F572"]


def test_a_rep_came_on_the_day_of_hiring_or_of_the_first_sale(cases: Any, sales: str) -> None:
    late = sales + "99,2025-09-03,R9,C9,10.00\n"
    targets = HEAD + "rep,R1,net_revenue,2026-01,1\nrep,R9,net_revenue,2026-01,1\n"

    (case,) = cases(targets, orders=late).found
    ann, new = case.holders
    assert (case.joined(ann), case.joined(new)) == (date(2020, 1, 1), date(2025, 9, 3))

    (case,) = cases(targets, orders=late, people="").found
    assert case.joined(case.holders[0]) is None, "one of the first sales of all tells nothing"


def test_the_team_of_a_rep_is_that_of_the_day(cases: Any) -> None:
    people = "rep_id,rep_name,team,valid_from,valid_to\nR1,Ann,East,2020-01-01,2025-12-31\nR1,Ann,West,2026-01-01,\n"
    (case,) = cases(HEAD + "rep,Ann,net_revenue,2026-01,1\n", people=people).found

    assert [case.team_of(case.holders[0], day) for day in (date(2025, 6, 1), date(2026, 6, 1))] == ["East", "West"]
