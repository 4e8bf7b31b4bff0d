"""What became of each deal, by the words of its status, else of its stage."""

from __future__ import annotations

from collections.abc import Mapping

import narwhals as nw

from salesperf.engine import Frame, collect
from salesperf.facts.events import columns_of
from salesperf.facts.words import Outcome, outcomes


def deals_that(frame: Frame, outcome: Outcome) -> nw.Expr:
    """Which deals have this outcome; none where no word of the table says who won or lost."""
    telling = _telling(frame)
    if telling is None:
        return nw.col(min(columns_of(frame))).is_in([])
    column, words = telling
    return nw.col(column).is_in(sorted(word for word, means in words.items() if means is outcome))


def _telling(frame: Frame) -> tuple[str, Mapping[str, Outcome | None]] | None:
    """The column that says who won or lost and what its words mean: its status, else its stage, else none."""
    for column in ("status", "stage"):
        if column not in columns_of(frame):
            continue
        means = outcomes(collect(frame.select(column).unique())[column].drop_nulls().to_list())
        if {Outcome.WON, Outcome.LOST} & set(means.values()):
            return column, means
    return None
