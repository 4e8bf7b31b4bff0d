from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.rows.mended import mended
from salesperf.sources.rows.odd_row import Odd
from salesperf.sources.rows.records import Writing, records
from salesperf.sources.rows.regular import Scan

HEADER = ("a", "b", "c", "d")
COMMAS = Writing(",")


def _rows(text: str, writing: Writing = COMMAS, header: tuple[str, ...] = HEADER) -> list[tuple[str, ...]]:
    found = mended(text, writing, header)
    frame = Scan(found.source, header, 0).frame().collect()
    assert frame.height == found.rows
    return [tuple(cell or "" for cell in row) for row in frame.rows()]


def test_clean_lines_stay_and_odd_ones_are_written_anew() -> None:
    found = mended("1,2,3,4\n5,6\n7,8,9,10\n", COMMAS, HEADER)

    assert found.text == b"1,2,3,4\n5,6,,\n7,8,9,10\n"
    assert {at: row.kind for at, row in found.odd.items()} == {1: Odd.UNCLEAR}


def test_places_count_rows_and_not_lines() -> None:
    found = mended('1,"x\ny",3,4\n\n5,6,7,8,9\n', COMMAS, HEADER)

    assert (found.rows, list(found.odd)) == (3, [1, 2])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_may_be_of_any_kind_and_mixed(end: str) -> None:
    assert _rows(f"1,2,3,4{end}5,6,7,8\r9,10,11,12{end}") == [
        ("1", "2", "3", "4"),
        ("5", "6", "7", "8"),
        ("9", "10", "11", "12"),
    ]


@pytest.mark.parametrize(
    ("writing", "text"),
    [
        (Writing("||"), '1||"x||y"||3||4\n5||6,z||7||8\n'),
        (Writing("；"), '1；"x||y"；3；4\n5；6,z；7；8\n'.replace("||", "；")),
        (Writing(",", "'"), "1,'x||y',3,4\n5,'6,z',7,8\n".replace("||", '"')),
        (Writing(",", backslash=True), '1,"x\\"y",3,4\n5,"6,z",7,8\n'),
    ],
)
def test_any_writing_becomes_one_that_a_scan_follows(writing: Writing, text: str) -> None:
    expected = {"||": "x||y", "；": "x；y"}.get(writing.delimiter, 'x"y')

    assert _rows(text, writing) == [("1", expected, "3", "4"), ("5", "6,z", "7", "8")]


def test_a_text_may_hold_the_delimiter_it_is_written_with() -> None:
    marks = "\x1f\x1e\x1d\x1c"

    assert _rows(f"1||{marks}||3||4\n", Writing("||")) == [("1", marks, "3", "4")]


def test_a_cell_of_a_narrow_table_may_hold_lines_that_look_like_rows() -> None:
    assert _rows('1,"x\n2,y\nz"\n3,w\n', header=("a", "b")) == [("1", "x\n2,y\nz"), ("3", "w")]


TEXTS = st.text(st.sampled_from('a1,;"\n\r|'), max_size=60)


@given(TEXTS, st.sampled_from([COMMAS, Writing(";"), Writing("||"), Writing(",", backslash=True)]), st.integers(1, 5))
def test_stretches_between_clean_lines_give_the_records_of_the_whole(text: str, writing: Writing, width: int) -> None:
    header = tuple(f"column {at}" for at in range(width))
    whole = [record.cells for record in records(text, writing, width=width)]

    found = mended(text, writing, header)
    rows = Scan(found.source, header, 0).frame().collect()

    assert found.rows == rows.height == len(whole)
    exact = [at for at, cells in enumerate(whole) if len(cells) == width and at not in found.odd]
    assert [tuple(cell or "" for cell in rows.row(at)) for at in exact] == [whole[at] for at in exact]


def test_a_text_of_nothing_has_no_rows() -> None:
    assert mended("", COMMAS, HEADER).rows == 0
