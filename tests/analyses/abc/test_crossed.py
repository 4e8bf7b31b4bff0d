from __future__ import annotations

from decimal import Decimal

import polars as pl

from abc_ground import classed
from salesperf.analyses.abc.crossed import crossed_block
from salesperf.core.text import Lang, Text
from salesperf.report.model import Cell

TITLES = {"best": Text("Best", "最好"), "none": Text("None", "无"), "lost": Text("Lost", "流失")}


def test_every_class_is_told_in_every_segment() -> None:
    segments = pl.DataFrame({"customer": ["Ann", "Cas", "Dora"], "segment": ["lost", "best", "best"]})

    block = crossed_block(classed().frame, segments, TITLES, lang=Lang.EN)

    assert [column.label.en for column in block.columns] == ["segment", "class A", "class B", "class C", "of class A"]
    rows = [tuple(cell.value for cell in row.cells if isinstance(cell, Cell)) for row in block.rows]
    # Bob is not scored; nobody is in the segment that has no row.
    assert rows == [
        ("Best", 0, 1, 1, None),
        ("Lost", 1, 0, 0, Decimal(50)),
        ("not scored", 1, 0, 0, Decimal(30)),
    ]
