"""One thing that speaks against a plan."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from salesperf.core.text import Text


class Found(StrEnum):
    """What was found."""

    RATE = "rate"
    CLIFF = "cliff"
    FALL = "fall"
    DEAD_TIER = "dead_tier"
    GATE = "gate"
    NO_TARGET = "no_target"
    NO_PLAN = "no_plan"


NOTES = frozenset({Found.DEAD_TIER})
"""What only tells of the data, and need not be wrong."""


class Finding(Struct, frozen=True):
    """What was found of which component or pool, and where: `jump` is what one step of sales more brings at `at`.

    `at` is in the unit of what the component is over: an amount, or the attainment of the target as a fraction.
    """

    found: Found
    name: str
    told: Text
    at: Decimal | None = None
    jump: Decimal | None = None
