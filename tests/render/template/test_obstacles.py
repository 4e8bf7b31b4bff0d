from __future__ import annotations

import base64
from io import BytesIO

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from xlsxwriter.workbook import Workbook as WrittenBook

from salesperf.render.template.archive import archive_of
from salesperf.render.template.areas import area_of
from salesperf.render.template.book import book_of
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.obstacles import faults_of_headers, obstacles
from salesperf.render.template.parts import package_of
from salesperf.render.template.targets import Target
from salesperf.report.model import Cell
from template_books import MAIN, by_hand, by_openpyxl, by_xlsxwriter, parts_of, relations, sheet_xml, with_parts

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
TYPE = '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'


def target(reference: str, sheet: str = "Sheet") -> Target:
    area = area_of(reference, sheet)
    assert area is not None
    return Target("net_revenue", area, "p", Cell(1))


def told(book: bytes, *references: str) -> list[str]:
    package = package_of(archive_of(book))
    return [fault.told.en for fault in obstacles(package, book_of(package), [target(one) for one in references])]


def with_chart(book: WrittenBook) -> None:
    sheet = book.add_worksheet("Sheet")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"name": "=Sheet!$B$1", "categories": "=Sheet!$A$2:$A$4", "values": "=Sheet!$B$2:$B$4"})
    sheet.insert_chart("F10", chart)


def test_a_chart_that_reads_the_cells_is_told() -> None:
    book = by_xlsxwriter({}, with_chart)

    assert told(book, "B3") == ["a chart reads the cells of net_revenue (Sheet!B2:B4)"]
    assert told(book, "A1:A2", "B1") == [
        "a chart reads the cells of net_revenue (Sheet!B1)",
        "a chart reads the cells of net_revenue (Sheet!A2:A4)",
    ]
    assert told(book, "B5", "C3", "A1") == []


def test_a_chart_on_the_cells_is_told() -> None:
    book = by_xlsxwriter({}, with_chart)

    assert told(book, "F10")[0].startswith("a picture or chart lies on the cells of net_revenue (Sheet!F10:")
    assert told(book, "E10", "F9") == []


def test_a_chart_may_read_through_a_name() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Sheet!series"})
        sheet.insert_chart("F10", chart)

    book = by_xlsxwriter({"series": "Sheet!$C$2:$C$9"}, make)

    assert told(book, "C5") == ["a chart reads the cells of net_revenue (Sheet!C2:C9)"]
    assert told(book, "D5") == []


def test_charts_and_pictures_of_openpyxl_are_found_by_their_size() -> None:
    def make(book: openpyxl.Workbook) -> None:
        sheet = book.active
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=4))
        sheet.add_chart(chart, "H2")
        sheet.add_image(Image(BytesIO(PIXEL)), "J20")

    try:
        book = by_openpyxl({}, make)
    except ImportError:
        pytest.skip("Pillow absent")

    assert told(book, "B4") == ["a chart reads the cells of net_revenue (Sheet!B2:B4)"]
    # 15 cm by 7.5 cm, as openpyxl draws them: 567 pixels over columns of 64, 283 over rows of 20.
    assert told(book, "P16") == ["a picture or chart lies on the cells of net_revenue (Sheet!H2:P16)"]
    assert told(book, "Q2", "H17") == []
    assert told(book, "J20") == ["a picture or chart lies on the cells of net_revenue (Sheet!J20)"]


def with_pivot(source: str) -> bytes:
    return by_hand(
        sheet_xml(""),
        {"numbers": "Sheet!$D$1:$E$5"},
        more={
            "xl/pivotCache/pivotCacheDefinition1.xml": (
                f'<pivotCacheDefinition xmlns="{MAIN}"><cacheSource type="worksheet"><worksheetSource {source}/>'
                "</cacheSource></pivotCacheDefinition>"
            ),
            "xl/pivotTables/pivotTable1.xml": (
                f'<pivotTableDefinition xmlns="{MAIN}" name="P"><location ref="H1:J9"/></pivotTableDefinition>'
            ),
            "xl/tables/table1.xml": f'<table xmlns="{MAIN}" id="1" name="T" displayName="Sales" ref="L1:M4"/>',
        },
        types=TYPE.format(part="xl/pivotCache/pivotCacheDefinition1.xml", kind="spreadsheetml.pivotCacheDefinition"),
        sheet_relations=relations(
            ("rId1", "pivotTable", "../pivotTables/pivotTable1.xml"), ("rId2", "table", "/xl/tables/table1.xml")
        ),
    )


@pytest.mark.parametrize(
    ("source", "area"),
    [
        ('ref="A1:B9" sheet="Sheet"', "A1:B9"),
        ('name="numbers"', "D1:E5"),
        ('name="sales"', "L1:M4"),
    ],
)
def test_a_pivot_table_that_reads_the_cells_is_told(source: str, area: str) -> None:
    book = with_pivot(source)

    assert told(book, area) == [f"a pivot table reads the cells of net_revenue (Sheet!{area})"]
    assert told(book, "A20") == []


def test_a_pivot_table_on_the_cells_is_told() -> None:
    book = with_pivot('ref="A1:B9" sheet="Sheet"')

    assert told(book, "I5") == ["a pivot table lies on the cells of net_revenue (Sheet!H1:J9)"]


def test_totals_headers_and_queries_of_tables_are_told() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        columns = [{"header": "Team"}, {"header": "Sum", "total_function": "sum"}]
        sheet.add_table("B2:C6", {"columns": columns, "total_row": True, "name": "Board"})

    book = by_xlsxwriter({}, make)
    package = package_of(archive_of(book))

    assert told(book, "B6") == ["net_revenue reaches into the totals row of a table (Sheet!B6:C6)"]
    assert told(book, "B2:C5") == []
    headers = [fault.told.en for fault in faults_of_headers(package, book_of(package), [target("B1:C5")])]
    assert headers == ["net_revenue reaches into the header of a table (Sheet!B2:C2)"]
    assert not list(faults_of_headers(package, book_of(package), [target("B3:C5")]))


def test_a_table_filled_by_a_query_is_told() -> None:
    table = f'<table xmlns="{MAIN}" name="Q" displayName="Q" ref="A1:B4" tableType="queryTable" headerRowCount="0"/>'
    book = by_hand(
        sheet_xml(""),
        {},
        more={"xl/tables/t.xml": table},
        sheet_relations=relations(("rId1", "table", "../tables/t.xml")),
    )

    assert told(book, "A4") == ["a query fills the cells of net_revenue (Sheet!A1:B4)"]


def test_a_drawing_that_counts_wrongly_is_damaged() -> None:
    whole = by_xlsxwriter({}, with_chart)
    drawing = parts_of(whole)["xl/drawings/drawing1.xml"].replace(b"<xdr:row>9</xdr:row>", b"<xdr:row>x</xdr:row>")

    with pytest.raises(DamagedError, match="counts 'x'"):
        told(with_parts(whole, {"xl/drawings/drawing1.xml": drawing}), "A1")
