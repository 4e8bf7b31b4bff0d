from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.sources.rows.records import Record, Writing, records

COMMAS = Writing(",")


def _cells(text: str, writing: Writing = COMMAS) -> list[tuple[str, ...]]:
    return [record.cells for record in records(text, writing)]


def test_line_ends_may_be_mixed() -> None:
    assert _cells("a,b\r\n1,2\n3,4\r5,6") == [("a", "b"), ("1", "2"), ("3", "4"), ("5", "6")]


def test_a_quoted_cell_may_hold_delimiters_quotes_and_line_ends() -> None:
    text = 'a,b\n1,"x, ""y""\nz"\n2,w\n'

    assert list(records(text, COMMAS))[1:] == [Record(2, ("1", 'x, "y"\nz')), Record(4, ("2", "w"))]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('1,"x,3', ("1", '"x', "3")),
        ('1,""x, y",3', ("1", '"x, y', "3")),
        ('1,"The "big" one",3', ("1", 'The "big" one', "3")),
        ('1,5" pipe,3', ("1", '5" pipe', "3")),
        ('"1,"x, y",3', ('"1', "x, y", "3")),
        ('1,",3', ("1", '"', "3")),
        ('1,"Monitor 27"",3', ("1", 'Monitor 27"', "3")),
        ('1,2,"said "yes""', ("1", "2", 'said "yes"')),
    ],
)
def test_a_stray_quote_is_a_character_and_swallows_nothing(line: str, cells: tuple[str, ...]) -> None:
    found = list(records(f"a,b,c\n{line}\n2,y,4\n3,z,5\n", COMMAS))

    assert found[1] == Record(2, cells, "quote")
    assert [record.cells for record in found[2:]] == [("2", "y", "4"), ("3", "z", "5")]


def test_a_row_with_another_delimiter_is_split_at_that() -> None:
    found = list(records("a,b,c,d\n1,2,3,4\n5;6;7;8\n", COMMAS))

    assert found[2] == Record(3, ("5", "6", "7", "8"), "delimiter")


def test_a_backslash_protects_a_quote_where_the_file_does_so() -> None:
    assert _cells(r'1,"say \"hi\", you","C:\\"', Writing(",", backslash=True)) == [("1", 'say "hi", you', "C:\\")]


def test_a_delimiter_may_have_several_characters() -> None:
    assert _cells('a||b\n"1||2"||x|y\n', Writing("||")) == [("a", "b"), ("1||2", "x|y")]


def test_blanks_before_an_opening_quote_are_not_a_part_of_the_cell() -> None:
    assert _cells('a,b,c\n1, "6,000", x\n') == [("a", "b", "c"), ("1", "6,000", " x")]


def test_ragged_rows_keep_the_cells_they_have() -> None:
    assert _cells("a,b,c\n1\n1,2,3,4\n1,2,3\n") == [("a", "b", "c"), ("1",), ("1", "2", "3", "4"), ("1", "2", "3")]


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.text(st.sampled_from('ab1,;" \n'), max_size=6), min_size=width, max_size=width), min_size=1
        )
    )
)
def test_what_the_standard_writes_is_read_back(rows: list[list[str]]) -> None:
    text = StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)

    found = [record for record in records(text.getvalue(), COMMAS) if not record.repair]

    # A cell may look like rows of its own; a line that is a whole row is never taken into a cell.
    if not any("\n" in cell for row in rows for cell in row):
        assert [list(record.cells) for record in found] == rows


@given(st.text(st.sampled_from("ab1,;\"'\\ \n\r\t|")), st.sampled_from([",", ";", "||", " "]), st.booleans())
def test_no_text_is_too_odd_to_read(text: str, delimiter: str, backslash: bool) -> None:  # noqa: FBT001 -- drawn
    found = list(records(text, Writing(delimiter, '"', backslash)))

    assert [record.line for record in found] == sorted({record.line for record in found})


def test_a_title_of_as_many_words_as_columns_is_one_cell() -> None:
    text = "Fiscal year begins in April\nOwner,FY27 Q1,FY27 Q2,FY27 Q3,FY27 Q4\nAnn,1,2,3,4\nBob,5,6,7,8\n"

    assert next(iter(records(text, Writing(",", '"', False)))).cells == ("Fiscal year begins in April",)  # noqa: FBT003
