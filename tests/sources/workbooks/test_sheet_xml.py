from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks import sheet_extent, sheet_xml
from salesperf.sources.workbooks.sheet_facts import SheetFacts, column_letters
from salesperf.sources.workbooks.sheet_styles import Styles
from salesperf.sources.workbooks.sheet_xml import facts_of


def _facts(cells: str) -> SheetFacts:
    return facts_of(BytesIO(f'<?xml version="1.0"?><worksheet><sheetData>{cells}</sheetData></worksheet>'.encode()))


def test_the_reach_is_from_the_first_filled_row_to_the_last_cell() -> None:
    facts = _facts(
        '<row r="2"><c r="B2" s="1"/></row><row r="4"><c r="C4"><v>1</v></c></row>'
        '<row r="9"><c r="AB9"><v>2</v></c></row>'
    )

    assert (facts.first_row, facts.last_row, facts.last_column) == (4, 9, 28)
    assert facts.cells == 6 * 28


def test_error_cells_are_counted_by_column_with_their_first_place() -> None:
    facts = _facts(
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )

    assert list(facts.errors) == [1]
    assert (facts.errors[1].count, facts.errors[1].first_row, facts.errors[1].value) == (2, 1, "#N/A")
    assert facts.errors[1].addresses == ["A1", "A2"]
    assert facts.no_result == {}


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><f>1+1</f></c>',
        '<c r="A1"><f>1+1</f><v/></c>',
        '<c r="A1"><f>1+1</f><v></v></c>',
        '<c r="A1"><f>1+1</f><v /></c>',
        '<c r="A1"><f t="shared" si="0"/></c>',
    ],
)
def test_a_formula_without_a_result_is_seen(cell: str) -> None:
    facts = _facts(f'<row r="1">{cell}<c r="B1"><v>1</v></c></row>')

    assert facts.no_result[1].addresses == ["A1"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="A1" t="str"><f>""</f><v></v></c>',
        '<c r="A1" s="1"/>',
        '<c r="A1"><v/></c>',
    ],
)
def test_a_formula_with_a_result_and_a_cell_without_formula_are_no_faults(cell: str) -> None:
    assert _facts(f'<row r="1">{cell}<c r="B1"><v>1</v></c></row>').no_result == {}


def test_prefixed_and_single_quoted_xml_is_read_too() -> None:
    facts = _facts("<x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c><x:c r='C1' t='e'><x:v>#REF!</x:v></x:c></x:row>")

    assert (facts.first_row, facts.last_row, facts.last_column) == (1, 1, 3)
    assert facts.errors[3].value == "#REF!"


@given(size=st.integers(20, 400), columns=st.integers(1, 30), rows=st.integers(1, 12))
def test_pieces_change_nothing(size: int, columns: int, rows: int) -> None:
    letters = [chr(65 + at) if at < 26 else "A" + chr(65 + at - 26) for at in range(columns)]
    cells = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{letter}{row}" t="e"><v>#N/A</v></c>' for letter in letters) + "</row>"
        for row in range(1, rows + 1)
    )
    before = sheet_xml.CHUNK
    sheet_xml.CHUNK = size
    try:
        facts = _facts(cells)
    finally:
        sheet_xml.CHUNK = before

    assert (facts.first_row, facts.last_row) == (1, rows)
    assert facts.last_column >= columns
    assert {column: faults.count for column, faults in facts.errors.items()} == dict.fromkeys(
        range(1, columns + 1), rows
    )


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1048576">' + b"<c><v>1</v></c>" * 16_384 + b"</row>",
        b'<q:row r="1048576"><q:c r="XFD1048576"><q:v>1</q:v></q:c></q:row>',
        b'<row\tr="1048576"><c\tr="XFD1048576"><v>1</v></c></row>',
        b'<row r="2"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="2"><c r="xfd1048576"><v>1</v></c></row>',
        b'<row r="2"><c s="1" r = \'XFD1048576\'><v>1</v></c></row>',
    ],
    ids=["no address", "prefix", "tab", "row contradicted", "small letters", "address not first"],
)
@pytest.mark.parametrize("padding", [0, 60_000], ids=["small", "large"])
def test_a_far_cell_is_seen_however_it_is_written(row: bytes, padding: int) -> None:
    # The native reader takes every one of these, and aborts the process.
    near = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (at, at) for at in range(1, padding + 2))
    after = b'<row r="3"><c r="A3"><v>1</v></c></row>' * (1 + padding)

    facts = facts_of(BytesIO(b"<worksheet><sheetData>" + near + row + after + b"</sheetData></worksheet>"))

    assert (facts.last_row, facts.last_column) == (1_048_576, 16_384)


def test_cells_without_addresses_are_counted() -> None:
    facts = facts_of(BytesIO(b"<sheetData><row><c/><c/></row><row><c/><c/><c/></row></sheetData>"))

    assert (facts.last_row, facts.last_column) == (2, 3)


def test_hidden_rows_are_counted_and_hidden_columns_are_not() -> None:
    sheet = (
        '<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" spans="1:1" hidden="true"/>'
        '<row r="4" hidden="0"/></sheetData></worksheet>'
    )

    assert facts_of(BytesIO(sheet.encode())).hidden_rows == 2


PERCENT, OTHER_PERCENT, DOLLAR = 2, 5, 7
STYLES = Styles(frozenset({PERCENT, OTHER_PERCENT}), {DOLLAR: "$"})


@given(
    st.lists(
        st.lists(st.sampled_from([None, 0, 1, PERCENT, OTHER_PERCENT, DOLLAR]), min_size=30, max_size=30),
        min_size=2,
        max_size=4,
    ),
    st.lists(st.integers(0, 3), min_size=10, max_size=40),
)
def test_shares_are_found_whatever_cells_were_used_to(kinds: list[list[int | None]], rows: list[int]) -> None:
    # Rows of a few kinds, so that columns keep to a style for a while and then do not.
    shown: dict[int, list[int]] = {}
    sheet = ""
    for row, kind in enumerate(rows, start=1):
        cells = ""
        for column, style in enumerate(kinds[kind % len(kinds)], start=1):
            if style is None:
                continue
            if style in STYLES.percents:
                shown.setdefault(column, []).append(row)
            cells += f'<c r="{column_letters(column)}{row}"' + f' s="{style}"' * bool(style) + "><v>1</v></c>"
        sheet += f'<row r="{row}">{cells}</row>'
    filled = {
        column: [row for row, kind in enumerate(rows, start=1) if kinds[kind % len(kinds)][column - 1] is not None]
        for column in range(1, 31)
    }
    before = sheet_xml.CHUNK, sheet_extent.WHOLE_PIECE
    sheet_xml.CHUNK, sheet_extent.WHOLE_PIECE = 2_000, 0
    try:
        facts = facts_of(BytesIO(f"<worksheet><sheetData>{sheet}</sheetData></worksheet>".encode()), styles=STYLES)
    finally:
        sheet_xml.CHUNK, sheet_extent.WHOLE_PIECE = before

    found = {column: [row for row in sorted(rows) if row in filled[column]] for column, rows in facts.percents.items()}
    assert found == shown
