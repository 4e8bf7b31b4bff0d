from __future__ import annotations

import pytest

from salesperf.render.template.drawings import covered
from template_books import sheet_xml

DRAWING = '<xdr:wsDr xmlns:xdr="urn:d" xmlns:a="urn:a">{inside}</xdr:wsDr>'
PICTURE = '<xdr:pic><xdr:spPr><a:xfrm><a:ext cx="1" cy="1"/></a:xfrm></xdr:spPr></xdr:pic>'
PIXEL = 9525


def under(inside: str, sheet: str = "") -> list[str]:
    content = sheet_xml("", before=sheet) if not sheet.startswith("<row") else sheet_xml(sheet)
    found = covered(
        DRAWING.format(inside=inside).encode(), part="d", sheet="S", content=content.encode(), sheet_part="s"
    )
    return [str(area) for area in found]


def one_cell(*, column: int, row: int, wide: int, high: int, right: int = 0, below: int = 0) -> str:
    return (
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>{right * PIXEL}</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>{below * PIXEL}</xdr:rowOff></xdr:from>"
        f'<xdr:ext cx="{wide * PIXEL}" cy="{high * PIXEL}"/>{PICTURE}</xdr:oneCellAnchor>'
    )


def test_what_says_its_size_covers_the_columns_and_rows_that_it_reaches() -> None:
    # Columns of 64 pixels and rows of 20: 128 by 40 is two of each, a pixel more is three.
    assert under(one_cell(column=1, row=2, wide=128, high=40)) == ["B3:C4"]
    assert under(one_cell(column=1, row=2, wide=129, high=41)) == ["B3:D5"]
    assert under(one_cell(column=1, row=2, wide=128, high=40, right=10, below=10)) == ["B3:D5"]


def test_widths_and_heights_of_the_sheet_count_and_what_is_hidden_takes_nothing() -> None:
    wide = '<cols><col min="1" max="1" width="20"/><col min="2" max="3" width="9" hidden="1"/></cols>'
    # Column A is 140 pixels, B and C are hidden: 141 reaches into D.
    assert under(one_cell(column=0, row=0, wide=140, high=20), wide) == ["A1"]
    assert under(one_cell(column=0, row=0, wide=141, high=20), wide) == ["A1:D1"]
    # Row 1 is 60 points, 80 pixels.
    assert under(one_cell(column=0, row=0, wide=64, high=81), '<row r="1" ht="60"/>') == ["A1:A2"]
    narrow = '<sheetFormatPr defaultColWidth="4" defaultRowHeight="30"/>'
    assert under(one_cell(column=0, row=0, wide=64, high=81), narrow) == ["A1:C3"]


def test_what_stands_at_a_point_covers_the_cells_from_there() -> None:
    anchor = (
        f'<xdr:absoluteAnchor><xdr:pos x="{64 * PIXEL}" y="{50 * PIXEL}"/>'
        f'<xdr:ext cx="{65 * PIXEL}" cy="{30 * PIXEL}"/>{PICTURE}</xdr:absoluteAnchor>'
    )

    # From pixel 64 to 129 across: B and a pixel of C; from 50 to 80 down: rows 3 and 4.
    assert under(anchor) == ["B3:C4"]


@pytest.mark.parametrize(("inside", "expected"), [(PICTURE, ["C4:E9"]), ("<xdr:sp/>", [])])
def test_what_lies_between_two_cells_covers_these(inside: str, expected: list[str]) -> None:
    ends = "".join(
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row></xdr:{name}>"
        for name, column, row in (("from", 2, 3), ("to", 4, 8))
    )
    assert under(f"<xdr:twoCellAnchor>{ends}{inside}</xdr:twoCellAnchor>") == expected
