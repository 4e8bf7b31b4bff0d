"""The demo's only source of chance; it repeats itself on every machine, Python version and hash seed."""

from __future__ import annotations

import hashlib
import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")


class Draws:
    """A stream of chance named by its purpose, so that a new table never disturbs the numbers of an old one.

    Python promises the same sequence across versions for `Random.random` alone, so every draw is made from it.
    """

    def __init__(self, *purpose: str) -> None:
        digest = hashlib.sha256("/".join(purpose).encode()).digest()
        # No secret depends on it: repeatable numbers are the purpose.
        self._random = random.Random(int.from_bytes(digest[:8], "big"))  # noqa: S311

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def chance(self, permille: int) -> bool:
        """True in `permille` of a thousand draws."""
        return self.between(1, 1000) <= permille

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, each as likely."""
        return items[self.between(0, len(items) - 1)]

    def weighted(self, items: Sequence[T], weights: Sequence[int]) -> T:
        """One of the items, as likely as its weight says."""
        edges = list(accumulate(weights))
        return items[bisect_right(edges, self.between(0, edges[-1] - 1))]

    def sample(self, items: Sequence[T], count: int) -> tuple[T, ...]:
        """`count` different items in the order drawn; asking for more than there are is a programmer's mistake."""
        if count > len(items):
            raise ValueError(f"{count} of {len(items)} items")
        left = list(items)
        for place in range(count):
            other = self.between(place, len(left) - 1)
            left[place], left[other] = left[other], left[place]
        return tuple(left[:count])

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """All the items in an order of chance."""
        return self.sample(items, len(items))
