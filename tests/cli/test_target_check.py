from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

TARGETS = "Sales Rep,Month,Target\nMei Lin,2026-03,100\nIvo Krans,2026-03,40\n"
"""The second name is misspelt."""
FILES = ("orders.csv", "targets.csv")


@pytest.fixture(autouse=True)
def targets(here: Path) -> None:
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")


def test_findings_stand_under_their_letter_with_place_and_cure(salesperf: Salesperf) -> None:
    said = salesperf("targets", "check", *FILES)

    assert said.code == 0
    lines = said.out.splitlines()
    assert lines.index("Specific") < next(at for at, line in enumerate(lines) if "'Ivo Krans'" in line)
    assert "targets.csv, row 3, column 'Target'" in said.out
    assert "did you mean 'Ivo Kranz'?" in said.out


def test_machines_get_one_record_a_finding(salesperf: Salesperf) -> None:
    said = salesperf("targets", "check", *FILES, "--format", "json")

    found = json.loads(said.out)
    assert found["schema"] == "salesperf.targets-check/1"
    first = next(row for row in found["rows"] if row["code"] == "F571")
    assert (first["letter"], first["severity"], first["row"], first["value"]) == ("specific", "warning", 3, "Ivo Krans")


def test_findings_fail_on_request_only(salesperf: Salesperf) -> None:
    assert salesperf("targets", "check", *FILES).code == 0
    assert salesperf("targets", "check", *FILES, "--fail-on", "findings").code == 1
    assert salesperf("targets", "check", *FILES, "--fail-on", "red").code == 2


def test_cells_that_cannot_be_read_are_findings_and_stop_nothing(salesperf: Salesperf, here: Path) -> None:
    (here / "targets.csv").write_text(
        "Sales Rep,Month,Target\nMei Lin,2026-03,100\nIvo Kranz,2026-03,lots\nIvo Kranz,2026-13,40\n", encoding="utf-8"
    )

    said = salesperf("targets", "check", *FILES, "--format", "json")

    assert said.code == 0
    told = {(row["letter"], row["code"], row["row"]) for row in json.loads(said.out)["rows"]}
    assert {("measurable", "R301", 3), ("time_bound", "R601", 4), ("specific", "R603", None)} <= told


def test_targets_may_stand_alone(salesperf: Salesperf) -> None:
    said = salesperf("targets", "check", "targets.csv")

    assert said.code == 0
    assert "no data beside the targets" in said.out


def test_a_threshold_of_the_project_file_holds(salesperf: Salesperf, here: Path) -> None:
    (here / "targets.csv").write_text(
        "Level,Name,Month,Target\ncompany,,2026-03,150\nrep,Mei Lin,2026-03,100\nrep,Ivo Kranz,2026-03,40\n",
        encoding="utf-8",
    )
    assert "F590" in salesperf("targets", "check", *FILES, "--format", "csv").out

    (here / "salesperf.toml").write_text('[targets.check]\nsums = "0.1"\n', encoding="utf-8")

    assert "F590" not in salesperf("targets", "check", *FILES, "--format", "csv").out


def test_check_tells_targets_that_fit_nobody(salesperf: Salesperf) -> None:
    said = salesperf("check", *FILES, "--format", "json", "--fail-on", "findings")

    assert said.code == 1
    told = [(row["code"], row["value"], row["row"]) for row in json.loads(said.out)["rows"]]
    assert ("F571", "Ivo Krans", 3) in told


def test_check_of_sales_without_a_day_is_not_stopped_by_targets(salesperf: Salesperf, here: Path) -> None:
    (here / "orders.csv").write_text("Order ID,Order Date,Sales Rep,Amount\n1,,Mei Lin,5\n", encoding="utf-8")

    assert salesperf("check", *FILES).code == 0
