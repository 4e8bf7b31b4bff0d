"""Headers of one key that differ by a word or its ending: `TerritoryKey`, `SalesTerritoryKey`; `Store`, `StoreID`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from salesperf.sources.pieces.named_ids import base_of
from salesperf.tables.header_words import header_words

_ENDS = frozenset({"id", "key", "code", "no", "nr", "number", "num", "name", "#"})
_ZH_ENDS = ("编号", "编码", "代码", "代号", "名称", "id")
_FEW = 2
"""Letters or signs a word has to have."""
_SHORT = 3
"""Letters from which a word stands for one that begins so: `Cust` for `Customer`."""


@lru_cache(maxsize=1024)
def base_words(header: str) -> tuple[str, ...]:
    """The words of a header without what says that it is an id or a name."""
    words = header_words(header).strip().split()
    while len(words) > 1 and words[-1] in _ENDS:
        words.pop()
    end = next((end for end in _ZH_ENDS if words and words[-1].endswith(end) and words[-1] != end), "")
    if end:
        words[-1] = words[-1].removesuffix(end)
    # CustKey and CUSTID are one word to those who take headers apart.
    if words and words[-1].isascii() and end == "" and (base := base_of(words[-1])) is not None:
        words[-1] = base
    return tuple(words)


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one end those of the other, or begin its only word.

    >>> are_near(("territory",), ("sales", "territory")), are_near(("cust",), ("customer",))
    (True, True)
    >>> are_near(("order",), ("order", "type")), are_near(("门店",), ("所属门店",))
    (False, True)
    """
    short, long = sorted((one, other), key=lambda words: (len(words), len("".join(words))))
    if not short or len(short[-1]) < _FEW:
        return False
    if tuple(long[-len(short) :]) == tuple(short):
        return True
    if len(short) != len(long) or tuple(short[:-1]) != tuple(long[:-1]):
        return False
    if not short[-1].isascii():
        return long[-1].endswith(short[-1])
    return len(short[-1]) >= _SHORT and long[-1].startswith(short[-1])
