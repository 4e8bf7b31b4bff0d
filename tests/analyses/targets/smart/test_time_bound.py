"""Periods of targets; the data run from 1 January 2025 to 30 January 2026."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.smart.case import cases_of
from salesperf.analyses.targets.smart.time_bound import time_bound
from salesperf.core.text import Lang
from salesperf.metrics.request import Request

HEAD = "scope,scope_id,metric,period,amount\n"


def found(cases: Any, targets: str, **given: Any) -> list[tuple[str, int, str]]:
    return [(one.code, one.count, one.message) for one in time_bound(cases(HEAD + targets, **given).found)]


def ann(**amounts: float) -> str:
    return "".join(
        f"rep,Ann,net_revenue,{period.removeprefix('p').replace('_', '-')},{amount}\n"
        for period, amount in amounts.items()
    )


def test_days_without_a_target_between_others_are_told(cases: Any) -> None:
    told = found(cases, ann(p2026_01=1, p2026_03=1, p2026_06=1))

    assert told == [
        (
            "F593",
            2,
            (
                "Ann: no target of net revenue for 89 days between two that have one, 2026-02-01..2026-02-28; "
                "likewise 1 other"
            ),
        )
    ]


def test_weekends_between_working_weeks_are_no_gap(cases: Any) -> None:
    weeks = "rep,Ann,net_revenue,2026-01-05..2026-01-09,1\nrep,Ann,net_revenue,2026-01-12..2026-01-16,1\n"

    assert found(cases, weeks) == []


def test_a_gap_that_a_longer_target_covers_is_none(cases: Any) -> None:
    assert found(cases, ann(p2026_01=1, p2026_03=1, p2026_Q1=3)) == []


def test_who_comes_later_or_goes_earlier_has_no_gap(cases: Any) -> None:
    bob = "rep,Bob,net_revenue,2026-02,1\nrep,Bob,net_revenue,2026-03,1\n"

    assert found(cases, ann(p2026_01=1, p2026_02=1, p2026_03=1, p2026_04=1) + bob) == []


def test_periods_of_one_kind_that_cross_are_told(cases: Any) -> None:
    told = found(cases, "rep,Ann,net_revenue,2026-01-01..2026-01-31,1\nrep,Ann,net_revenue,2026-01-16..2026-02-15,1\n")

    assert told == [
        (
            "F594",
            1,
            (
                "Ann: the targets of net revenue for 2026-01-01..2026-01-31 and 2026-01-16..2026-02-15 are for some of "
                "the same days"
            ),
        )
    ]


@pytest.mark.parametrize("other", ["2026-W05", "2026-Q1", "2026"])
def test_weeks_and_years_beside_months_do_not_cross(cases: Any, other: str) -> None:
    targets = ann(p2026_01=1, p2026_02=1) + f"rep,Ann,net_revenue,{other},3\n"

    assert [one for one in found(cases, targets) if one[0] == "F594"] == []


def test_a_quarter_beside_months_that_come_to_something_else_is_told(cases: Any) -> None:
    assert found(cases, ann(p2026_Q1=400, p2026_01=100, p2026_02=100, p2026_03=100)) == [
        ("F595", 1, "Ann: net revenue 400 for 2026-Q1, but the targets of its parts come to 300")
    ]
    assert found(cases, ann(p2026_Q1=300, p2026_01=100, p2026_02=100, p2026_03=100)) == []


def test_a_quarter_beside_some_of_its_months_says_nothing_of_the_others(cases: Any) -> None:
    assert found(cases, ann(p2026_Q1=400, p2026_01=100, p2026_02=100)) == []


def test_rates_of_months_do_not_come_to_that_of_the_quarter(cases: Any) -> None:
    rates = "".join(
        f"company,,return_rate,{period},{rate}\n"
        for period, rate in {"2026-Q1": 0.1, "2026-01": 0.1, "2026-02": 0.2, "2026-03": 0.3}.items()
    )

    assert found(cases, rates) == []


def test_targets_of_somebody_who_is_not_there_are_told(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date,leave_date\nR1,Ann,2026-02-16,2026-05-15\n"
    targets = ann(**{f"p2026_{month:02d}": 1 for month in range(1, 9)})

    assert found(cases, targets, people=people) == [
        (
            "F596",
            3,
            "Ann left on 2026-05-15, but has 3 targets of net revenue for later: 2026-06, 2026-07, 2026-08",
        ),
        ("F596", 1, "Ann was hired on 2026-02-16, but has 1 target of net revenue for earlier: 2026-01"),
    ]


@pytest.mark.parametrize(
    ("left", "is_told"), [("2026-02-27", True), ("2026-05-31", True), ("2026-12-15", False), ("2026-12-31", False)]
)
def test_a_year_of_which_somebody_is_there_for_a_part_is_told(left: str, cases: Any, *, is_told: bool) -> None:
    people = f"rep_id,rep_name,hire_date,leave_date\nR1,Ann,2020-01-01,{left}\n"

    told = found(cases, ann(p2026=80), people=people)

    assert [one[:2] for one in told] == ([("F596", 1)] if is_told else [])
    if is_told:
        assert told[0][2] == (
            f"Ann left on {left}, but has 1 target of net revenue for 2026, which ends more than a month later: "
            "asked for whole"
        )


def test_a_joiners_year_is_the_companys_word(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date,leave_date\nR1,Ann,2026-06-01,\n"

    assert found(cases, ann(p2026=80), people=people) == []


def test_who_came_back_is_there(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date,leave_date\nR1,Ann,2020-01-01,2022-12-31\nR1,Ann,2025-12-01,\n"

    assert found(cases, ann(p2026_01=1, p2026_02=1), people=people) == []


def test_targets_that_ended_before_the_data_do_are_told_once_a_sheet(cases: Any) -> None:
    assert found(cases, ann(p2025_10=1, p2025_11=1)) == [
        ("F597", 1, "the last target of net revenue is for 2025-11; the data go on to 2026-01-30")
    ]
    assert found(cases, ann(p2025_11=1, p2025_12=1)) == [], "a month without the new sheet is no finding"
    assert found(cases, ann(p2025_10=1), asked=Request(period="2025-10")) == []


def test_years_ahead_of_the_data_are_slips(cases: Any) -> None:
    told = found(cases, ann(p2062=1, p2026=1))

    assert ("F598", 1, "net revenue: 1 target lies years after the data, which go to 2026-01-30: 2062") in told


def test_targets_before_the_data_are_noted(cases: Any) -> None:
    assert found(cases, ann(p2024_11=1, p2024_12=1) + ann(p2025=1, p2026=1)) == [
        ("F599", 2, "net revenue: 2 targets lie before the data, which begin on 2025-01-01: 2024-11, 2024-12")
    ]


def test_a_target_of_nothing_for_who_is_not_there_is_no_finding(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date\nR1,Ann,2026-02-16\n"

    assert found(cases, ann(p2026_01=0, p2026_02=1), people=people) == []


def test_targets_by_days_ask_nothing_of_those_who_left(question: Any) -> None:
    people = "rep_id,rep_name,hire_date,leave_date\nR1,Ann,2020-01-01,2026-02-27\n"
    targets = "scope,scope_id,metric,period,amount\nrep,Ann,net_revenue,2026,1200\n"
    asked = question(targets, people=people)

    for is_by_days in (True, False):
        found = cases_of(asked, TargetsSection(prorated=is_by_days), lang=Lang.EN)
        assert [one.code for one in time_bound(found.found)].count("F596") == (0 if is_by_days else 1)
