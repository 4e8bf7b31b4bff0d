from __future__ import annotations

import pytest

from salesperf.render.template.sheet import places_of
from salesperf.render.template.splice import filled
from salesperf.render.template.written import Written
from template_books import MAIN, sheet_xml

TWO, TEXT, NOTHING, YES = Written(number="2"), Written("inlineStr", text="a&b"), Written(), Written("b", "1")


def put(xml: str, values: dict[tuple[int, int], Written]) -> str:
    rows = {row for row, _ in values}
    return filled(places_of(xml.encode(), name="S", part="p", rows=rows), values).decode()


def put_rows(rows: str, values: dict[tuple[int, int], Written]) -> str:
    """The rows after filling; everything around them is the same."""
    head, tail = sheet_xml("|").split("|")
    found = put(sheet_xml(rows), values)
    assert found.startswith(head)
    assert found.endswith(tail)
    return found[len(head) : len(found) - len(tail)]


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ('<c r="A1" s="3"><v>1</v></c>', TWO, '<c r="A1" s="3"><v>2</v></c>'),
        ('<c r="A1" s="3" t="s"><v>1</v></c>', TWO, '<c r="A1" s="3"><v>2</v></c>'),
        ('<c r="A1" t="s"><v>1</v></c>', YES, '<c r="A1" t="b"><v>1</v></c>'),
        (
            '<c r="A1" s="3"/>',
            TEXT,
            '<c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">a&amp;b</t></is></c>',
        ),
        ('<c r="A1" t="inlineStr"><is><t>old</t></is></c>', NOTHING, '<c r="A1"/>'),
        ('<c r="A1" s="3"/>', NOTHING, '<c r="A1" s="3"/>'),
        ('<c t="e" cm="1" vm="2" ph="1" r="A1"><v>#N/A</v></c>', TWO, '<c ph="1" r="A1"><v>2</v></c>'),
        ("<c><v>1</v></c>", TWO, "<c><v>2</v></c>"),
    ],
)
def test_a_cell_gets_its_value_and_keeps_its_style(cell: str, value: Written, expected: str) -> None:
    assert put_rows(f'<row r="1">{cell}</row>', {(1, 1): value}) == f'<row r="1">{expected}</row>'


def test_cells_that_are_not_there_stand_in_order_in_the_style_of_row_or_column() -> None:
    rows = '<row r="1" s="5" customFormat="1"><c r="B1"/><c r="D1"/></row>'

    found = put_rows(rows, {(1, column): TWO for column in (1, 3, 5)})

    new = '<c r="{}1" s="5"><v>2</v></c>'
    assert found == (
        f'<row r="1" s="5" customFormat="1">{new.format("A")}<c r="B1"/>{new.format("C")}<c r="D1"/>'
        f"{new.format('E')}</row>"
    )


def test_several_cells_go_into_one_gap_in_order() -> None:
    found = put_rows('<row r="1"><c r="Z1"/></row>', {(1, 2): TWO, (1, 1): TWO})

    assert found == '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>2</v></c><c r="Z1"/></row>'


def test_a_new_cell_has_the_style_of_its_column() -> None:
    found = put(sheet_xml("", before='<cols><col min="1" max="2" style="8"/></cols>'), {(3, 2): TWO, (3, 3): TWO})

    assert '<row r="3"><c r="B3" s="8"><v>2</v></c><c r="C3"><v>2</v></c></row>' in found


def test_rows_that_are_not_there_stand_in_order() -> None:
    rows = '<row r="2"><c r="A2"/></row><row r="6" ht="30"/>'

    found = put_rows(rows, {(1, 1): TWO, (4, 1): TWO, (5, 1): TWO, (6, 1): TWO, (9, 1): TWO})

    new = '<row r="{0}"><c r="A{0}"><v>2</v></c></row>'.format
    assert found == (
        f'{new(1)}<row r="2"><c r="A2"/></row>{new(4)}{new(5)}<row r="6" ht="30"><c r="A6"><v>2</v></c></row>{new(9)}'
    )


@pytest.mark.parametrize("empty", ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
def test_an_empty_sheet_gets_its_first_rows(empty: str) -> None:
    xml = f'<worksheet xmlns="{MAIN}">{empty}<pageMargins/></worksheet>'

    found = put(xml, {(2, 1): TWO, (1, 1): TWO})

    assert found.endswith(
        '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>'
        "<pageMargins/></worksheet>"
    )


def test_every_element_bears_the_prefix() -> None:
    xml = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>'

    found = put(xml, {(1, 1): TEXT, (2, 1): TWO})

    assert (
        '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a&amp;b</x:t></x:is></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>'
    ) in found


def test_what_is_empty_and_shall_be_stays_away() -> None:
    xml = sheet_xml('<row r="1"><c r="B1"/></row>')

    assert put(xml, {(1, 1): NOTHING, (7, 1): NOTHING}) == xml


def test_helps_for_readers_cover_the_new_cells() -> None:
    xml = sheet_xml('<row r="2" spans="2:3"><c r="B2"/></row>', before='<dimension ref="B2:C2"/>')

    found = put(xml, {(2, 5): TWO, (9, 2): TWO})

    assert '<row r="2" spans="2:5">' in found
    assert '<dimension ref="B2:E9"/>' in found


def test_helps_for_readers_stay_where_they_are_right() -> None:
    xml = sheet_xml('<row r="2" spans="1:9"><c r="B2"><v>1</v></c></row>', before='<dimension ref="A1:I9"/>')

    assert put(xml, {(2, 2): TWO}) == xml.replace("<v>1</v>", "<v>2</v>")
