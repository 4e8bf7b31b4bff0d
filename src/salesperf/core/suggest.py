"""Did-you-mean for everything a user types."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from salesperf.core.late import late
from salesperf.core.text import Text, in_quotes, listing, same

_MEANT = Text("did you mean {names}?", "是否指{names}？")
_OR = Text(" or ", "或")
_LATIN, _CHINESE = late(r"[a-z]{3,}"), late(r"[\u4e00-\u9fff]+")
_HALF = 0.5
"""The share of a word's parts that a text must hold to be about the same."""
_LESS = 0.1
"""What a later text of a thing counts less than the one before it."""


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


def did_you_mean_by_words(word: str, described: Mapping[str, tuple[Text, Sequence[str]]]) -> Text:
    """The same for things that have a label and texts beside their key: other names, then what they mean.

    >>> did_you_mean_by_words("净额", {"net_revenue": (Text("net revenue", "销售净额"), ())}).zh
    '是否指「net_revenue」（销售净额）？'
    """
    keys = closest(word, described) or _about(word, described)
    labelled = Text("{key!r}", "「{key}」（{label}）")
    named = [labelled.fill(key=key, label=described[key][0].zh) for key in keys]
    return _MEANT.fill(names=listing(named, _OR)) if named else same("")


def _about(word: str, described: Mapping[str, tuple[Text, Sequence[str]]], *, limit: int = 3) -> tuple[str, ...]:
    """The keys whose label or texts say most of a word, best first."""
    wanted = _parts(word)
    scores: dict[str, float] = {}
    for key, (label, texts) in described.items():
        said = ((label.en, label.zh), *((text,) for text in texts))
        shares = (_share(wanted, text) - _LESS * min(place, 1) for place, alike in enumerate(said) for text in alike)
        scores[key] = max(shares)
    least = max(_HALF, max(scores.values(), default=0.0) - _LESS / 2)
    return tuple(key for key in sorted(scores, key=lambda key: -scores[key]) if scores[key] >= least)[:limit]


def _share(wanted: frozenset[str], text: str) -> float:
    return len(wanted & _parts(text)) / len(wanted) if wanted else 0.0


def _parts(text: str) -> frozenset[str]:
    """English words without a plural s, and pairs of Chinese characters that stand together."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = {word.removesuffix("s") for word in _LATIN.findall(folded)}
    pairs = {run[at : at + 2] for run in _CHINESE.findall(folded) for at in range(max(1, len(run) - 1))}
    return frozenset(words | pairs)
