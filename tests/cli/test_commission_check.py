from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from commission_ground import TERMS

if TYPE_CHECKING:
    from conftest import Salesperf

FLAT = '[[component]]\nname = "base"\nrule = "flat"\nrate = 0.1\n'


def test_fail_on_findings_is_met_by_a_check_that_fails(salesperf: Salesperf, here: Path) -> None:
    (here / "field.toml").write_text(TERMS.format(start="2026-01-01", period="month") + FLAT, encoding="utf-8")
    words = ("commission", "check", "orders.csv", "--plan", "field.toml", "--fail-on", "findings")

    whole = salesperf(*words)
    with (here / "orders.csv").open("a", encoding="utf-8") as file:
        file.write("6,2026-03-31,Bob,,East,10\n")
    orphan = salesperf(*words, "--format", "json")

    assert whole.code == 0
    assert "✓ holds" in whole.out
    assert orphan.code == 1
    failed = [row["check"] for row in json.loads(orphan.out)["rows"] if row["verdict"] == "fails"]
    assert failed == ["no_orphan_credit"]
