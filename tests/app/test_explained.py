from __future__ import annotations

from typing import TYPE_CHECKING

from salesperf.app import explained
from salesperf.metrics.request import Request
from salesperf.report.model import Report

if TYPE_CHECKING:
    from conftest import Asking


def _records(report: Report) -> list[dict[str, object]]:
    keys = [column.key for column in report.records.columns]
    return [dict(zip(keys, row, strict=True)) for row in report.records.rows]


def test_explain_gives_the_rows(ask: Asking) -> None:
    answer = explained.explain(ask("orders.csv"), "net_revenue", Request(where=("rep=Ivo Kranz",)))

    assert [row["row"] for row in _records(answer.report)] == [4, 5]
    assert answer.report.meta.manifest["request"]["metric"] == "net_revenue"  # type: ignore[index]
