"""`collections`: what customers owe, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from salesperf.app.layers import Surroundings
from salesperf.app.pack_plans.company import CollectionsPlan
from salesperf.app.pack_plans.pack import PackPlan
from salesperf.app.packs.briefing import Briefing, briefing_of
from salesperf.app.packs.collections import collections
from salesperf.app.packs.library import Pack
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.text import same
from salesperf.metrics.request import Request
from salesperf.report.figure import FigureKind

Briefed = Callable[..., Briefing]
INVOICES = """Invoice ID,Invoice Date,Due Date,Customer,Amount
I1,2026-01-05,2026-02-04,Ann,1000
I2,2026-03-02,2026-04-01,Bob,500
"""
PAYMENTS = """Payment ID,Payment Date,Invoice ID,Customer,Amount
P1,2026-03-31,I1,Ann,400
"""


def test_what_is_owed_stands_by_age_and_in_words(tmp_path: Path) -> None:
    (tmp_path / "invoices.csv").write_text(INVOICES, encoding="utf-8")
    (tmp_path / "payments.csv").write_text(PAYMENTS, encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "collections"}]})
    opened = read(workspace(Ask((str(tmp_path),), Surroundings(tmp_path, {}))))
    briefing = briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03"))

    section = collections(briefing, CollectionsPlan(kind="collections", months=3))

    assert section is not None
    # 1,500 invoiced, 400 paid: 600 of I1 are 55 days late, 500 of I2 not yet due.
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"receivable": Decimal(1100), "overdue": Decimal(600), "rate": 600 / 1100}
    assert section.blocks[0].figures[0].kind is FigureKind.STACKED


def test_without_invoices_there_is_no_section(briefed: Briefed) -> None:
    assert collections(briefed({"kind": "collections"}), CollectionsPlan(kind="collections")) is None


def test_without_due_days_the_share_of_what_was_invoiced_stands_in_for_the_collection_rate(tmp_path: Path) -> None:
    undated = "".join(
        ",".join(cell for place, cell in enumerate(line.split(",")) if place != 2) + "\n"
        for line in INVOICES.splitlines()
    )
    (tmp_path / "invoices.csv").write_text(undated, encoding="utf-8")
    (tmp_path / "payments.csv").write_text(PAYMENTS, encoding="utf-8")
    plan = PackPlan.model_validate({"title": "Test", "sections": [{"kind": "collections"}]})
    opened = read(workspace(Ask((str(tmp_path),), Surroundings(tmp_path, {}))))
    briefing = briefing_of(opened, Pack("test", plan, same("test")), Request(period="2026-03"))

    section = collections(briefing, CollectionsPlan(kind="collections", months=3))

    assert section is not None
    shown = {tile.key: tile.cell.value for tile in section.tiles}
    # In March 400 came in and 500 were invoiced.
    assert "collection_rate" not in shown
    assert shown["collection_rate_of_invoiced"] == 400 / 500
