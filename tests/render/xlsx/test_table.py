from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet as Read
from xlsxwriter.worksheet import Worksheet

from drawn import bare_report, draw_on_sheet, regions
from salesperf.core.status import Status
from salesperf.core.text import Lang, Text, same
from salesperf.core.unit import Unit
from salesperf.render.xlsx.behind import Behind
from salesperf.render.xlsx.book import Book
from salesperf.render.xlsx.table import Placed, draw_table, with_groups
from salesperf.report.listing import Listing
from salesperf.report.model import Cell, Column, Row, Sparkline, TableBlock


def _drawn(block: TableBlock) -> tuple[Read, Placed]:
    found: list[Placed] = []

    def draw(book: Book, sheet: Worksheet) -> None:
        behind = Behind(book, sheet, 20)
        found.append(draw_table(book, sheet, Listing(block), behind, row=2, within="s"))

    return draw_on_sheet(draw), found[0]


def test_a_table_is_an_excel_table_with_its_total() -> None:
    sheet, placed = _drawn(regions())

    assert sheet.tables["regions_table"].ref == "A3:C6"
    assert [cell.value for cell in sheet[3]][:3] == ["region", "net revenue (USD)", "return rate"]
    assert [cell.value for cell in sheet[4]][:3] == ["East", 100.1, 0.25]
    assert [cell.value for cell in sheet[6]][:3] == ["total", "=SUBTOTAL(109,B4:B5)", 0.4]
    assert sheet["B6"].number_format == '"$"#,##0.00;-"$"#,##0.00'
    assert (placed.first_row, placed.last_row, placed.end) == (3, 4, 6)


def test_a_filter_stands_over_the_rows_and_not_the_total() -> None:
    sheet, _ = _drawn(regions())

    assert sheet.tables["regions_table"].autoFilter.ref == "A3:C5"


def test_groups_stand_in_a_column_of_their_own_on_every_row() -> None:
    block = regions()
    first, second = block.rows
    rows = (replace(first, heading=Text("Results", "结果")), second)

    found = with_groups(replace(block, rows=rows), Lang.ZH)

    assert [row.cells[0] for row in found.rows] == [Cell("结果"), Cell("结果")]
    assert len(found.total.cells) == 4 if found.total else False
    assert with_groups(block, Lang.ZH) is block


def test_rows_below_others_fold_away_and_are_indented() -> None:
    block = regions()
    rows = (block.rows[0], replace(block.rows[1], level=2))

    sheet, _ = _drawn(replace(block, rows=rows))

    assert sheet.row_dimensions[5].outlineLevel == 2
    assert sheet["A5"].alignment.indent == 2
    assert not sheet.sheet_properties.outlinePr.summaryBelow


def test_attainments_are_bars_where_no_light_fills_them() -> None:
    columns = (Column("rep", same("rep")), Column("attainment", same("attainment"), Unit.RATIO))
    plain = TableBlock("reps", same("Reps"), columns, (Row((Cell("Ann"), Cell(0.9))),))
    lit = replace(plain, rows=(Row((Cell("Ann"), Cell(0.9, status=Status.YELLOW))),))

    ranges = [[str(one.sqref) for one in _drawn(block)[0].conditional_formatting] for block in (plain, lit)]

    assert ranges == [["B4"], []]


def test_a_row_a_metric_names_its_values() -> None:
    columns = (Column("metric", same("metric")), Column("value", same("value")), Column("prev", same("before")))
    row = Row((Cell("Orders"), Cell(3, Unit.COUNT), Cell(2, Unit.COUNT)), key="orders")
    names: list[str] = []
    block = TableBlock("kpi", same("KPI"), columns, (row,))

    def draw(book: Book, sheet: Worksheet) -> None:
        draw_table(book, sheet, Listing(block), Behind(book, sheet, 20), row=0, within="")
        names.extend(name for name, *_ in book.workbook.defined_names)

    draw_on_sheet(draw, report=replace(bare_report(), blocks=(block,)))

    assert names == ["orders", "orders_prev"]


def test_a_line_in_a_cell_is_a_sparkline_over_numbers_to_the_right() -> None:
    columns = (Column("metric", same("metric")), Column("trend", same("trend")))
    block = TableBlock("kpi", same("KPI"), columns, (Row((Cell("a"), Sparkline((1.0, None, 3.0)))),))

    sheet, _ = _drawn(block)

    assert [sheet.cell(4, at).value for at in (21, 22, 23)] == [1, None, 3]


def test_long_texts_wrap_within_the_widest_column() -> None:
    """Two hundred characters in lines of 47: five lines of 15 points."""
    columns = (Column("remark", same("remark")),)
    block = TableBlock("t", same("T"), columns, (Row((Cell("word " * 40),)),))

    sheet, placed = _drawn(block)

    assert sheet["A4"].alignment.wrap_text
    assert sheet.row_dimensions[4].height == 75.0
    assert placed.widths == (48.0,)


def test_a_name_of_the_currency_stands_in_the_header_in_chinese() -> None:
    def draw(book: Book, sheet: Worksheet) -> None:
        draw_table(book, sheet, Listing(regions()), Behind(book, sheet, 20), row=0, within="s")

    sheet = draw_on_sheet(draw, lang=Lang.ZH)

    assert sheet["B1"].value == "销售净额（美元）"
    assert bare_report().meta.currency == "USD"
    assert Decimal(str(sheet["B2"].value)) == Decimal("100.1")
