from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Salesperf

TARGETS = "Sales Rep,Month,Target\nMei Lin,2026-03,100\nIvo Kranz,2026-03,40\n"
"""Of March, which has sales of 70 by Mei and none by Ivo."""


@pytest.fixture(autouse=True)
def targets(here: Path) -> None:
    (here / "targets.csv").write_text(TARGETS, encoding="utf-8")


def test_status_shows_everybody_with_a_word_beside_the_glyph(salesperf: Salesperf) -> None:
    said = salesperf("targets", "status", "orders.csv", "targets.csv")

    assert said.code == 0
    mei = next(line for line in said.out.splitlines() if "Mei Lin" in line)
    assert [word for word in mei.split() if word != "–"] == [
        "Mei",
        "Lin",
        "70",
        "100",
        "70.0",
        "-30",
        "70.0",
        "70",
        "✗",
        "red",
    ]
    assert "measures against them" not in said.out


def test_status_for_machines_has_one_record_an_owner_and_horizon(salesperf: Salesperf) -> None:
    said = salesperf("targets", "status", "orders.csv", "targets.csv", "--format", "json")

    rows = json.loads(said.out)["rows"]
    assert [(row["horizon"], row["who"], row["actual"], row["target"], row["status"]) for row in rows][:3] == [
        ("period", "company", "70", "140", "red"),
        ("period", "Mei Lin", "70", "100", "red"),
        ("period", "Ivo Kranz", "0", "40", "red"),
    ]


def test_a_red_light_fails_on_request_only(salesperf: Salesperf) -> None:
    files = ("orders.csv", "targets.csv")

    assert salesperf("targets", "status", *files).code == 0
    assert salesperf("targets", "status", *files, "--fail-on", "red").code == 1
    assert salesperf("targets", "status", *files, "--fail-on", "red", "--as-of", "2026-02-20").code == 0, (
        "nothing is expected of March yet"
    )


def test_yellow_warns_of_red_too_and_green_of_nothing(salesperf: Salesperf, here: Path) -> None:
    (here / "targets.csv").write_text("Sales Rep,Month,Target\nMei Lin,2026-03,75\n", encoding="utf-8")
    files = ("orders.csv", "targets.csv")

    assert salesperf("targets", "status", *files, "--fail-on", "red").code == 0, "93 % is yellow"
    assert salesperf("targets", "status", *files, "--fail-on", "yellow").code == 1
    (here / "targets.csv").write_text("Sales Rep,Month,Target\nMei Lin,2026-03,70\n", encoding="utf-8")
    assert salesperf("targets", "status", *files, "--fail-on", "yellow", "--metrics", "net_revenue").code == 0


def test_kpi_sends_to_status_for_lights(salesperf: Salesperf) -> None:
    said = salesperf("kpi", "orders.csv", "--fail-on", "red")

    assert said.code == 2
    assert "salesperf targets status --fail-on red" in said.err


def test_status_without_targets_says_what_to_give(salesperf: Salesperf) -> None:
    said = salesperf("targets", "status", "orders.csv")

    assert said.code == 4
    assert "no targets to measure against" in said.err
