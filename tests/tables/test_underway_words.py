from __future__ import annotations

from salesperf.tables.line_words import LineKind, kind_of_word
from salesperf.tables.underway_words import UNDERWAY


def test_orders_in_work_are_sold() -> None:
    assert {kind_of_word(word) for word in UNDERWAY} == {LineKind.SOLD}


def test_no_word_stands_twice() -> None:
    assert len(set(UNDERWAY)) == len(UNDERWAY)
