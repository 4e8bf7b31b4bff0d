from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.analyses.abc.values import Asked
from salesperf.app.abc import abc

if TYPE_CHECKING:
    from conftest import Asking


def test_customers_are_classed_by_the_settings_of_the_project(folder: Path, ask: Asking) -> None:
    # Bob 270, Ann 150.50, Cas -20: of 420.50 Bob has 64 %.
    first = abc(ask("orders.csv"), Asked())
    assert [(row[0], row[2]) for row in first.report.records.rows] == [("Bob", "A"), ("Ann", "C"), ("Cas", "C")]
    assert first.report.meta.manifest["request"]["of"] == "customer"  # type: ignore[index]

    (folder / "salesperf.toml").write_text("[abc]\na = 0.5\nb = 0.7\n", encoding="utf-8")
    assert [row[2] for row in abc(ask("orders.csv"), Asked()).report.records.rows] == ["B", "C", "C"]
