from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.figures.scene import SIZE, shortened, widest, width_of


def test_a_chinese_character_is_as_wide_as_its_line_is_high() -> None:
    assert width_of("销售净额") == 4 * SIZE * 1.02
    assert width_of("abcd") < width_of("销售净额")
    assert width_of("a\u0301") == width_of("a")


def test_the_longest_text_is_the_widest() -> None:
    assert widest(["i", "mmmm", "ii"]) == width_of("mmmm")
    assert widest([]) == 0


def test_what_fits_stays_whole() -> None:
    assert shortened("East", 100) == "East"


def test_at_least_one_character_is_left() -> None:
    assert shortened("恒源建材", 1) == "恒…"


@given(st.text(min_size=1), st.floats(30, 500))
def test_shortened_words_fit_their_room(text: str, room: float) -> None:
    found = shortened(text, room)

    assert width_of(found) <= room
    assert found == text or found.endswith("…")
