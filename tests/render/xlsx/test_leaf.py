from __future__ import annotations

from msgspec.structs import replace

from company_pack import company_pack
from drawn import bare_report, regions
from opened import opened, parts, row_of, rows
from salesperf.core.text import Lang, same
from salesperf.render.xlsx import draw
from salesperf.report.model import Report, Section


def test_a_sheet_of_one_table_freezes_its_headers_and_repeats_them_from_the_second_page_on() -> None:
    sheet = opened(draw(replace(bare_report(), blocks=(regions(),))))["Regions"]

    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows is None
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (
        "landscape",
        9,
        0,
    )
    block = regions()
    long = replace(block, rows=block.rows * 30)
    assert opened(draw(replace(bare_report(), blocks=(long,))))["Regions"].print_title_rows == "$4:$4"


def test_sections_inside_a_section_stand_below_it(pack_report: Report) -> None:
    first = [row[0] for row in rows(opened(draw(pack_report))["East"])]

    assert first.index("East") < first.index("Reps of East") < first.index("Ann") < first.index("张伟")


def test_a_name_leads_to_the_section_that_tells_more_of_it(pack_report: Report) -> None:
    """Ann's part stands on the sheet of East, her team."""
    book = opened(draw(pack_report))
    sheet = book["Teams and reps"]

    links = {cell.value: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links["East"] == "'East'!A1"
    row = int(str(links["Ann"]).removeprefix("'East'!A"))
    assert book["East"].cell(row, 1).value == "Ann"


def test_reasons_of_empty_cells_and_measured_totals_stand_below_the_table(pack_report: Report) -> None:
    first = [str(row[0]) for row in rows(opened(draw(pack_report))["Course of the quarter"])]

    assert "Empty cells: nothing was sold a year ago" in first
    assert any(text.startswith("The total of Attainment, On last year is measured over all rows") for text in first)


def test_a_section_with_nothing_says_why() -> None:
    section = Section("south", same("South"), empty=same("nobody sells there"))

    sheet = opened(draw(replace(bare_report(), sections=(section,))))["South"]

    assert row_of(sheet, "nobody sells there")


def test_a_table_without_rows_says_so() -> None:
    sheet = opened(draw(replace(bare_report(), blocks=(replace(regions(), rows=(), total=None),))))["Regions"]

    assert row_of(sheet, "no data")
    assert dict(sheet.tables) == {}


def test_charts_cover_no_cell() -> None:
    """Every chart begins right of or below all cells that are drawn in the rows it stands over."""
    for lang in Lang:
        book = opened(draw(company_pack(lang=lang)))
        for sheet in book:
            for chart in sheet._charts:  # noqa: SLF001 - openpyxl has no other way to them
                top, left = chart.anchor._from.row, chart.anchor._from.col  # noqa: SLF001 - as above
                bottom, right = chart.anchor.to.row, chart.anchor.to.col
                covered = [
                    cell.coordinate
                    for row in sheet.iter_rows(top + 1, bottom + 1, left + 1, right + 1)
                    for cell in row
                    if cell.value is not None
                ]
                assert covered == [], (sheet.title, chart.anchor)


def test_what_only_pictures_need_is_folded_away_and_not_printed(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["What changed"]

    header = next(row for row in sheet.iter_rows() if any(cell.value == "base (not shown)" for cell in row))
    behind = next(cell for cell in header if cell.value == "base (not shown)")
    hidden = [one for one in sheet.column_dimensions.values() if one.min <= behind.column <= one.max]
    assert [one.hidden for one in hidden] == [True]
    assert "xlnm.Print_Area" in parts(draw(pack_report))["xl/workbook.xml"]
