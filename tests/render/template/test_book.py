from __future__ import annotations

import pytest

from salesperf.render.template.archive import archive_of
from salesperf.render.template.book import Book, DefinedName, Sheet, book_of, calculated_on_load
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.parts import package_of
from template_books import MAIN, RELATIONS, by_hand, relations, sheet_xml, with_parts


def book(content: bytes) -> Book:
    return book_of(package_of(archive_of(content)))


def with_workbook(inside: str, root: str = "workbook", space: str = "xmlns") -> Book:
    xml = f'<{root} {space}="{MAIN}" xmlns:r="{RELATIONS}">{inside}</{root}>'
    return book(with_parts(by_hand(sheet_xml(""), {}), {"xl/workbook.xml": xml}))


SHEETS = '<sheets><sheet name="One" sheetId="1" r:id="rId1"/><sheet name="图" sheetId="2" r:id="rId9"/></sheets>'


def test_the_sheets_and_names_of_a_workbook_are_known() -> None:
    found = with_workbook(
        SHEETS + '<definedNames><definedName name="a"> One!$A$1 </definedName>'
        '<definedName name="b" localSheetId="1">图!$A$1</definedName><definedName name="_xlnm.Print_Area">One!$A$1'
        '</definedName><definedName name="h" hidden="1">One!$A$1</definedName></definedNames>'
    )

    assert found.sheets == (Sheet("One", "xl/worksheets/sheet1.xml"), Sheet("图", None))
    assert found.names == (
        DefinedName("a", "One!$A$1"),
        DefinedName("b", "图!$A$1", "图"),
        DefinedName("h", "One!$A$1"),
    )
    assert found.sheet("ONE") == found.sheets[0]
    assert found.sheet("Two") is None
    assert not found.date1904


@pytest.mark.parametrize(("said", "expected"), [("1", True), ("true", True), ("0", False)])
def test_days_may_count_from_1904(said: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert with_workbook(f'<workbookPr date1904="{said}"/>{SHEETS}').date1904 is expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"{SHEETS}<extLst/>", f'{SHEETS}<calcPr fullCalcOnLoad="1"/><extLst/>'),
        (f"{SHEETS}<definedNames/><oleSize/>", f'{SHEETS}<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize/>'),
        (f'{SHEETS}<calcPr calcId="1"/>', f'{SHEETS}<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        (f'{SHEETS}<calcPr fullCalcOnLoad="0"></calcPr>', f'{SHEETS}<calcPr fullCalcOnLoad="1"></calcPr>'),
    ],
)
def test_calculating_on_load_is_said_where_the_schema_has_it(inside: str, expected: str) -> None:
    changed = calculated_on_load(with_workbook(inside)).decode()

    assert changed.partition(">")[2].removesuffix("</workbook>") == expected


def test_calculating_on_load_bears_the_prefix_of_the_part() -> None:
    sheets = '<x:sheets><x:sheet name="One" sheetId="1" r:id="rId1"/></x:sheets>'

    changed = calculated_on_load(with_workbook(sheets, "x:workbook", "xmlns:x"))

    assert changed.endswith(b'</x:sheets><x:calcPr fullCalcOnLoad="1"/></x:workbook>')


def test_a_package_without_a_workbook_or_sheets_is_damaged() -> None:
    whole = by_hand(sheet_xml(""), {})

    with pytest.raises(DamagedError, match="leads to no workbook"):
        book(with_parts(whole, {"_rels/.rels": relations(("rId1", "extended-properties", "x.xml"))}))
    with pytest.raises(DamagedError, match="lists no sheet"):
        with_workbook("<sheets/>")
