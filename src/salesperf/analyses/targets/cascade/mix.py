"""By what a target is shared out: one kind of weight, or several mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from salesperf.core.text import Text


class Kind(StrEnum):
    """A kind of weight."""

    HISTORY = "history"
    HEADCOUNT = "headcount"
    CAPACITY = "capacity"
    POTENTIAL = "potential"
    EQUAL = "equal"


LABELS: Mapping[Kind, Text] = {
    Kind.HISTORY: Text("history", "历史业绩"),
    Kind.HEADCOUNT: Text("headcount", "人数"),
    Kind.CAPACITY: Text("capacity", "产能"),
    Kind.POTENTIAL: Text("potential", "市场潜力"),
    Kind.EQUAL: Text("equal", "平均"),
}
Mix = Mapping[Kind, Fraction]
"""What each kind counts for; the parts need not add up to one."""


def mix_of(words: str) -> Mix:
    """The mix that `history:0.7,headcount:0.3` says; a kind without a number counts as one.

    Raises `ValueError` for a kind that there is none of, one given twice, or a part that is no number above zero.

    >>> mix_of("history:0.7,headcount:0.3")[Kind.HISTORY]
    Fraction(7, 10)
    """
    found: dict[Kind, Fraction] = {}
    for word in words.replace("，", ",").replace("：", ":").split(","):
        name, _, part = word.partition(":")
        kind = Kind(name.strip())
        share = Fraction(part.strip()) if part.strip() else Fraction(1)
        if share <= 0 or kind in found:
            raise ValueError(f"{word!r} is no part of a mix")
        found[kind] = share
    return found


def mixed(mix: Mix, weights: Mapping[Kind, Sequence[Fraction]]) -> list[Fraction]:
    """The share of each of several, by all kinds of the mix; a kind of which nobody has anything is left out.

    Everybody gets the same where no kind is left. The shares add up to one.

    >>> two = {Kind.HISTORY: [Fraction(3), Fraction(1)], Kind.EQUAL: [Fraction(1), Fraction(1)]}
    >>> mixed({Kind.HISTORY: Fraction(1), Kind.EQUAL: Fraction(1)}, two)
    [Fraction(5, 8), Fraction(3, 8)]
    """
    count = len(next(iter(weights.values()))) if weights else 0
    there = {kind: part for kind, part in mix.items() if sum(weights[kind]) > 0}
    whole = sum(there.values(), Fraction(0))
    if not whole:
        return [Fraction(1, count)] * count
    sums = {kind: sum(weights[kind], Fraction(0)) for kind in there}
    return [
        sum((part / whole * weights[kind][at] / sums[kind] for kind, part in there.items()), Fraction(0))
        for at in range(count)
    ]
