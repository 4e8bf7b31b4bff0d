from __future__ import annotations

from msgspec.structs import replace

from company_pack import company_pack
from drawn import bare_report, regions
from opened import opened, row_of, rows
from salesperf.core.text import Lang, Text
from salesperf.render.xlsx import Limits, draw
from salesperf.report.model import Report


def test_the_first_sheet_says_what_the_report_is_about(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Contents"]

    assert sheet["A1"].value == "Executive report"
    assert sheet["A2"].value == "First quarter of 2026"
    assert row_of(sheet, "Organisation")[1] == "Acme Instruments"
    assert row_of(sheet, "Period")[1] == "Jan 1, 2026 – Mar 31, 2026"
    assert row_of(sheet, "Data through")[1] == "Mar 20, 2026"


def test_the_first_sheet_says_which_lines_alone_are_in_the_numbers(pack_report: Report) -> None:
    narrowed = replace(pack_report, meta=replace(pack_report.meta, only=Text("region = North", "区域=North")))

    assert row_of(opened(draw(narrowed))["Contents"], "Only")[1] == "region = North"


def test_it_says_the_sentences_of_the_summary_in_the_language() -> None:
    sheet = opened(draw(company_pack(lang=Lang.ZH, currency="CNY")))["目录"]

    assert row_of(sheet, "! 黄 销售净额 1,201元，完成目标的 96%，同比 -3.1%。")


def test_every_sheet_is_listed_with_a_link_and_what_it_holds(pack_report: Report) -> None:
    book = opened(draw(pack_report))
    sheet = book["Contents"]

    places = {cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert places == {f"'{name}'!A1" for name in book.sheetnames if name != "Contents"}
    assert (
        row_of(sheet, "What changed")[1] == "From last year to this year (4 rows) · Growth by team and month (2 rows)"
    )


def test_warnings_are_said_where_everybody_looks(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Contents"]

    assert any(row[0] == "Warning: rows of Northwind Ltd are left out" for row in rows(sheet))


def test_a_report_without_anything_to_tell_tells_nothing() -> None:
    sheet = opened(draw(replace(bare_report(), blocks=(regions(),))))["Contents"]

    assert "To be known" not in [row[0] for row in rows(sheet)]


def test_a_sheet_of_figures_is_listed_with_their_names(pack_report: Report) -> None:
    sheet = opened(draw(pack_report))["Contents"]

    holds = [row[1] for row in rows(sheet) if row[0] == "Summary"]
    assert "Net revenue, Orders, Win rate, Gross margin, Overdue rate" in holds


def test_a_sheet_whose_rows_are_a_list_of_their_own_says_where_they_are() -> None:
    sheet = opened(draw(replace(bare_report(), blocks=(regions(),)), limits=Limits(large=1)))["Contents"]

    assert row_of(sheet, "Regions")[1] == "The 2 rows are on the sheet Regions, all rows."
