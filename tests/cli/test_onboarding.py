from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.metrics.catalog.examples import NEWCOMER

if TYPE_CHECKING:
    from conftest import Salesperf


def test_newcomers_are_shown_and_told_to_machines(salesperf: Salesperf, here: Path) -> None:
    files = []
    for name, text in NEWCOMER:
        (here / f"new_{name}.csv").write_text(text, encoding="utf-8")
        files.append(f"new_{name}.csv")

    shown = salesperf("targets", "onboarding", *files)
    machine = json.loads(salesperf("targets", "onboarding", *files, "--format", "json").out)

    assert shown.code == 0
    assert "R2   Jan 1, 2026  on board       4" in shown.out
    assert machine["schema"] == "salesperf.targets-onboarding/1"
    assert (machine["rows"][0]["id"], machine["rows"][0]["months"]) == ("R2", 4)
