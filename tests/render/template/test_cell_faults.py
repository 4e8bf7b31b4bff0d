from __future__ import annotations

from collections.abc import Mapping

import openpyxl
from openpyxl.styles import Protection
from xlsxwriter.workbook import Workbook as WrittenBook

from salesperf.render.template.archive import archive_of
from salesperf.render.template.book import book_of
from salesperf.render.template.filling import Page, pages_of
from salesperf.render.template.parts import package_of
from salesperf.render.template.targets import targets_of
from salesperf.report.cell_names import names_of
from salesperf.report.model import TableBlock, Value
from template_books import TEAMS, by_hand, by_openpyxl, by_xlsxwriter, report_of, sheet_xml


def filling(book: bytes, values: Mapping[str, Value], *tables: TableBlock) -> tuple[list[Page], list[str]]:
    package = package_of(archive_of(book))
    found = book_of(package)
    targets, faults = targets_of(found, names_of(report_of(values, *tables)))
    assert not faults
    pages, more = pages_of(package, found, targets)
    return pages, [fault.told.en for fault in more]


def test_a_formula_is_never_written_over() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        sheet.write_formula("A1", "=SUM(B1:B3)", None, 6)
        sheet.write_array_formula("D1:D3", "{=B1:B3*2}")

    book = by_xlsxwriter({"first": "Sheet!$A$1", "second": "Sheet!$D$2", "third": "Sheet!$E$1"}, make)

    _, faults = filling(book, {"first": 1, "second": 2, "third": 3})

    assert faults == [
        "the name first points to a formula: Sheet!A1 holds =SUM(B1:B3)",
        "the name second points into the cells of an array formula or data table: Sheet!D2",
    ]


def test_a_formula_of_a_shared_group_is_a_formula() -> None:
    rows = '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>'

    _, faults = filling(by_hand(sheet_xml(rows), {"net": "Sheet!$A$1"}), {"net": 5})

    assert faults == ["the name net points to a formula: Sheet!A1 holds ="]


def test_locked_cells_of_a_protected_sheet_are_refused_and_open_ones_filled() -> None:
    def make(book: openpyxl.Workbook) -> None:
        book.active["A2"] = 1
        book.active["A2"].protection = Protection(locked=False)
        book.active.protection.enable()

    book = by_openpyxl({"first": "Sheet!$A$1", "second": "Sheet!$A$2"}, make)

    _, faults = filling(book, {"first": 1, "second": 2})

    assert faults == ["the name first points to a locked cell of a protected sheet: Sheet!A1"]


def test_a_text_that_no_cell_takes_is_refused() -> None:
    _, faults = filling(by_openpyxl({"net": "Sheet!$A$1"}), {"net": "x" * 40_000})

    assert faults == ["net holds a text of 40,000 characters, a cell takes 32,767"]


def test_a_table_over_merged_cells_is_refused() -> None:
    def make(book: openpyxl.Workbook) -> None:
        book.active.merge_cells("B2:C2")

    _, faults = filling(by_openpyxl({"by_team": "Sheet!$A$1:$C$9"}, make), {}, TEAMS)

    assert faults == ["the name by_team points into merged cells: Sheet!B2 (B2:C2)"]
