"""Answers in words, stars and marks as scores, by hand."""

from __future__ import annotations

import polars as pl
import pytest

from salesperf.core.errors import Where
from salesperf.sources.values.survey_answers import ANSWER, are_answers, scored_answers


def _scores(words: list[str | None]) -> list[tuple[float | None, float | None]]:
    found = scored_answers(pl.DataFrame({ANSWER: words}, schema={ANSWER: pl.String}), "满意度", Where("a.csv"))
    return [
        (None if score is None else float(score), None if scale is None else float(scale))
        for score, scale in found.frame.select("csat_score", "scale").rows()
    ]


@pytest.mark.parametrize(
    ("words", "scores"),
    [
        (["非常满意", "满意", "一般", "不满意", "非常不满意"], [5, 4, 3, 2, 1]),
        (["非常满意", "比较满意", "一般", "不太满意"], [5, 4, 3, 2]),
        (["非常满意", "满意", "基本满意"], [5, 4, 3]),
        (["满意", "一般", "不满意"], [4, 3, 2]),
        (["满意", "基本满意", "不满意"], [5, 4, 2]),
        (["Very Satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"], [5, 4, 3, 2, 1]),
        (["Extremely satisfied", "Somewhat satisfied", "Neither satisfied nor dissatisfied"], [5, 4, 3]),
        (["Good", "Bad"], [4, 2]),
        (["好评", "中评", "差评"], [5, 3, 2]),
        (["★★★★★", "★★★☆☆", "5 stars", "四星"], [5, 3, 5, 4]),
        (["4/5", "5分", "3 - Neutral", "非常满意（5分）"], [4, 5, 3, 5]),
    ],
)
def test_words_are_scored_on_five(words: list[str], scores: list[float]) -> None:
    assert _scores(list(words)) == [(score, 5) for score in scores]


def test_marks_beyond_five_show_their_scale() -> None:
    assert _scores(["9分", "10分", "6分"]) == [(9, 10), (10, 10), (6, 10)]
    assert _scores(["8/10", "5/5"]) == [(8, 10), (5, 5)]


def test_what_nobody_answered_is_no_score_and_an_unknown_word_is_told() -> None:
    frame = pl.DataFrame({ANSWER: ["Good", "Offered", None, "Purple", "Purple"]})

    found = scored_answers(frame, "Satisfaction", Where("tickets.csv"))

    assert found.frame["csat_score"].is_null().to_list() == [False, True, True, True, True]
    assert [(one.code, one.count) for one in found.issues] == [("F551", 2)]
    assert "Good = 4" in found.notes[0].en


@pytest.mark.parametrize(
    ("cells", "are"),
    [
        (["非常满意", "一般", None], True),
        (["Good", "Bad", "Offered", "Offered"], True),
        (["Anna", "Bob"], False),
        (["Offered", "Unoffered"], False),
        (["Gold", "Silver", "Good"], False),
    ],
)
def test_a_column_is_one_of_answers_when_most_of_its_words_are(cells: list[str | None], are: bool) -> None:  # noqa: FBT001
    assert are_answers(pl.Series(cells, dtype=pl.String)) is are


def test_numbers_are_no_words() -> None:
    assert not are_answers(pl.Series([1, 2]))
