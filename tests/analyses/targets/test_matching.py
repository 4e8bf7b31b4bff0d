"""Targets matched to people, and those that fit nobody."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def test_nobody_of_that_name_counts_as_nothing_reached_and_is_told(
    report: Any, bundle: Any, line: Any, notes: Any, targets: str
) -> None:
    more = targets + "rep,Bbo,net_revenue,2026-03,10.00\n"

    found = report(bundle(targets=more))

    stranger = line(found, "Bbo")
    assert (stranger["actual"], stranger["attainment"]) == (0, 0.0)
    assert line(found, "company")["target"] == Decimal(208)
    assert "'Bbo'" in notes(found)["F571"]


def test_a_person_with_targets_under_id_and_name_is_measured_against_the_first_and_told(
    report: Any, bundle: Any, line: Any, notes: Any, targets: str
) -> None:
    more = targets + "rep,R2,net_revenue,2026-03,500.00\n"

    found = report(bundle(targets=more))

    assert line(found, "Bob")["target"] == Decimal(132)
    assert "'R2' has a target for 2026-03 already, as 'Bob'" in notes(found)["F572"]


def test_targets_of_other_periods_or_metrics_are_no_second_ones(
    report: Any, bundle: Any, notes: Any, targets: str
) -> None:
    more = targets + "rep,R2,net_revenue,2026-02,500.00\nrep,R2,orders,2026-03,5\n"

    assert "F572" not in notes(report(bundle(targets=more)))


def test_a_target_of_nobody_named_is_told_as_such(report: Any, bundle: Any, notes: Any, targets: str) -> None:
    found = notes(report(bundle(targets=targets + "rep,,net_revenue,2026-03,10.00\n")))

    assert "1 target is for a rep without a name" in found["F580"]
    assert "F571" not in found
