"""Of what, and whose."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.analyses.targets.smart.specific import specific

HEAD = "scope,scope_id,metric,period,amount\n"
ANN = HEAD + "rep,Ann,net_revenue,2026-01,110\nrep,Bob,net_revenue,2026-01,55\n"


def found(cases: Any, targets: str, **given: Any) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in specific(cases(targets, **given).found)]


def test_sales_without_a_target_are_told_with_their_sum(cases: Any) -> None:
    assert found(cases, ANN) == [
        ("F582", "rep 'Cid' has net revenue of 50 in 2026-01-01..2026-01-30 and no target"),
    ]


def test_a_target_of_any_metric_is_one(cases: Any) -> None:
    assert found(cases, ANN + "rep,Cid,orders,2026-01,3\n") == []


@pytest.mark.parametrize(
    "row",
    [
        "R3,Cid,West,M1,Seller,2025-12-20,\n",
        "R3,Cid,West,M1,Seller,2020-01-01,2026-01-15\n",
    ],
)
def test_newcomers_and_leavers_without_a_target_are_none(cases: Any, row: str) -> None:
    people = (
        "rep_id,rep_name,team,manager_id,role,hire_date,leave_date\n"
        "R1,Ann,East,M1,Seller,2020-01-01,\nR2,Bob,East,M1,Seller,2020-01-01,\n" + row
    )

    assert found(cases, ANN, people=people) == []


def test_someone_who_leads_others_needs_no_target(cases: Any) -> None:
    people = "rep_id,rep_name,team,manager_id\nR1,Ann,East,R3\nR2,Bob,East,R3\nR3,Cid,West,\n"

    assert found(cases, ANN, people=people) == []


def test_a_team_without_a_target_beside_one_that_has_is_told(cases: Any, sheet: str) -> None:
    lines = [line for line in sheet.splitlines(keepends=True) if ",West," not in line]

    assert found(cases, "".join(lines)) == [
        ("F582", "team 'West' has net revenue of 50 in 2026-01-01..2026-01-30 and no target"),
    ]


def test_targets_of_the_company_alone_ask_nobody_for_one(cases: Any) -> None:
    assert found(cases, HEAD + "company,,net_revenue,2026-01,220\n") == []


def test_one_owner_under_name_and_id_is_told_once(cases: Any) -> None:
    more = "rep,R1,net_revenue,2026-02,110\nrep,R1,net_revenue,2026-03,110\nrep,Cid,net_revenue,2026-01,55\n"

    assert found(cases, ANN + more) == [("F581", "one rep under several names: 'Ann', 'R1'")]


def test_before_the_period_begins_those_who_sold_lately_need_a_target(cases: Any) -> None:
    """The data end on 30 January; Cid sold 50 in November, December and January."""
    later = ANN.replace("2026-01", "2026-Q2")

    assert found(cases, later) == [
        ("F582", "rep 'Cid' has net revenue of 150 in 2025-10-29..2026-01-30 and no target"),
    ]
