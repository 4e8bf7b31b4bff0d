from __future__ import annotations

from salesperf.app.packs.defined import definitions_of
from salesperf.core.text import same
from salesperf.metrics.catalog import CATALOG
from salesperf.report.model import Cell, Column, Row, Section, Sentence, TableBlock, Tile

METRICS = tuple(CATALOG[key] for key in ("net_revenue", "orders", "aov", "overdue", "dso", "received"))


def test_a_metric_is_defined_where_a_section_shows_or_names_it() -> None:
    table = TableBlock("t", same("average order value, March"), (Column("orders", same("n")),), (), None)
    rows = TableBlock("k", same("k"), (Column("value", same("v")),), (Row((Cell(1),), key="dso"),))
    inner = Section("inner", same("Inner"), sentences=(Sentence(same("{overdue} late"), {"overdue": Cell(1)}),))
    outer = Section(
        "outer",
        same("Outer"),
        tiles=(Tile("net_revenue", same("sales"), Cell(1)),),
        blocks=(table, rows),
        sections=(inner,),
    )

    found = [one.key for one in definitions_of((outer,), METRICS)]

    assert found == ["net_revenue", "orders", "aov", "overdue", "dso"]
