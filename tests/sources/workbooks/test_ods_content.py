from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks.ods_content import RepeatedCellsError, facts_in_content
from salesperf.sources.workbooks.sheet_facts import SheetFacts

NUMBER = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
SHARE = '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>'


def _failed(word: str) -> str:
    return (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        f'calcext:value-type="error"><text:p>{word}</text:p></table:table-cell>'
    )


def _facts(*rows: str, name: str = "S") -> SheetFacts:
    body = "".join(rows)
    content = f'<office:spreadsheet><table:table table:name="{name}" table:style-name="t">{body}</table:table>'
    return facts_in_content(content.encode()).get("S", SheetFacts())


def _row(*cells: str, more: str = "") -> str:
    return f'<table:table-row table:style-name="r"{more}>{"".join(cells)}</table:table-row>'


def test_failed_formulas_are_found_with_what_they_show() -> None:
    facts = _facts(_row(NUMBER, NUMBER), _row(NUMBER, _failed("#DIV/0!")), _row(NUMBER, _failed("#N/A")))

    assert {column: (one.addresses, one.rows) for column, one in facts.errors.items()} == {
        2: (["B2", "B3"], {2: "#DIV/0!", 3: "#N/A"})
    }


def test_repeated_and_covered_cells_and_rows_count_as_often_as_they_stand() -> None:
    gap = '<table:table-cell table:number-columns-repeated="3"/>'
    covered = "<table:covered-table-cell/>"
    rows = (_row(NUMBER, more=' table:number-rows-repeated="4"'), _row(gap, covered, SHARE))

    # Row 1 stands for rows 1 to 4; three cells and a covered one come before the share.
    assert {column: list(found) for column, found in _facts(*rows).percents.items()} == {5: [5]}


def test_a_share_repeated_over_rows_is_in_all_of_them() -> None:
    facts = _facts(_row(NUMBER), _row(SHARE, more=' table:number-rows-repeated="2"'), _row(NUMBER))

    assert {column: list(found) for column, found in facts.percents.items()} == {1: [2, 3]}


def test_hidden_rows_are_counted_and_the_empty_rest_of_a_sheet_is_not() -> None:
    facts = _facts(
        _row(NUMBER, more=' table:visibility="collapse"'),
        _row(NUMBER, more=' table:visibility="filter" table:number-rows-repeated="2"'),
        _row(NUMBER),
        _row("", more=' table:visibility="collapse" table:number-rows-repeated="1048000"'),
    )

    assert facts.hidden_rows == 3


def test_sheets_are_told_apart_by_their_names() -> None:
    one = f'<table:table table:name="A &amp; B">{_row(NUMBER)}</table:table>'
    two = f'<table:table table:style-name="x" table:name="二月">{_row(SHARE)}</table:table>'

    found = facts_in_content((one + two).encode())

    assert {name: {column: list(rows) for column, rows in facts.percents.items()} for name, facts in found.items()} == {
        "A & B": {},
        "二月": {1: [1]},
    }


def test_a_sheet_with_nothing_to_tell_is_not_gone_through() -> None:
    assert facts_in_content(_row(NUMBER).encode()) == {}


@pytest.mark.parametrize("cell", [SHARE, _failed("#N/A")])
def test_few_cells_that_stand_for_millions_are_refused_at_once(cell: str) -> None:
    wide = cell.replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="1000" ')
    rows = [_row(wide, more=' table:number-rows-repeated="1000"') for _ in range(3)]

    with pytest.raises(RepeatedCellsError):
        _facts(*rows)


def test_equal_rows_that_are_written_once_are_told_all() -> None:
    facts = _facts(_row(NUMBER), _row(SHARE, more=' table:number-rows-repeated="20000"'))

    assert facts.percents[1][-1] == 20_001


@given(st.text(max_size=100))
def test_no_text_makes_it_stumble(text: str) -> None:
    facts_in_content(f'<table:table table:name="S"><table:table-row {text} value-type="error"'.encode())
