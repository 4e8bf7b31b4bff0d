"""Where no target is of the period, the shortest longer one that holds it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from salesperf.analyses.targets.compute import Line
from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request

_ORDERS = """Order ID,Order Date,Customer,Region,Amount
1,2026-01-05,Ann,East,100
2,2026-02-02,Ann,East,50
3,2026-03-02,Bob,East,70
4,2026-03-31,Bob,East,30
"""
_QUARTERS = """scope,name,metric,period,target
region,East,net_revenue,2026-Q1,200
region,East,net_revenue,2026-Q2,300
region,East,net_revenue,2026-Q3,300
region,East,net_revenue,2026-Q4,300
region,East,net_revenue,2026,1100
"""


@pytest.mark.parametrize(
    ("period", "shown", "actual", "target"),
    [
        ("2026-03", "2026-Q1", 250, 200),
        # 42 of the 64 workdays of the quarter: 22 in January and 20 in February.
        ("2026-02", "2026-01-01..2026-02-28", 150, 131.25),
        ("2026-Q1", "2026-Q1", 250, 200),
    ],
)
def test_a_month_without_targets_is_told_as_its_quarter_to_date(
    tmp_path: Path, period: str, shown: str, actual: int, target: float
) -> None:
    line = _line(tmp_path, period)

    assert (line.period.key, line.actual, line.target) == (shown, actual, target)


def test_a_period_before_all_targets_has_none(tmp_path: Path) -> None:
    assert _line(tmp_path, "2026-01", _QUARTERS.replace("2026", "2027")).target is None


def test_the_first_month_of_a_quarter_that_is_over_has_no_share_of_its_target(tmp_path: Path) -> None:
    line = _line(tmp_path, "2026-01")

    assert (line.actual, line.target) == (100, None), "its days are those of the quarter to date"


def _line(folder: Path, period: str, targets: str = _QUARTERS) -> Line:
    (folder / "orders.csv").write_text(_ORDERS, encoding="utf-8")
    (folder / "targets.csv").write_text(targets, encoding="utf-8")
    opened = read(workspace(Ask((str(folder / "orders.csv"), str(folder / "targets.csv")), Surroundings(folder, {}))))
    pack = Pack("test", PackPlan.model_validate({"title": "Test", "sections": [{"kind": "targets"}]}), same("test"))
    line = briefing_of(opened, pack, Request(period=period)).line("net_revenue")
    assert line is not None
    return line
