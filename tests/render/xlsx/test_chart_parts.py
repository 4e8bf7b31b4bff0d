from __future__ import annotations

from decimal import Decimal

from drawn import regions
from salesperf.core.unit import Unit
from salesperf.render.figures.palette import SERIES
from salesperf.render.xlsx.book import Range
from salesperf.render.xlsx.chart_parts import color, named, numbers_of
from salesperf.render.xlsx.table import Placed
from salesperf.report.model import Cell, Row

PLACED = Placed("S", regions(), 3, 4, 5, {"region": 0, "net_revenue": 1, "return_rate": 2}, 7)


def test_the_cells_of_a_column_are_its_rows_without_the_total() -> None:
    assert PLACED.range("net_revenue") == Range("S", 4, 1, 5, 1)
    assert PLACED.range("net_revenue", first=1) == Range("S", 4, 1, 4, 1)
    assert PLACED.range("net_revenue", first=9) == Range("S", 4, 1, 5, 1)


def test_numbers_are_those_of_the_cells_and_nothing_is_zero() -> None:
    from msgspec.structs import replace  # noqa: PLC0415 - one use

    assert numbers_of(PLACED, "net_revenue", PLACED.range("net_revenue")) == [100.1, 200.2]
    block = regions()
    rows = (Row((Cell("East"), Cell(None), Cell(None))), Row((Cell("West"), Cell(Decimal(7)), Cell(None))))
    empty = replace(PLACED, block=replace(block, rows=rows))
    assert numbers_of(empty, "net_revenue", empty.range("net_revenue")) == [0.0, 7.0]


def test_a_column_is_found_by_its_key_and_colours_come_round() -> None:
    assert named(PLACED, "return_rate").unit is Unit.RATIO
    assert color(len(SERIES)) == color(0)
