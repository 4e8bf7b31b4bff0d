"""Targets of people who came or left within their periods."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.analyses.targets.section import TargetsSection

PRORATED = TargetsSection(prorated=True)
TARGETS = """\
scope,scope_id,metric,period,amount
rep,Ann,net_revenue,2026-02,280.00
rep,Ann,net_revenue,2026-03,66.00
rep,Bob,net_revenue,2026-03,310.00
"""
PEOPLE = "rep_id,rep_name,team,hire_date,leave_date\nR1,Ann,East,2020-01-01,{left}\nR2,Bob,East,{hired},\n"


def people(*, hired: str = "2020-01-01", left: str = "") -> str:
    """Bob hired and Ann gone on these days."""
    return PEOPLE.format(hired=hired, left=left)


def test_a_target_of_a_month_in_which_somebody_came_counts_as_written_and_is_told(
    bundle: Any, report: Any, line: Any, notes: Any
) -> None:
    found = report(bundle(targets=TARGETS, people=people(hired="2026-03-09")), period="2026-03")

    assert line(found, "Bob")["target"] == 310
    # Bob is there from the 9th to the 31st, 23 of 31 days: 310 x 23 / 31 = 230.
    assert notes(found)["prorated"] == (
        "1 person came or left within 1 target of net revenue in 2026-03 (Bob hired on 2026-03-09, 2026-03 310 x 23/31 "
        "days): taken as written, 310, which the days there would make 230; `prorated = true` under [targets] takes "
        "these"
    )


def test_a_target_by_days_is_expected_on_the_workdays_of_these_days(
    bundle: Any, report: Any, line: Any, notes: Any
) -> None:
    found = report(bundle(targets=TARGETS, people=people(hired="2026-03-09")), section=PRORATED, period="2026-03")

    bob = line(found, "Bob")
    assert bob["target"] == 230
    assert float(bob["attainment"]) == pytest.approx(60 / 230)
    # The data end on Friday the 13th: 5 of the 17 workdays from the 9th to the 31st are over: 230 x 5 / 17.
    assert bob["expected"] == Decimal("67.65")
    # East is Ann's 66 and Bob's 230.
    assert line(found, "East")["target"] == 296
    assert "taken by the days there, 230 instead of 310" in notes(found)["prorated"]


def test_nobody_has_a_target_by_days_for_a_period_after_leaving(
    bundle: Any, report: Any, line: Any, notes: Any
) -> None:
    gone = bundle(targets=TARGETS, people=people(left="2026-02-14"))

    found = report(gone, section=PRORATED, period="2026-03")

    assert line(found, "Ann")["target"] is None
    assert line(found, "East")["target"] == 310
    # In the year to date 14 of the 28 days of February are left of 280.
    assert line(found, "Ann", horizon="ytd")["target"] == 140
    assert "Ann left on 2026-02-14, 2026-03 66 x 0/31 days" in notes(found)["prorated"]
    assert line(report(gone, period="2026-03"), "Ann")["target"] == 66


def test_whoever_is_there_on_all_workdays_is_not_told(bundle: Any, report: Any, notes: Any) -> None:
    # The 1st of March is a Sunday: Bob begins with the month. Ann leaves on its last day.
    there = bundle(targets=TARGETS, people=people(hired="2026-03-02", left="2026-03-31"))

    assert "prorated" not in notes(report(there, period="2026-03"))
    assert "prorated" not in notes(report(bundle(targets=TARGETS), period="2026-03"))


def test_a_leader_who_came_late_answers_for_the_whole_target_of_the_others(
    bundle: Any, report: Any, line: Any, notes: Any
) -> None:
    staff = "rep_id,rep_name,hire_date,manager_id\nR1,Ann,2026-03-09,\nR2,Bob,2020-01-01,R1\n"
    targets = TARGETS.replace("Ann,net_revenue,2026-03,66", "Ann,net_revenue,2026-03,400").replace("2026-02", "2026-01")

    found = report(bundle(targets=targets, people=staff), section=PRORATED, period="2026-03")

    assert line(found, "Ann")["target"] == 400
    assert "prorated" not in notes(found)


def test_rates_are_not_shared_by_days(bundle: Any, report: Any, line: Any, notes: Any) -> None:
    targets = "scope,scope_id,metric,period,amount\nrep,Bob,aov,2026-03,50\n"

    found = report(bundle(targets=targets, people=people(hired="2026-03-09")), section=PRORATED, period="2026-03")

    assert line(found, "Bob")["target"] == 50
    assert "prorated" not in notes(found)
