"""Did-you-mean for everything a user types."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from salesperf.core.text import Text, in_quotes, same

_MEANT = Text("did you mean {names}?", "是否指{names}？")
_OR = Text(" or ", "或")


def closest(word: str, candidates: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """The candidates most like `word`, best first; case does not count.

    >>> closest("net_revenu", ["orders", "net_revenue"])
    ('net_revenue',)
    """
    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(candidate.casefold(), candidate)
    found = difflib.get_close_matches(word.casefold(), by_fold, n=limit, cutoff=0.6)
    inside = [fold for fold in by_fold if word.casefold() in fold and fold not in found] if len(word) > 1 else []
    return tuple(by_fold[fold] for fold in [*found, *inside][:limit])


def did_you_mean(word: str, candidates: Iterable[str]) -> Text:
    """A hint such as `did you mean 'orders' or 'units'?`; empty when nothing is close."""
    names = closest(word, candidates)
    return _MEANT.fill(names=in_quotes(names, _OR)) if names else same("")
