from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


def test_a_plan_is_shown_in_words(salesperf: Salesperf, here: Path) -> None:
    (here / "field.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")

    said = salesperf("commission", "plan", "show", "field.toml")
    told = json.loads(salesperf("commission", "plan", "show", "field.toml", "--format", "json").out)

    assert said.code == 0
    assert "10% of it." in said.out
    assert {"part": "component", "name": "base", "words": "10% of it"} in told["rows"]
    assert told["schema"] == "salesperf.commission-plan/1"


def test_a_plan_with_a_fault_shows_the_fault(salesperf: Salesperf, here: Path) -> None:
    (here / "field.toml").write_text(FLAT, encoding="utf-8")

    said = salesperf("commission", "plan", "show", "field.toml")

    assert said.code == 3
    assert "plan is missing" in said.err
