"""`pipeline`: the open deals in short, by stage."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.company import PipelinePlan
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.pipeline import pipeline
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request
from salesperf.report.model import Cell

Briefed = Callable[..., Briefing]
DEALS = """Deal ID,Deal Name,Created Date,Customer,Sales Rep,Stage,Amount,Closed Date
D1,One,2026-03-02,Ann,Mei Lin,Proposal,100,
D2,Two,2026-03-03,Bob,Mei Lin,Negotiation,300,
D3,Three,2026-03-04,Cas,Ivo Kranz,Proposal,50,
D4,Four,2026-03-05,Dee,Ivo Kranz,Won,70,2026-03-31
"""


def test_open_deals_are_counted_and_added_up_by_stage(tmp_path: Path) -> None:
    (tmp_path / "deals.csv").write_text(DEALS, encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "pipeline"}]})
    opened = read(workspace(Ask((str(tmp_path),), Surroundings(tmp_path, {}))))
    briefing = briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03"))

    section = pipeline(briefing, PipelinePlan(kind="pipeline"))

    assert section is not None
    block = section.blocks[0]
    rows = [[cell.value for cell in row.cells if isinstance(cell, Cell)] for row in block.rows]
    assert [(row[0], row[1], row[3]) for row in rows] == [
        ("Negotiation", 1, Decimal(300)),
        ("Proposal", 2, Decimal(150)),
    ]
    assert block.total is not None
    assert [cell.value for cell in block.total.cells if isinstance(cell, Cell)][1::2] == [3, Decimal(450)]


def test_without_deals_there_is_no_section(briefed: Briefed) -> None:
    assert pipeline(briefed({"kind": "pipeline"}), PipelinePlan(kind="pipeline")) is None
