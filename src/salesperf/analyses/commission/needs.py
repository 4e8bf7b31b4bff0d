"""What a rule must be told beside its measure; a rule that needs more than this says so in its model."""

from __future__ import annotations

from msgspec import Struct


class Needs(Struct, frozen=True):
    """`parts` are what the measure is told apart by: dimensions, `new_customer`, `order`."""

    parts: tuple[str, ...] = ()
