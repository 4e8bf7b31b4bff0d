from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.workbooks import sheet_extent
from salesperf.sources.workbooks.sheet_extent import ANY, extend
from salesperf.sources.workbooks.sheet_facts import SheetFacts, column_letters
from salesperf.sources.workbooks.sheet_styles import Habit


@contextmanager
def _every_piece_is_scanned() -> Iterator[None]:
    before = sheet_extent.WHOLE_PIECE
    sheet_extent.WHOLE_PIECE = 0
    try:
        yield
    finally:
        sheet_extent.WHOLE_PIECE = before


def _piece(rows: range, columns: int, *, more: str = "") -> bytes:
    cells = [
        f'<row r="{row}">' + "".join(f'<c r="{column_letters(at)}{row}"><v>1</v></c>' for at in range(1, columns + 1))
        for row in rows
    ]
    return "</row>".join([*cells, more]).encode()


def _reach(*pieces: bytes, habit: Habit = ANY) -> tuple[int, int, list[bool]]:
    facts = SheetFacts()
    with _every_piece_is_scanned():
        known = [extend(facts, piece, habit=habit) for piece in pieces]
    return facts.last_row, facts.last_column, known


def test_cells_within_26_columns_are_known_at_once() -> None:
    assert _reach(_piece(range(1, 40), 5), _piece(range(40, 90), 5)) == (89, 26, [True, True])


def test_a_wide_sheet_is_known_from_its_second_piece_on() -> None:
    assert _reach(_piece(range(1, 40), 40), _piece(range(40, 90), 40)) == (89, 40, [False, True])


@given(st.integers(27, 16_384), st.integers(1, 16_384))
def test_a_column_behind_the_known_ones_is_seen_and_one_among_them_is_not(known: int, column: int) -> None:
    letters = column_letters(column)
    first, then = (_piece(range(at, at + 1), 3) for at in (1, 2))
    first += f'<c r="{column_letters(known)}1"/>'.encode()

    reach = _reach(first, then + f'<c r="{letters}2"/>'.encode())

    assert reach == (2, max(known, column), [False, column <= known])


@pytest.mark.parametrize("row", [3_000_000, 1_048_576, 999_999])
def test_a_row_far_below_those_of_the_rows_is_seen(row: int) -> None:
    # 31 columns of up to 999,999 rows are more cells than may stay uncounted.
    lying = _piece(range(150_000, 150_002), 31, more=f'<c r="A{row}"/>')

    assert _reach(lying)[:2] == (row, 31)


def test_rows_of_as_many_digits_stay_uncounted_where_they_are_few() -> None:
    # The row says 5, its cell 9: 26 columns of nine rows are 234 cells, which no limit refuses.
    assert _reach(b'<row r="5"><c r="A9"/></row>') == (5, 26, [True])


@pytest.mark.parametrize(
    ("cell", "is_usual"),
    [
        ('<c r="A7"><v>1</v></c>', True),
        ('<c r="A7" s="1"><v>1</v></c>', True),
        ('<c r="A7" s="12"><v>1</v></c>', True),
        ('<c r="A7" t="s"><v>1</v></c>', True),
        ('<c r="A7" s="1" t="n"><v>1</v></c>', True),
        ('<c r="I7" s="2"><v>1</v></c>', True),
        ('<c r="A7" s="2"><v>1</v></c>', False),
        ('<c r="IA7" s="2"><v>1</v></c>', False),
        ('<c r="A7" t="n" s="2"><v>1</v></c>', False),
        ('<c r="A7" cm="1" s="2"><v>1</v></c>', False),
        ('<c r="I7" s="3"><v>1</v></c>', False),
        ('<c r="I7"><v>1</v></c>', False),
        ('<c r="I7" s="25"><v>1</v></c>', False),
        ('<c s="2" r="A7"><v>1</v></c>', False),
    ],
)
def test_a_cell_that_breaks_the_habit_of_its_sheet_is_a_surprise(cell: str, *, is_usual: bool) -> None:
    wide = b'<c r="IB1"><v>1</v></c>'
    habit = Habit(telling=(2, 3), steady=((b"I", 2),))

    known = _reach(_piece(range(1, 9), 3) + wide, _piece(range(1, 9), 3) + cell.encode(), habit=habit)[2]

    assert known == [False, is_usual]
