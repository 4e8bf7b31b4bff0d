from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from salesperf.app.targets import status
from salesperf.app.workspace import Ask
from salesperf.metrics.request import Request

Asking = Callable[..., Ask]


def test_targets_are_measured_with_the_settings_and_findings_have_places(folder: Path, ask: Asking) -> None:
    (folder / "targets.csv").write_text(
        "Sales Rep,Month,Target\nMei Lin,2026-03,100\nMay Lin,2026-03,9\n", encoding="utf-8"
    )

    answer = status(ask("orders.csv", "targets.csv"), Request())

    (stranger,) = [finding for finding in answer.findings if finding.code == "F571"]
    assert "'May Lin'" in stranger.message
    assert [row[4] for row in answer.report.records.rows if row[1] == "period"] == ["company", "May Lin", "Mei Lin"]


def test_the_section_of_the_project_file_sets_the_lights(folder: Path, ask: Asking) -> None:
    (folder / "targets.csv").write_text("Sales Rep,Month,Target\nMei Lin,2026-03,100\n", encoding="utf-8")
    (folder / "salesperf.toml").write_text("[targets]\ngreen = 0.7\nyellow = 0.5\n", encoding="utf-8")

    answer = status(ask("orders.csv", "targets.csv"), Request())

    assert {row[15] for row in answer.report.records.rows if row[1] == "period"} == {"green"}
