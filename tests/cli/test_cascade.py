from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

PEOPLE = "Employee ID,Employee Name,Team,Hire Date\n007,Mei Lin,East,2020-01-01\n008,Ivo Kranz,West,2020-01-01\n"


@pytest.fixture(autouse=True)
def people(here: Path) -> None:
    (here / "people.csv").write_text(PEOPLE, encoding="utf-8")


CASCADE = ("targets", "cascade", "orders.csv", "people.csv", "--period", "2026-Q2")


def test_a_target_is_broken_down_on_the_page(salesperf: Salesperf) -> None:
    said = salesperf(*CASCADE, "--target", "1万", "--weights", "equal", "--floor", "Mei Lin=6000")

    assert said.code == 0
    rows = {line.split()[0]: line.split() for line in said.out.splitlines() if line.strip()}
    assert rows["company"][1] == "10,000"
    assert (rows["East"][1], rows["West"][1]) == ("6,000", "4,000")


@pytest.mark.parametrize("name", ["targets.csv", "targets.xlsx"])
def test_the_target_sheet_is_read_by_status(salesperf: Salesperf, name: str) -> None:
    """Ids keep their zeros, and every target is found: three months of company, two teams and two people."""
    made = salesperf(*CASCADE, "--target", "100", "--weights", "equal", "-o", name)
    assert made.code == 0

    said = salesperf("tidy", name)

    rows = list(csv.DictReader(said.out.splitlines()))
    assert [row["scope_id"] for row in rows[::3]] == ["", "East", "007", "West", "008"]
    status = salesperf("targets", "status", "orders.csv", "people.csv", name, "--period", "2026-Q2", "--format", "csv")
    wanted = {
        row["who"]: row["target"] for row in csv.DictReader(status.out.splitlines()) if row["horizon"] == "period"
    }
    assert wanted == {"company": "100", "East": "50", "Mei Lin": "50", "West": "50", "Ivo Kranz": "50"}


def test_the_project_file_may_say_it_all(salesperf: Salesperf, here: Path) -> None:
    (here / "salesperf.toml").write_text(
        '[targets.cascade]\ntarget = "90"\nperiod = "2026-Q2"\nweights = "equal"\n'
        '[targets.cascade.teams."East"]\nfactor = "2"\n',
        encoding="utf-8",
    )

    said = salesperf(
        "targets", "cascade", "orders.csv", "people.csv", "--to", "team", "--format", "csv", "--grain", "quarter"
    )

    assert [line.split(",")[-1] for line in said.out.splitlines()] == ["target", "90", "60", "30"]


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (("--target", "lots"), 2, "--target 'lots' is not an amount"),
        (("--target", "0"), 2, "--target cannot be"),
        (("--target", "5", "--weights", "luck"), 2, "--weights cannot be 'luck'"),
        (("--target", "5", "--floor", "=3"), 2, "--floor '=3' names nobody"),
        (("--target", "5", "--cap", "May=3"), 2, "'May' is no team or person"),
        (("--target", "5", "--metric", "net_revenu"), 2, "did you mean 'net_revenue'"),
        ((), 2, "no target to break down"),
    ],
)
def test_slips_are_told(salesperf: Salesperf, more: tuple[str, ...], code: int, words: str) -> None:
    said = salesperf(*CASCADE, *more)

    assert (said.code, words in said.err) == (code, True), said.err
