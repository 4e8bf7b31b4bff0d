from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from people_company import left_out, section, told, write_company
from salesperf.core.status import Status
from salesperf.report.figure import FigureKind
from section_words import rows, said, table


def test_a_rep_sees_how_far_the_target_is(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby"), "own_targets")

    assert said(found) == ["Net revenue: 200 of 400, 50.0%."]
    assert found.sentences[0].status is Status.RED
    assert rows(found, "own_net_revenue", "horizon", "actual", "target", "attainment") == [
        ("2026-03", 200, 400, 0.5),
        ("year to date", 200, 400, 0.5),
    ]
    (figure,) = table(found, "own_net_revenue").figures
    assert (figure.kind, figure.values, figure.target) == (FigureKind.BULLET, ("actual",), "target")


def test_while_the_period_goes_on_each_workday_left_and_the_landing_are_told(tmp_path: Path) -> None:
    report = told(write_company(tmp_path), "rep", rep="Ann Ashby", as_of=date(2026, 3, 13))

    # By Friday the 13th 10 of the 22 workdays are over: 200 of 400 come to 440, and 12 workdays have to bring 200.
    assert rows(section(report, "own_targets"), "own_net_revenue", "required", "landing")[0] == (
        Decimal("16.67"),
        440,
    )
    (figure,) = table(section(report, "own_targets"), "own_net_revenue").figures
    assert figure.expected == "expected"
    assert rows(section(report, "own_targets"), "own_net_revenue", "expected")[0] == (Decimal("181.82"),)
    # 400 x 10 / 22 = 181.82
    (sentence,) = said(section(report, "own_targets"))
    assert sentence == (
        "Net revenue: 200 of 400, 50.0%; 181.82 was to be reached by now, and at this pace it comes to 440."
    )


def test_of_a_whole_year_the_year_to_date_is_not_told_again_and_days_without_a_target_are_said(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Ann Ashby", period="2026"), "own_targets")

    # The target is of March alone: what was sold in January and February (110) is not held against it.
    assert rows(found, "own_net_revenue", "horizon", "actual", "target") == [("2026", 200, 400)]
    assert len(said(found)) == 2
    assert said(found)[1].startswith("Net revenue: ")


def test_a_rep_without_a_target_is_told_so(tmp_path: Path) -> None:
    found = section(told(write_company(tmp_path), "rep", rep="Eve Elwood"), "own_targets")

    assert found.empty is not None
    assert found.empty.en == "no target is set for the period"


def test_without_targets_it_is_left_out_and_said_so(tmp_path: Path) -> None:
    report = told(write_company(tmp_path, "targets.csv"), "rep", rep="Ann Ashby")

    assert "Targets and pace (needs a sheet of targets)" in left_out(report).en  # type: ignore[union-attr]
