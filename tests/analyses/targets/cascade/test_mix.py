"""Mixes of weights."""

from __future__ import annotations

from fractions import Fraction

import pytest

from salesperf.analyses.targets.cascade.mix import Kind, mix_of, mixed


def test_a_mix_is_read_with_its_parts_and_chinese_punctuation() -> None:
    assert mix_of("history:0.7, headcount:0.3") == mix_of("history：0.7，headcount：0.3")
    assert mix_of("equal") == {Kind.EQUAL: Fraction(1)}


@pytest.mark.parametrize("words", ["", "luck", "history:0", "history:-1", "history:x", "equal,equal", "history:1/0"])
def test_what_is_no_mix_is_refused(words: str) -> None:
    with pytest.raises((ValueError, ZeroDivisionError)):
        mix_of(words)


def test_shares_of_kinds_are_added_by_their_parts() -> None:
    """0.75 x 6/10 + 0.25 x 1/2 = 0.575."""
    weights = {Kind.HISTORY: [Fraction(6), Fraction(4)], Kind.EQUAL: [Fraction(1), Fraction(1)]}

    found = mixed({Kind.HISTORY: Fraction(3), Kind.EQUAL: Fraction(1)}, weights)

    assert found == [Fraction(575, 1000), Fraction(425, 1000)]


def test_a_kind_of_which_nobody_has_anything_counts_for_nothing() -> None:
    weights = {Kind.HISTORY: [Fraction(0), Fraction(0)], Kind.HEADCOUNT: [Fraction(3), Fraction(1)]}

    assert mixed(dict.fromkeys(weights, Fraction(1)), weights) == [Fraction(3, 4), Fraction(1, 4)]
    assert mixed({Kind.HISTORY: Fraction(1)}, weights) == [Fraction(1, 2), Fraction(1, 2)]
