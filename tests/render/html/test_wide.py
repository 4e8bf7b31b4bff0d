from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.text import Lang
from salesperf.render.html.wide import is_wide, parts_of, picked, stands_beside
from salesperf.report.chart import Chart
from salesperf.report.chart_parts import Axis
from salesperf.report.figure import FigureKind
from salesperf.report.words import Grid, Kind, Line, Word


def grid(*columns: tuple[str, str, bool], total: bool = False) -> Grid:
    """A row of names and numbers under these headers, each with its width in letters and whether it follows."""
    kinds = tuple(Kind.NUMBER if word.isdigit() else Kind.WORD for _, word, _ in columns)
    line = Line(tuple(Word(word) for _, word, _ in columns), level=1, section="s")
    return Grid(
        "Sales",
        tuple(header for header, _, _ in columns),
        kinds,
        tuple(follows for *_, follows in columns),
        (line,),
        line if total else None,
        "",
    )


NAME = ("rep", "Ann", False)
A, B = ("a", "1" * 10, False), ("b", "2" * 10, False)
B_FOLLOWS = ("a_b", "2" * 10, True)


def heads(*parts: Grid) -> list[tuple[str, ...]]:
    return [part.headers for part in parts]


def test_a_table_that_fits_stays_as_it_is() -> None:
    narrow = grid(NAME, A, B)

    # Names are given 12 letters, and each column takes three more than its own: 15 + 13 + 13.
    assert parts_of(narrow, most=41) == (narrow,)


def test_columns_go_on_beside_the_same_names() -> None:
    parts = parts_of(grid(NAME, A, B, total=True), most=40)

    assert heads(*parts) == [("rep", "a"), ("rep", "b")]
    assert [part.title for part in parts] == ["Sales (1/2)", "Sales (2/2)"]
    assert [word.text for word in parts[1].lines[0].words] == ["Ann", "2" * 10]
    assert parts[1].lines[0].section == "s"
    assert parts[1].total is not None
    assert [word.text for word in parts[1].total.words] == ["Ann", "2" * 10]


def test_a_column_stands_beside_the_one_it_belongs_to() -> None:
    parts = parts_of(grid(NAME, ("c", "3", False), A, B_FOLLOWS), most=44)

    assert heads(*parts) == [("rep", "c"), ("rep", "a", "a_b")]


def test_parts_are_as_alike_as_can_be() -> None:
    five = [(name, "1" * 10, False) for name in "abcde"]

    # Four columns of 13 letters fit beside the 15 of the names; five are 3 and 2, not 4 and 1.
    assert heads(*parts_of(grid(NAME, *five), most=67)) == [("rep", "a", "b", "c"), ("rep", "d", "e")]


def test_words_that_leave_no_room_beside_them_are_not_all_names() -> None:
    words = [(name, "word", False) for name in "abcd"]

    # The names of 15 letters would take 60 of 60.
    assert heads(*parts_of(grid(*words, A), most=60)) == [("a", "b", "c"), ("a", "d", "a")]


def test_those_that_do_not_fit_together_are_parted_and_one_too_wide_stands_alone() -> None:
    wide = ("w", "9" * 50, False)

    assert heads(*parts_of(grid(NAME, A, B_FOLLOWS, wide), most=34)) == [("rep", "a"), ("rep", "a_b"), ("rep", "w")]


def test_long_names_change_nothing_and_long_headers_take_several_lines() -> None:
    long = grid(("customer", "x" * 1000, False), ("a very long header of a column", "1", False))

    # 12 + 3 letters of the name, 10 + 3 of the header.
    assert parts_of(long, most=28) == (long,)


def test_a_table_of_words_keeps_its_first_column_as_the_name() -> None:
    words = grid(("file", "a.csv", False), ("note", "n" * 30, False), ("cure", "c" * 30, False))

    assert heads(*parts_of(words, most=44)) == [("file", "note"), ("file", "cure")]


def test_a_table_without_rows_is_one() -> None:
    empty = Grid("T", ("x" * 50,) * 9, (Kind.NUMBER,) * 9, (False,) * 9, (), None, "nothing")

    assert parts_of(empty, most=10) == (empty,)


def test_a_table_is_wide_when_it_has_more_letters_than_a_sheet_and_one_without_rows_never() -> None:
    narrow = grid(NAME, A, B)

    # 15 + 13 + 13 letters.
    assert not is_wide(narrow, most=41)
    assert is_wide(narrow, most=40)
    assert not is_wide(Grid("T", ("x" * 50,) * 9, (Kind.NUMBER,) * 9, (False,) * 9, (), None, "nothing"), most=10)


def test_picked_columns_keep_their_kinds_and_the_total() -> None:
    shown = picked(grid(NAME, A, B_FOLLOWS, total=True), (0, 2))

    assert (shown.headers, shown.kinds, shown.follows) == (
        ("rep", "a_b"),
        (Kind.WORD, Kind.NUMBER),
        (False, True),
    )
    assert shown.total is not None
    assert [word.text for word in shown.total.words] == ["Ann", "2" * 10]


def test_a_small_table_stands_beside_its_one_picture() -> None:
    chart = Chart(FigureKind.BAR, "c", "C", "C", "rep", (), (), Axis("", ()), Lang.EN)
    # 15 letters of the name and three columns of 13: 54 of the 56 of half a sheet; a fourth is too much.
    small = replace(grid(NAME, A, B, B), charts=(chart,))

    assert stands_beside(small)
    assert not stands_beside(replace(grid(NAME, A, B, B, A), charts=(chart,)))
    assert not stands_beside(replace(small, charts=(chart, chart)))
    assert not stands_beside(replace(small, lines=small.lines * 15))
