"""What a rule must be told beside its measure; a rule that needs more than this says so in its model."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Of = Literal["margin", "discount"]


class Needs(Struct, frozen=True):
    """`parts` are what the measure is told apart by: dimensions, `new_customer`, `order`, `line`.

    `proportion` is what the rate depends on, of the period and of each part; `reached` is another measure that decides
    the tier.
    """

    parts: tuple[str, ...] = ()
    proportion: Of | None = None
    reached: str | None = None
