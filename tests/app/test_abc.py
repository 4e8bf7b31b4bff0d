from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from salesperf.analyses.abc.values import Asked
from salesperf.app.abc import abc
from salesperf.core.errors import UsageError

if TYPE_CHECKING:
    from conftest import Asking


def test_customers_are_classed_by_the_settings_of_the_project(folder: Path, ask: Asking) -> None:
    # Bob 270, Ann 150.50, Cas -20: of 420.50 Bob has 64 %.
    first = abc(ask("orders.csv"), Asked())
    assert [(row[0], row[2]) for row in first.report.records.rows] == [("Bob", "A"), ("Ann", "C"), ("Cas", "C")]
    assert first.report.meta.manifest["request"]["of"] == "customer"  # type: ignore[index]

    (folder / "salesperf.toml").write_text('[abc]\nown = "not"\n', encoding="utf-8")
    assert [row[2] for row in abc(ask("orders.csv"), Asked()).report.records.rows] == ["A", "A", "C"]


def test_classes_are_held_against_segments_of_customers(ask: Asking) -> None:
    report = abc(ask("orders.csv"), Asked(), crosses=True).report

    [block] = [one for one in report.blocks if one.key == "crossed"]
    # Cas gave back alone, and is in no segment.
    assert [row.cells[0].value for row in block.rows][-1] == "not scored"  # type: ignore[union-attr]
    with pytest.raises(UsageError, match="only customers have segments, not region"):
        abc(ask("orders.csv"), Asked(of="region"), crosses=True)
