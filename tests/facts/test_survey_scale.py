from __future__ import annotations

from decimal import Decimal

import pytest

from salesperf.facts.survey_scale import scale_of


def _highest(*scores: float, said: int | None = None) -> int | None:
    return scale_of([Decimal(str(score)) for score in scores], said=said, has_own=False).highest


@pytest.mark.parametrize(
    ("scores", "highest"),
    [
        ((5, 4, 1), 5),
        ((4.5, 3), 5),
        ((6, 2), 7),
        ((7, 1), 7),
        ((8, 7), 10),
        ((10, 0), 10),
        ((5, 50, 3), 5),
        ((0.9,), 5),
    ],
)
def test_the_smallest_scale_that_holds_the_scores_is_taken(scores: tuple[float, ...], highest: int) -> None:
    assert _highest(*scores) == highest


def test_one_of_twenty_may_be_a_slip_and_one_of_nineteen_not() -> None:
    assert _highest(*[5] * 19, 9) == 5
    assert _highest(*[5] * 18, 9) == 10
    assert _highest(*[5] * 18, 9, 9) == 10


def test_what_the_user_says_goes_first() -> None:
    assert _highest(5, 4, 1, said=10) == 10


def test_without_a_score_that_fits_a_scale_none_is_known() -> None:
    assert _highest() is None
    assert _highest(95, 88) is None
    assert "csat_scale" in scale_of([], said=None, has_own=False).told.en
    assert "of its row" in scale_of([], said=None, has_own=True).told.en
