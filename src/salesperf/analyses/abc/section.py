"""`[abc]` of salesperf.toml: where classes end, and from which share on one of them is too much."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Own(StrEnum):
    """Whether the share of one counts for its own class."""

    COUNTED = "counted"
    """It is of class A where it and all before it bring no more than the threshold."""
    NOT = "not"
    """It is of class A where all before it bring less than the threshold: who crosses it is still in."""


class AbcSection(BaseModel):
    """`[abc]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    a: Decimal = Field(default=Decimal("0.8"), gt=0, lt=1, description="running share up to which a class is A")
    b: Decimal = Field(default=Decimal("0.95"), gt=0, le=1, description="running share up to which a class is B")
    own: Own = Field(
        default=Own.COUNTED, description="whether the share of one counts for its own class: counted, or not"
    )
    alert: Decimal = Field(
        default=Decimal("0.2"), gt=0, le=1, description="share of one customer or product from which a warning is given"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.b < self.a:
            raise ValueError("b must not be below a")
        return self
