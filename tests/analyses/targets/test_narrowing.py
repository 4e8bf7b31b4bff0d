"""Targets under conditions: what is left out, what stays, and what is said of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from salesperf.core.errors import DataError

TEAMS = "team,East,net_revenue,2026-03,300.00\ncompany,,net_revenue,2026-03,900.00\n"


def _who(found: Any) -> set[object]:
    at = [column.key for column in found.records.columns].index("who")
    return {row[at] for row in found.records.rows}


def test_targets_of_others_than_the_condition_names_are_left_out_and_told(
    report: Any, bundle: Any, line: Any, notes: Any
) -> None:
    found = report(bundle(), period="2026-03", where=("rep=Ann",))

    company = line(found, "company")
    assert (company["actual"], company["target"]) == (Decimal(30), Decimal(66))
    assert "Bob" not in _who(found)
    told = notes(found)
    assert told["narrowed"] == "1 target of net revenue (132) left out: not of rep=Ann"
    assert "F571" not in told, "sales know Bob"


def test_a_rep_named_by_id_is_the_one_with_targets_by_name(report: Any, bundle: Any, line: Any) -> None:
    assert line(report(bundle(), period="2026-03", where=("rep=R1",)), "Ann")["target"] == Decimal(66)


def test_reps_that_a_condition_takes_out_take_their_targets_along(report: Any, bundle: Any, line: Any) -> None:
    found = report(bundle(), period="2026-03", where=("rep!=Ann",))

    assert "Ann" not in _who(found)
    assert line(found, "company")["target"] == Decimal(132)


def test_targets_of_team_and_company_are_of_more_than_one_rep(
    report: Any, bundle: Any, targets: str, line: Any, notes: Any
) -> None:
    found = report(bundle(targets=targets + TEAMS), period="2026-03", where=("rep=Ann",))

    assert line(found, "company")["target"] == Decimal(66), "the sum of those left"
    assert notes(found)["narrowed"].startswith("3 targets of net revenue (1,332) left out")


def test_a_condition_on_something_else_keeps_reps_all_of_whose_lines_fit(report: Any, bundle: Any, line: Any) -> None:
    found = report(bundle(), period="2026-03", where=("customer=C2",))

    assert (line(found, "Bob")["actual"], line(found, "Bob")["target"]) == (Decimal(60), Decimal(132))
    assert "Ann" not in _who(found)
    said = [note.text.en for note in found.notes if note.key == "narrowed"]
    assert said == ["2 targets of net revenue (106) left out: not of customer=C2"]


def test_targets_of_more_than_the_condition_have_no_attainment(report: Any, bundle: Any, orders: str) -> None:
    # Bob sells 20 to C1 too: 20 of his once stood against the 132 of all he sells, and were red.
    of = bundle(orders=orders + "5,2026-03-11,R2,C1,20.00\n")

    found = report(of, period="2026-03", where=("customer=C1",))

    assert _who(found) == {"company", "East", "Ann"}
    said = [note.text.en for note in found.notes if note.key == "narrowed"]
    assert len(said) == 1
    assert said[0].startswith("1 target of net revenue (132) left out: of more than customer=C1, so nothing is held")


def test_a_condition_that_leaves_something_out_keeps_the_target_of_the_company(
    report: Any, bundle: Any, line: Any
) -> None:
    of = bundle(targets="scope,scope_id,metric,period,amount\ncompany,,net_revenue,2026-03,900.00\n")

    assert line(report(of, period="2026-03", where=("customer!=C2",)), "company")["target"] == Decimal(900)


def test_conditions_that_fit_no_target_are_refused(report: Any, bundle: Any) -> None:
    with pytest.raises(DataError, match="no target is of rep=Cid"):
        report(bundle(), where=("rep=Cid",))


def test_without_conditions_nothing_is_told(report: Any, bundle: Any, notes: Any) -> None:
    assert "narrowed" not in notes(report(bundle()))
