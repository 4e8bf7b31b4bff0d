from __future__ import annotations

import pytest

from salesperf.render.template.areas import Area
from salesperf.render.template.faults import DamagedError
from salesperf.render.template.sheet import SheetPlaces, places_of
from template_books import MAIN, sheet_xml


def places(xml: str, *rows: int) -> SheetPlaces:
    return places_of(xml.encode(), name="S", part="p", rows=rows)


def test_cells_are_known_by_their_place_style_and_text() -> None:
    xml = sheet_xml(
        '<row r="2" s="4" customFormat="1" spans="1:3"><c r="B2" s="7" t="s"><v>5</v></c>'
        '<c r="D2" t="inlineStr"><is><t>a</t><r><t>b</t></r><rPh><t>no</t></rPh></is></c></row>'
        '<row r="4" s="9"><c r="A4"><f>B2*2</f><v>1</v></c></row>',
        before='<cols><col min="2" max="5" style="3" width="9"/><col min="6" max="6" width="1"/></cols>',
    )

    found = places(xml, 2, 4)

    there = found.cell(2, 2)
    assert there is not None
    assert xml.encode()[there.start : there.end] == b'<c r="B2" s="7" t="s"><v>5</v></c>'
    assert (there.kind, there.shown, there.style, there.formula) == ("s", "5", 7, None)
    text, formula = found.cell(2, 4), found.cell(4, 1)
    assert text is not None
    assert text.shown == "ab"
    assert formula is not None
    assert (formula.formula, formula.shown) == ("B2*2", "1")
    assert found.cell(3, 1) is None
    assert [found.style(2, 2), found.style(2, 3), found.style(4, 2), found.style(9, 6)] == [7, 4, 3, 0]


def test_rows_and_cells_may_leave_out_their_numbers() -> None:
    found = places(sheet_xml('<row><c/><c r="D1"/><c/></row><row r="5"/><row><c/></row>'), 1, 6)

    assert list(found.rows[1].cells) == [1, 4, 5]
    assert sorted(found.rows) == [1, 5, 6]
    assert found.cell(6, 1) is not None


def test_of_rows_that_nobody_fills_no_cells_are_kept() -> None:
    found = places(sheet_xml('<row r="1"><c r="A1"/></row><row r="2"><c r="A2"/></row>'), 2)

    assert (len(found.rows[1].cells), len(found.rows[2].cells)) == (0, 1)


def test_merges_arrays_and_protection_are_known() -> None:
    xml = sheet_xml(
        '<row r="1"><c r="A1"><f t="array" ref="A1:A3">X</f></c>'
        '<c r="B1"><f t="shared" ref="B1:B3" si="0">Y</f></c></row>'
        '<row r="7"><c r="C7"><f t="dataTable" ref="C7:D9"/></c></row>',
        before='<dimension ref="A1:D9"/>',
        after='<sheetProtection sheet="1" password="AB"/><mergeCells count="1"><mergeCell ref="F1:G2"/></mergeCells>',
    )

    found = places(xml, 1)

    assert found.spread == (Area("S", 1, 1, 3, 1), Area("S", 7, 3, 9, 4))
    assert found.merged == (Area("S", 1, 6, 2, 7),)
    assert found.is_protected
    assert found.dimension is not None
    assert not places(sheet_xml("", after='<sheetProtection sheet="0"/>')).is_protected


def test_what_stands_in_extensions_is_no_cell() -> None:
    xml = sheet_xml(
        "",
        after='<extLst><ext><x:sheetData xmlns:x="u"><x:row r="1"><x:c r="A1"/></x:row></x:sheetData></ext></extLst>',
    )

    assert places(xml, 1).rows == {}


def test_the_prefix_of_the_sheet_is_known() -> None:
    assert places(f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData/></x:worksheet>').prefix == b"x:"


@pytest.mark.parametrize(
    "xml",
    [
        f'<chartsheet xmlns="{MAIN}"/>',
        sheet_xml('<row r="0"/>'),
        sheet_xml('<row r="x"/>'),
        sheet_xml('<row r="9999999"/>'),
        sheet_xml('<row r="1"><c r="1A"/></row>'),
        sheet_xml('<row r="1"><c r="A1" s="x"/></row>'),
    ],
)
def test_a_sheet_that_counts_wrongly_is_damaged(xml: str) -> None:
    with pytest.raises(DamagedError):
        places(xml, 1)
