from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from salesperf.render.layout import Place, cell, header, parts, wrapped
from salesperf.report.words import Grid, Kind, Line, Word

NUMBER, WORD = Kind.NUMBER, Kind.WORD


def grid(
    headers: tuple[str, ...], kinds: tuple[Kind, ...], *rows: tuple[str, ...], follows: tuple[bool, ...] | None = None
) -> Grid:
    lines = tuple(Line(tuple(Word(text) for text in row)) for row in rows)
    return Grid("Title", headers, kinds, follows or (False,) * len(headers), lines, None, "no data")


def spans(found: tuple[tuple[Place, ...], ...]) -> list[list[tuple[int, int]]]:
    """Which columns stand in each part, and how wide."""
    return [[(place.index, place.width) for place in part] for part in found]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, ("",)),
        ("Net revenue (USD)", 11, ("Net revenue", "(USD)")),
        ("净销售额（元）", 8, ("净销售额", "（元）")),
        ("净销售额（元）", 6, ("净销售", "额", "（元）")),
        ("口径：订单，按下单日期", 10, ("口径：订", "单，按下单", "日期")),
        ("abcdefgh", 3, ("abc", "def", "gh")),
        ("customers.csv", 12, ("customers.", "csv")),
        ("new_customer_rate", 12, ("new_", "customer_", "rate")),
        ("恒源建材", 3, ("恒", "源", "建", "材")),
        ("a  b", 10, ("a  b",)),
    ],
)
def test_text_wraps_at_blanks_and_between_chinese_characters(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert wrapped(text, width) == lines


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab 张，（）源.é"), max_size=40), st.integers(2, 12))
def test_wrapping_loses_nothing_but_blanks_and_stays_inside(text: str, width: int) -> None:
    lines = wrapped(text, width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


def test_columns_are_as_wide_as_they_want_when_they_fit() -> None:
    table = grid(("Rep", "Net revenue"), (WORD, NUMBER), ("张伟", "1,234.50"))

    assert spans(parts(table, width=None)) == [[(0, 4), (1, 11)]]
    assert spans(parts(table, width=17)) == [[(0, 4), (1, 11)]]


def test_headers_and_names_give_way_before_numbers_do() -> None:
    table = grid(("Rep", "Net revenue"), (WORD, NUMBER), ("Michael Blythe Junior", "1,234.50"))

    # 21 + 2 + 11 do not fit 30; the header gives 3 columns first, then the name keeps what is left.
    assert spans(parts(table, width=30)) == [[(0, 20), (1, 8)]]


def test_what_does_not_fit_continues_below_with_the_names_equally_wide() -> None:
    table = grid(("Rep", "A", "B", "C"), (WORD, NUMBER, NUMBER, NUMBER), ("Ann", "1234567890", "1234567890", "12"))

    # 3 + 2 + 10 + 2 + 10 = 27 columns; the third number is left for the next part.
    assert spans(parts(table, width=28)) == [[(0, 3), (1, 10), (2, 10)], [(0, 3), (3, 2)]]


def test_a_growth_is_not_parted_from_its_metric() -> None:
    kinds = (WORD, NUMBER, NUMBER, NUMBER)
    row = ("Ann", "1234567890", "1234567890", "+1.5")

    # 3 + 2 + 10 + 2 + 10 = 27 columns leave no room for a growth of 4; it takes its metric along.
    table = grid(("Rep", "A", "B", "B YoY"), kinds, row, follows=(False, False, False, True))
    assert spans(parts(table, width=30)) == [[(0, 3), (1, 10)], [(0, 3), (2, 10), (3, 5)]]

    # Where the two do not fit beside each other, they come one after the other.
    assert spans(parts(table, width=16)) == [[(0, 3), (1, 10)], [(0, 3), (2, 10)], [(0, 3), (3, 5)]]


def test_names_stay_on_one_line_when_the_table_has_to_be_parted_anyway() -> None:
    table = grid(
        ("Metric", "A", "B", "C"), (WORD, NUMBER, NUMBER, NUMBER), ("top 10 customers' share", *["1234567890123"] * 3)
    )

    # Even beside names of 12 columns the three numbers do not fit: 12 + 3 x (2 + 13) = 57. So the names of 23 stay
    # whole beside two of them (23 + 2 x 15 = 53) and the third is left for the next part.
    assert spans(parts(table, width=56)) == [[(0, 23), (1, 13), (2, 13)], [(0, 23), (3, 13)]]


def test_a_name_without_blanks_is_broken_only_when_nothing_else_helps() -> None:
    table = grid(("File", "Note"), (WORD, WORD), ("orders_2025.csv", "read as it stands in the export"))

    # 15 for the file and 2 between leave 13 for the note, which wraps at blanks; at 28 columns the two would have 12
    # and 14, and the file is broken.
    assert spans(parts(table, width=30)) == [[(0, 15), (1, 13)]]
    assert spans(parts(table, width=28)) == [[(0, 12), (1, 14)]]


def test_room_goes_to_the_words_that_lack_the_most() -> None:
    table = grid(("Title", "Cure"), (WORD, WORD), ("t" * 40, "c" * 80))

    # Both can be narrowed to 20; of the 8 columns of room the text of 80 lacks more than the one of 40 all along.
    assert spans(parts(table, width=50)) == [[(0, 20), (1, 28)]]


def test_a_screen_too_narrow_for_one_number_has_no_part() -> None:
    table = grid(("Rep", "A"), (WORD, NUMBER), ("Ann", "1234567890"))

    assert parts(table, width=14) == ()


def test_numbers_stand_right_and_their_marks_apart() -> None:
    place = Place(0, 8, 2, 0, NUMBER)

    assert cell(Word("+1.5", " ▲"), place) == ("  +1.5 ▲",)
    assert cell(Word("0.0"), place) == ("   0.0  ",)
    assert header("YoY", place) == ("     YoY",)


def test_wide_characters_take_two_columns() -> None:
    assert cell(Word("张伟"), Place(0, 6, 0, 0, WORD)) == ("张伟  ",)


def test_rows_under_a_heading_are_indented_on_every_line() -> None:
    assert cell(Word("one two"), Place(0, 5, 0, 2, WORD)) == ("  one", "  two")
