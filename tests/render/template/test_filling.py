from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import openpyxl
import pytest
from xlsxwriter.workbook import Workbook as WrittenBook

from salesperf.render.template.archive import archive_of
from salesperf.render.template.book import book_of
from salesperf.render.template.filling import Page, pages_of
from salesperf.render.template.parts import package_of
from salesperf.render.template.targets import targets_of
from salesperf.render.template.written import Written
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


def test_values_go_to_their_cells_sheet_by_sheet() -> None:
    book = by_openpyxl(
        {"alpha": "Sheet!$B$2", "beta": "'二 月'!$A$1", "gamma": "Sheet!$C$3"}, lambda book: book.create_sheet("二 月")
    )

    pages, faults = filling(book, {"alpha": 1, "beta": "x", "gamma": None})

    assert faults == []
    assert {page.sheet.name: page.values for page in pages} == {
        "Sheet": {(2, 2): Written(number="1"), (3, 3): Written()},
        "二 月": {(1, 1): Written("inlineStr", text="x")},
    }


@pytest.mark.parametrize("reference", ["Sheet!$B$2:$C$3", "Sheet!$B$2:$B$3"])
def test_a_value_needs_firstcell(reference: str) -> None:
    _, faults = filling(by_openpyxl({"net": reference}), {"net": 5})

    count = 4 if reference.endswith("$C$3") else 2
    assert faults == [f"net is one value, and its name points to {count} cells ({reference.replace('$', '')})"]


def test_a_value_goes_into_the_first_of_merged_cells() -> None:
    def make(book: openpyxl.Workbook) -> None:
        book.active.merge_cells("B2:D3")

    whole, none = filling(by_openpyxl({"net": "Sheet!$B$2:$D$3"}, make), {"net": 5})
    first, no_fault = filling(by_openpyxl({"net": "Sheet!$B$2"}, make), {"net": 5})
    _, inside = filling(by_openpyxl({"net": "Sheet!$C$2"}, make), {"net": 5})

    assert (none, no_fault) == ([], [])
    assert whole[0].values == first[0].values == {(2, 2): Written(number="5")}
    assert inside == ["the name net points into merged cells: Sheet!C2 (B2:D3)"]


def test_a_formula_in_a_column_of_somebody_else_is_no_fault() -> None:
    def make(book: openpyxl.Workbook) -> None:
        for at, heading in enumerate(("Team", "Share", "Orders"), start=1):
            book.active.cell(1, at, heading)
        book.active["B2"] = "=C2/SUM(C:C)"

    pages, faults = filling(by_openpyxl({"by_team": "Sheet!$A$1:$C$3"}, make), {}, TEAMS)

    assert faults == []
    assert set(pages[0].values) == {(2, 1), (2, 3), (3, 1), (3, 3)}
    assert [remark.en for remark in pages[0].remarks] == ["by_team: no column is called 'Share'; left as it is"]


def test_secondnames_of_firstcell_must_agree() -> None:
    book = by_openpyxl({"first": "Sheet!$A$1", "second": "Sheet!$A$1"})

    assert filling(book, {"first": 1, "second": 1})[1] == []
    assert filling(book, {"first": 1, "second": 2})[1] == [
        "the names 'first', 'second' want different values in one cell: Sheet!A1"
    ]


def test_amounts_that_are_not_kept_to_the_cent_are_told() -> None:
    pages, _ = filling(by_openpyxl({"net": "Sheet!$A$1"}), {"net": Decimal("12345678901234567.89")})

    assert [remark.en for remark in pages[0].remarks] == [
        "net: a workbook keeps 15 digits, larger amounts are not whole to the cent"
    ]


def test_headings_are_read_from_shared_and_from_inline_texts() -> None:
    def make(book: WrittenBook) -> None:
        sheet = book.add_worksheet("Sheet")
        sheet.write_rich_string("A1", "Net ", book.add_format({"bold": True}), "revenue")
        sheet.write("B1", "Team")

    shared, _ = filling(by_xlsxwriter({"by_team": "Sheet!$A$1:$B$3"}, make), {}, TEAMS)
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>net_revenue</t></is></c><c r="B1" t="str"><v>team</v></c></row>'
    inline, _ = filling(by_hand(sheet_xml(rows), {"by_team": "Sheet!$A$1:$B$3"}), {}, TEAMS)

    expected = {
        (2, 1): Written(number="700.25"),
        (2, 2): Written("inlineStr", text="East"),
        (3, 1): Written(),
        (3, 2): Written("inlineStr", text="West"),
    }
    assert shared[0].values == inline[0].values == expected
