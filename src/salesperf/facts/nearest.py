"""The keys of a list that a key of other files may mean: the same letters written otherwise, else the most alike."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from salesperf.core.text import folded

LIKE = 80
"""Likeness in per cent from which a key is worth naming."""
_SHOWN = 3


class Nearest(Struct, frozen=True):
    """What a key may mean, best first; it `is_sure` when one key alone has its letters and digits."""

    keys: tuple[str, ...]
    is_sure: bool = False


class KnownKeys:
    """The keys of a list, looked through by their letters and digits."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_letters: dict[str, list[str]] = {}
        for key in sorted(set(keys)):
            self._by_letters.setdefault(letters(key), []).append(key)

    def nearest(self, key: str, *, only_same: bool = False) -> Nearest:
        """The keys nearest to one that is not in the list; `only_same` letters are found at once in any list."""
        own = letters(key)
        same = self._by_letters.get(own, []) if own else []
        if same:
            return Nearest(tuple(same[:_SHOWN]), is_sure=len(same) == 1)
        if only_same:
            return Nearest(())
        from rapidfuzz import fuzz, process  # noqa: PLC0415 -- most files know all their keys

        found = process.extract(own, self._by_letters.keys(), scorer=fuzz.ratio, limit=_SHOWN, score_cutoff=LIKE)
        ranked = sorted(found, key=lambda one: (-one[1], one[0]))
        return Nearest(tuple(key for like, _, _ in ranked for key in self._by_letters[like])[:_SHOWN])


def letters(key: str) -> str:
    """A key without what is easily written otherwise: case, width, blanks and marks; a number keeps its zeros.

    >>> letters("GTX Pro") == letters("gtx-pro") == letters("ＧＴＸ　Ｐｒｏ")
    True
    """
    return "".join(char for char in folded(key).casefold() if char.isalnum())
