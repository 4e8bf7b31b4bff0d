from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.app.lifecycle import lifecycle
from salesperf.core.period import Grain
from salesperf.metrics.request import Request

if TYPE_CHECKING:
    from conftest import Asking


def test_months_are_told_where_no_grain_is_named(ask: Asking) -> None:
    answer = lifecycle(ask("orders.csv"), Request())

    [moves] = [block for block in answer.report.blocks if block.key == "moves"]
    assert [row.cells[0].value for row in moves.rows] == ["2026-01", "2026-02", "2026-03"]  # type: ignore[union-attr]
    quarters = lifecycle(ask("orders.csv"), Request(grain=Grain.QUARTER)).report.blocks[0]
    assert [row.cells[0].value for row in quarters.rows] == ["2026-Q1"]  # type: ignore[union-attr]
    assert answer.report.meta.manifest["request"]["grain"] == "month"  # type: ignore[index]


def test_the_silence_of_the_settings_holds(folder: Path, ask: Asking) -> None:
    # Ann bought last on February 3, 56 days before the end of March; Bob on the last day.
    (folder / "salesperf.toml").write_text("[lifecycle]\nchurn_days = 55\n", encoding="utf-8")

    rows = lifecycle(ask("orders.csv"), Request()).report.records.rows
    assert {row[0]: row[2] for row in rows} == {"Ann": "left", "Bob": "active"}
