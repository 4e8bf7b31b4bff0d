from __future__ import annotations

import operator
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.core.text import same
from salesperf.report.model import Column, Records
from salesperf.report.rows import FrameRows, column_of, total_of, uncommon_texts_of, with_total

LINES = (("A", Decimal("1.50")), ("B", None), (None, Decimal("-3.00")))
COLUMNS = (Column("name", same("name")), Column("amount", same("amount")))


def rows_of(lines: tuple[tuple[object, ...], ...] = LINES) -> FrameRows:
    kinds = {"name": pl.String, "amount": pl.Decimal(10, 2)}
    return FrameRows(pl.DataFrame(list(lines), schema=kinds, orient="row"))


def test_rows_of_a_frame_are_the_records() -> None:
    rows = rows_of()
    assert tuple(rows) == LINES
    assert len(rows) == 3
    assert rows[0] == ("A", Decimal("1.50"))
    assert rows[-1] == (None, Decimal("-3.00"))


def test_a_frame_of_more_rows_than_are_read_at_once_is_whole() -> None:
    lines = tuple((str(at), Decimal(at)) for at in range(5_000))
    rows = rows_of(lines)
    assert tuple(rows) == lines
    assert tuple(column_of(rows, 1)) == tuple(Decimal(at) for at in range(5_000))
    assert rows[4_095:4_099] == lines[4_095:4_099]


def test_a_place_behind_the_last_row_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        rows_of()[3]


def test_rows_equal_a_tuple_of_the_same_records_either_way_round() -> None:
    assert rows_of() == LINES
    whole = rows_of()
    assert operator.eq(LINES, whole)
    assert rows_of() != LINES[:2]
    assert rows_of() != (*LINES[:2], ("C", None))
    assert rows_of() != "ABC"


@given(st.slices(3))
def test_parts_are_those_of_a_tuple(part: slice) -> None:
    assert tuple(rows_of()[part]) == LINES[part]


def test_a_part_of_rows_in_their_order_stays_lazy() -> None:
    assert isinstance(rows_of()[1:], FrameRows)


@pytest.mark.parametrize("rows", [LINES, rows_of()], ids=["tuple", "frame"])
def test_columns_are_the_same_of_a_tuple_and_of_a_frame(rows: tuple[tuple[object, ...], ...]) -> None:
    assert tuple(column_of(rows, 0)) == ("A", "B", None)


def test_a_total_comes_last_where_it_is_asked_for_and_there_is_one() -> None:
    total = ("total", Decimal("-1.50"))
    assert tuple(with_total(Records(COLUMNS, rows_of(), total), total=True)) == (*LINES, total)
    assert tuple(with_total(Records(COLUMNS, rows_of(), total), total=False)) == LINES
    assert tuple(with_total(Records(COLUMNS, rows_of()), total=True)) == LINES
    assert total_of(Records(COLUMNS, LINES), total=True) == ()


def test_uncommon_texts_are_told_once_a_column() -> None:
    lines = (("A\x07", Decimal(1)), ("Zoë 张三（A）", Decimal(2)), ("A\x07", None), (None, None), ("\u00ad", None))
    assert sorted(uncommon_texts_of(rows_of(lines))) == ["A\x07", "\u00ad"]
    assert list(uncommon_texts_of(lines)) == ["A\x07", "Zoë 张三（A）", "A\x07", "\u00ad"]
    assert list(uncommon_texts_of(rows_of(((None, Decimal(1)),)))) == []


def test_texts_are_looked_for_where_they_are_said_to_be() -> None:
    told = pl.DataFrame({"name": ["B\x07"], "amount": [1]})
    rows = FrameRows(lambda: pytest.fail("nothing need be made"), told=told)
    assert list(uncommon_texts_of(rows)) == ["B\x07"]


@given(st.text(max_size=3), st.characters())
def test_no_text_that_cannot_be_printed_is_common(text: str, char: str) -> None:
    lines = ((text + char, None),)
    assert (text + char).isprintable() or list(uncommon_texts_of(rows_of(lines))) == [text + char]


def test_all_common_characters_can_be_printed() -> None:
    # Every character there is, but for halves of pairs, which no column holds.
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    found = set(uncommon_texts_of(FrameRows(pl.DataFrame({"name": every}))))
    assert [char for char in every if char not in found and not char.isprintable()] == []
    assert not found & {"A", "~", "é", "ș", "张", "（", "、"}


def test_a_frame_may_be_made_when_the_first_row_is_asked_for() -> None:
    made: list[int] = []

    def make() -> pl.DataFrame:
        made.append(1)
        return pl.DataFrame({"name": ["A"]})

    rows = FrameRows(make)
    assert made == []
    assert (len(rows), rows[0], made) == (1, ("A",), [1])
