"""`bridge`: what the change of a metric is made of."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from salesperf.app.pack_plans.company import BridgePlan
from salesperf.app.packs.bridge import bridge
from salesperf.app.packs.briefing import Briefing
from salesperf.report.figure import FigureKind
from salesperf.report.model import Cell, TableBlock

Briefed = Callable[..., Briefing]


def _rows(block: TableBlock) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]


def test_customers_that_came_went_grew_and_shrank_lead_from_the_base_to_now(briefed: Briefed) -> None:
    section = bridge(briefed({"kind": "bridge"}), BridgePlan(kind="bridge"))

    assert section is not None
    assert _rows(section.blocks[0]) == [
        ("year before", None, Decimal(350)),
        ("customers gained", 2, Decimal(80)),
        ("customers lost", 1, Decimal(-200)),
        ("customers that grew", 1, Decimal(50)),
        ("customers that shrank", 1, Decimal(-20)),
        ("now", None, Decimal(260)),
    ]
    assert section.blocks[0].figures[0].kind is FigureKind.WATERFALL
    values = {name: cell.value for name, cell in section.sentences[0].values.items()}
    assert values == {"base": Decimal(350), "lost": Decimal(200), "gained": Decimal(80), "stayed": Decimal(30)}


def test_of_many_groups_the_largest_changes_are_shown_and_the_rest_is_one_step(briefed: Briefed) -> None:
    plan = BridgePlan(kind="bridge", by="product", against="prev", top=1)

    section = bridge(briefed({"kind": "bridge", "by": "product", "against": "prev"}), plan)

    assert section is not None
    # Pump: 80 in February, 180 in March; Valve: 40, then 80.
    assert _rows(section.blocks[0]) == [
        ("period before", Decimal(120)),
        ("Pump", Decimal(100)),
        ("1 other", Decimal(40)),
        ("now", Decimal(260)),
    ]


def test_without_a_base_there_is_no_bridge(briefed: Briefed) -> None:
    assert bridge(briefed({"kind": "bridge"}, period="2025-03"), BridgePlan(kind="bridge")) is None
