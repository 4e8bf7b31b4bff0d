"""Amounts that no target can have."""

from __future__ import annotations

from typing import Any

import pytest

from salesperf.analyses.targets.smart.measurable import measurable

HEAD = "scope,scope_id,metric,period,amount\n"


def found(cases: Any, targets: str, **given: Any) -> list[tuple[str, int, str, str]]:
    return [(one.code, one.count, one.message, one.hint) for one in measurable(cases(HEAD + targets, **given).found)]


def test_nothing_to_reach_and_less_are_no_targets(cases: Any) -> None:
    rows = "".join(f"rep,Ann,net_revenue,2026-0{month},{amount}\n" for month, amount in ((1, 0), (2, -5), (3, 10)))

    assert [one[:3] for one in found(cases, rows)] == [
        ("F583", 2, "Ann: net revenue of 0 for 2026-01 asks for nothing; likewise 1 other")
    ]


def test_a_newcomer_may_begin_with_nothing(cases: Any) -> None:
    people = "rep_id,rep_name,hire_date\nR1,Ann,2026-01-12\n"
    rows = "rep,Ann,net_revenue,2026-01,0\nrep,Ann,net_revenue,2026-02,0\n"

    assert found(cases, rows, people=people) == []
    assert [one[1] for one in found(cases, rows + "rep,Ann,net_revenue,2026-06,0\n", people=people)] == [1]


@pytest.mark.parametrize("metric", ["return_rate", "churned_customers"])
def test_none_of_what_is_bad_is_a_fine_target(cases: Any, metric: str) -> None:
    assert found(cases, f"company,,{metric},2026-01,0\n") == []


def test_a_rate_above_a_hundred_per_cent_was_written_without_its_sign(cases: Any) -> None:
    assert found(cases, "company,,return_rate,2026-01,2.5\ncompany,,return_rate,2026-02,2\n") == [
        (
            "F584",
            2,
            "company: 2.5 of return rate for 2026-01 is 250%; likewise 1 other",
            "write 2.5% or 0.025",
        )
    ]


@pytest.mark.parametrize(("amount", "is_told"), [("1.1", False), ("110", True)])
def test_retention_of_revenue_may_be_above_a_hundred_per_cent(cases: Any, amount: str, *, is_told: bool) -> None:
    assert bool(found(cases, f"company,,nrr,2026-01,{amount}\n")) is is_told


@pytest.mark.parametrize(("amount", "is_told"), [("-0.2", False), ("0.5", False), ("50", True)])
def test_a_score_lies_between_minus_one_and_one(cases: Any, amount: str, *, is_told: bool) -> None:
    told = found(cases, f"company,,nps,2026-01,{amount}\n")

    assert [one[2] for one in told] == (
        ["company: 50 of net promoter score for 2026-01 is 5,000 points"] if is_told else []
    )


@pytest.mark.parametrize("amount", ["1", "0.4", "0"])
def test_rates_that_can_be_are_left_alone(cases: Any, amount: str) -> None:
    assert [one for one in found(cases, f"company,,retention_rate,2026-01,{amount}\n") if one[0] == "F584"] == []


def test_nothing_is_asked_for_days_nobody_works_and_of_who_has_left(cases: Any) -> None:
    """3 January 2026 is a Saturday."""
    people = "rep_id,rep_name,leave_date\nR1,Ann,2026-01-31\n"
    rows = "rep,Ann,net_revenue,2026-01-03,0\nrep,Ann,net_revenue,2026-02,0\n"

    assert found(cases, rows, people=people) == []
    assert [one[1] for one in found(cases, rows)] == [1], "of who is there, February"
