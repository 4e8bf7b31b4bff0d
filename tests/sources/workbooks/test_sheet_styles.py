from __future__ import annotations

import pytest

from salesperf.sources.workbooks.part_xml import elements
from salesperf.sources.workbooks.sheet_styles import PLAIN, StyledCells, Styles, currency_in, is_percent, styles_of

WANTED = {"numFmt", "xf", "cellXfs", "cellStyleXfs", "cellStyles"}


@pytest.mark.parametrize("code", ["0%", "0.00%", "#,##0.0 %;[Red]-0.0%", '0.0%" of list"'])
def test_a_code_with_a_percent_sign_multiplies_by_a_hundred(code: str) -> None:
    assert is_percent(code)


@pytest.mark.parametrize("code", ["General", "0.00", '0.0"%"', r"0\%", "yyyy-mm-dd", "[$€-2] #,##0.00"])
def test_a_percent_sign_that_is_only_printed_does_not(code: str) -> None:
    assert not is_percent(code)


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("[$€-2] #,##0.00", "€"),
        ('"$"#,##0.00_);("$"#,##0.00)', "$"),
        (r"\$#,##0.00", "$"),
        ("[$¥-804]#,##0.00", "CNY"),
        ("[$¥-411]#,##0", "JPY"),
        ("[$¥-0411]#,##0", "JPY"),
        ("[$$-C09]#,##0.00", "AUD"),
        ("[$USD-409] #,##0", "USD"),
        ("[$CHF] #,##0.00", "CHF"),
        ('#,##0.00"元"', "元"),
        ('"HK$"#,##0', "HK$"),
        ("￥#,##0.00", "￥"),
    ],
)
def test_a_code_names_the_currency_that_it_prints(code: str, mark: str) -> None:
    assert currency_in(code) == mark


@pytest.mark.parametrize(
    "code", ["General", "#,##0.00", "0%", "[Red]#,##0", "[>100]0;0", "yyyy-mm-dd", "[$-804]yyyy-mm-dd", "_(* #,##0_)"]
)
def test_other_codes_name_none(code: str) -> None:
    assert currency_in(code) == ""


def test_styles_of_cells_are_counted_and_those_of_named_styles_are_not() -> None:
    part = b"""<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/>
        <numFmt numFmtId="165" formatCode="[$&#8364;-2] 0"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="164"/><xf/></cellXfs>
        <cellStyles/><dxfs/></styleSheet>"""

    assert styles_of(elements(part, WANTED)) == Styles(frozenset({1, 3}), {2: "€"})
    assert styles_of(()) == PLAIN


def _looked(*pieces: str, currencies: dict[int, str] | None = None) -> StyledCells:
    cells = StyledCells(Styles(frozenset({3, 12}), currencies or {}))
    for piece in pieces:
        cells.look(piece.encode())
    return cells


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B7" s="3"><v>0.5</v></c>',
        '<c r="B7" s="12" t="n"><v>0.5</v></c>',
        "<c r='B7' s='3'><v>0.5</v></c>",
        '<c s="3" r="B7"><v>0.5</v></c>',
        '<x:c t="n" s = "3" r = "B7"><x:v>0.5</x:v></x:c>',
        '<row r="7" s="3" customFormat="1"><c r="B7" s="3"><v>0.5</v></c></row>',
    ],
)
def test_a_cell_in_per_cent_is_found_however_it_is_written(cell: str) -> None:
    plain = '<c r="A7" s="1"><v>3</v></c>'

    found = _looked(plain + cell.replace("s = ", "s=").replace("r = ", "r=") + '<c r="C7" s="31"/>')

    assert {letters: list(rows) for letters, rows in found.percents.items()} == {b"B": [7]}


def test_rows_are_gathered_over_pieces_and_columns() -> None:
    found = _looked('<c r="B2" s="3"/><c r="XFD1048576" s="12"/>', '<c r="B3" s="3"/>', '<c r="B4" s="1"/>')

    assert {letters: list(rows) for letters, rows in found.percents.items()} == {b"B": [2, 3], b"XFD": [1_048_576]}


def test_the_first_row_of_each_currency_is_kept() -> None:
    found = _looked(
        '<c r="C2" s="5"/><c r="D2" s="5"/>', '<c r="C3" s="6"/><c r="C4" s="6"/>', currencies={5: "€", 6: "$"}
    )

    assert found.currencies == {b"C": {"€": 2, "$": 3}, b"D": {"€": 2}}
