from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from salesperf.app import checked
from salesperf.report.model import Report

if TYPE_CHECKING:
    from conftest import Asking


def _records(report: Report) -> list[dict[str, object]]:
    keys = [column.key for column in report.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.records.rows]


def test_check_lists_findings_of_reading_and_of_events(folder: Path, ask: Asking) -> None:
    (folder / "orders.csv").write_text(
        "Order ID,Order Date,Customer,Amount,Status\n1,2026-01-05,Ann,10,completed\n2,2026-01-06,Bob,20,mystery\n",
        encoding="utf-8",
    )

    answer = checked.check(ask("orders.csv"))

    assert any("mystery" in finding.message for finding in answer.findings)
    assert len(answer.report.records.rows) == len(answer.findings)


def test_check_does_not_stop_at_a_file_that_is_none_of_ours(folder: Path, ask: Asking) -> None:
    (folder / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    answer = checked.check(ask("other.csv"))

    assert [finding.code for finding in answer.findings] == ["R201"]
