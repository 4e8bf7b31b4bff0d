from __future__ import annotations

from decimal import Decimal

from opened import opened
from salesperf.core.unit import Unit
from salesperf.render.xlsx import draw
from salesperf.report.model import Cell, Report
from salesperf.report.named import named


def test_a_figure_has_the_name_of_its_cell_in_a_workbook(pack_report: Report) -> None:
    book = opened(draw(pack_report))
    cells = {one.name for one in named(pack_report) if one.cell is not None}
    tables = {one.name for one in named(pack_report) if one.cell is None}

    assert cells == set(book.defined_names)
    assert tables == {name for sheet in book for name in sheet.tables}


def test_names_lead_to_the_figures_that_stand_there(pack_report: Report) -> None:
    book = opened(draw(pack_report))
    found = {one.name: one for one in named(pack_report)}

    assert found["net_revenue"].cell is not None
    assert found["net_revenue"].cell.value == Decimal("1200.50")
    assert found["months_total_net_revenue"].cell == Cell(Decimal("1200.50"), Unit.MONEY)
    sheet, place = next(iter(book.defined_names["net_revenue_target"].destinations))
    target = found["net_revenue_target"].cell
    assert target is not None
    assert book[sheet][place].value == target.value == 1250


def test_rows_of_a_table_have_the_units_of_their_columns(pack_report: Report) -> None:
    rows = next(one.rows for one in named(pack_report) if one.name == "months_table")

    assert len(rows) == 3
    assert rows[0][1].unit is Unit.MONEY
    assert rows[0][3].unit is Unit.RATIO


def test_the_name_of_a_hostile_key_is_still_one(hostile_pack_report: Report) -> None:
    assert all(one.name.isascii() and one.name.replace("_", "a").isalnum() for one in named(hostile_pack_report))
