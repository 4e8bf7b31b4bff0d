from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from salesperf.render.figures.blocks import cut, height, length, length_left, marked, padded, shade, signed, widest

shares = st.floats(0, 1)


def test_bars_grow_by_eighths_of_a_column() -> None:
    assert length(1, 4) == "████"
    assert length(0.5, 1) == "▌"
    assert length(0.25, 4) == "█"
    assert length(0, 4) == ""
    assert length(2, 4) == "████"


def test_what_is_not_nothing_is_seen() -> None:
    assert length(0.0001, 4) == "▏"
    assert length_left(0.0001, 4) == "   ▐"
    assert length_left(0, 4) == "    "


def test_a_bar_to_the_left_ends_at_zero() -> None:
    assert length_left(1, 3) == "███"
    assert length_left(0.5, 3) == " ▐█"


def test_bars_on_both_sides_of_zero_share_its_place() -> None:
    assert [signed(value, (-2, 2), 4) for value in (2, 1, 0, -2, None)] == ["  ██", "  █ ", "    ", "██  ", "    "]
    assert [signed(value, (0, 2), 4) for value in (2, 1)] == ["████", "██  "], "nothing lies below zero"
    assert signed(0, (0, 0), 4) == "    "


def test_a_target_is_marked_within_the_bar() -> None:
    assert [marked("██  ", goal, (0, 4)) for goal in (0, 1, 4, 9, None)] == ["┃█  ", "█┃  ", "██ ┃", "██ ┃", "██  "]
    assert marked("    ", 0, (0, 0)) == "    ", "of no span no place is known"


@given(shares, st.integers(1, 60))
def test_bars_keep_to_their_room(share: float, width: int) -> None:
    assert len(length(share, width)) <= width
    assert len(length_left(share, width)) == width


@given(shares, shares)
def test_more_is_never_drawn_smaller(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert height(low) <= height(high)
    assert "·░▒▓█".index(shade(low)) <= "·░▒▓█".index(shade(-high))


def test_words_are_cut_by_columns() -> None:
    assert cut("恒源建材", 8) == "恒源建材"
    assert cut("恒源建材", 6) == "恒源…"
    assert cut("abc", 2) == "a…"
    assert widest(["恒源", "abc"]) == 4
    assert widest([]) == 0


def test_words_are_padded_by_columns() -> None:
    assert padded("恒", 4) == "恒  "
    assert padded("恒", 4, right=True) == "  恒"
    assert padded("恒源", 3) == "恒源"


@given(st.text(max_size=20), st.integers(1, 30))
def test_cut_words_fit(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
