from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

TIERS = "tiers = [{ to = 100, rate = 0.01 }, { to = 1000, rate = 0.02 }, { rate = 0.03 }]"


@pytest.fixture(autouse=True)
def plans(here: Path) -> None:
    head = TERMS.format(start="2026-01-01", period="month") + '[[component]]\nname = "base"\nrule = "tiered"\n'
    (here / "whole.toml").write_text(f'{head}mode = "whole"\ntie = "lower"\n{TIERS}\n', encoding="utf-8")
    (here / "slices.toml").write_text(f'{head}mode = "marginal"\n{TIERS}\n', encoding="utf-8")


def test_findings_are_met_by_jumps_and_not_by_notes(salesperf: Salesperf) -> None:
    jumps = salesperf("commission", "plan", "lint", "whole.toml", "--fail-on", "findings", "--format", "json")
    notes = salesperf("commission", "plan", "lint", "slices.toml", "orders.csv", "--fail-on", "findings")

    assert (jumps.code, notes.code) == (1, 0)
    assert [(row["found"], row["jump"]) for row in json.loads(jumps.out)["rows"]] == [("cliff", "10"), ("cliff", "1")]
    assert "tier 3 (above 1,000)" in notes.out


def test_without_sales_the_plan_alone_is_looked_at(salesperf: Salesperf) -> None:
    said = salesperf("commission", "plan", "lint", "slices.toml")

    assert said.code == 0
    assert "nothing was found" in said.out
    assert "no sales were given" in said.out


def test_files_that_are_not_there_are_told_and_not_passed_over(salesperf: Salesperf) -> None:
    said = salesperf("commission", "plan", "lint", "slices.toml", "absent.csv")

    assert said.code != 0
    assert "absent.csv" in said.err
