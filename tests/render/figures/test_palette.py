from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesperf.render.figures import palette
from salesperf.render.figures.palette import contrast, ink_on, shade


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("words", [palette.INK, palette.MUTED])
def test_words_read_well_on_both_papers(words: str) -> None:
    assert contrast(words, palette.PAPER) >= 4.5
    assert contrast(palette.ON_DARK[words], palette.ON_DARK[palette.PAPER]) >= 4.5


@given(st.floats(-1, 1))
def test_words_read_well_in_every_cell(share: float) -> None:
    color = shade(share)

    assert color in palette.ALL
    assert contrast(ink_on(color), color) >= 4.5


def test_marks_stand_out_on_both_papers() -> None:
    marks = {*palette.SERIES, *palette.STATUS.values(), palette.ACCENT, palette.UP, palette.DOWN, palette.LEVEL}

    for color in marks:
        assert contrast(color, palette.PAPER) >= 2.3, color
        assert contrast(palette.ON_DARK[color], palette.ON_DARK[palette.PAPER]) >= 3, color


def test_cells_grow_deeper_away_from_zero() -> None:
    rising = [contrast(shade(share), palette.PAPER) for share in (0, 0.1, 0.3, 0.5, 0.7, 1)]
    falling = [contrast(shade(-share), palette.PAPER) for share in (0, 0.1, 0.3, 0.5, 0.7, 1)]

    assert rising == sorted(rising)
    assert falling == sorted(falling)
    assert shade(0.3) != shade(-0.3)


def test_every_colour_that_changes_on_dark_paper_is_of_the_palette() -> None:
    assert set(palette.ON_DARK) <= palette.ALL
    assert len(set(palette.ALL)) == len({color.lower() for color in palette.ALL})
