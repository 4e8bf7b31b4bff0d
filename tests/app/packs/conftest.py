"""A small company whose figures are worked by hand, and a briefing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request

ORDERS = """Order ID,Order Date,Customer,Sales Rep,Team,Region,Product,Amount
1,2025-03-03,Ann,Mei Lin,East Team,East,Pump,100
2,2025-03-10,Bob,Mei Lin,East Team,East,Valve,200
3,2025-03-20,Cas,Ivo Kranz,West Team,West,Pump,50
4,2026-02-02,Ann,Mei Lin,East Team,East,Pump,80
5,2026-02-16,Cas,Ivo Kranz,West Team,West,Valve,40
6,2026-03-02,Ann,Mei Lin,East Team,East,Pump,150
7,2026-03-09,Dee,Mei Lin,East Team,East,Valve,60
8,2026-03-16,Cas,Ivo Kranz,West Team,West,Pump,30
9,2026-03-31,Eve,Ivo Kranz,West Team,West,Valve,20
"""
"""March 2026 comes to 260 (East 210, West 50), February to 120 (80 and 40), March 2025 to 350 (300 and 50)."""

TARGETS = """scope,name,metric,period,target
rep,Mei Lin,net_revenue,2026-03,200
rep,Ivo Kranz,net_revenue,2026-03,100
rep,Mei Lin,net_revenue,2026-02,100
rep,Ivo Kranz,net_revenue,2026-02,50
"""
"""March asks for 300: Mei Lin has 105 % of hers, Ivo Kranz 50 %, both together 86.7 %."""

Briefed = Callable[..., Briefing]


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """The folder of the company: orders.csv and targets.csv."""
    (tmp_path / "orders.csv").write_text(ORDERS, encoding="utf-8")
    (tmp_path / "targets.csv").write_text(TARGETS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def briefed(company: Path) -> Briefed:
    """What the sections of a pack are told of the company; without `targets` the sheet of them is not read."""

    def told(*sections: dict[str, object], targets: bool = True, **asked: object) -> Briefing:
        names = ("orders.csv", "targets.csv") if targets else ("orders.csv",)
        paths = tuple(str(company / name) for name in names)
        plan = PackPlan.model_validate({"title": "Test", "sections": list(sections)})
        request = Request(**{"period": "2026-03", **asked})  # type: ignore[arg-type]
        opened = read(workspace(Ask(paths, Surroundings(company, {}))))
        return briefing_of(opened, Pack("test", plan, same("test")), request)

    return told
