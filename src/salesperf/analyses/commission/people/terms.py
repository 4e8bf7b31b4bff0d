"""What a plan file says about a person's sum: its limits, its guarantee, what is held back."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.text import Text

_CROSSED = Text("the floor lies above the cap", "保底高于封顶")


class PersonLimits(Written):
    """`[person]`: the most and the least that all components together pay somebody in a period."""

    cap: Decimal | None = Field(default=None, gt=0, description="the most that a period's components pay together")
    floor: Decimal | None = Field(
        default=None, ge=0, description="the least, where they pay anything; it never lifts what comes back"
    )

    @model_validator(mode="after")
    def _in_order(self) -> PersonLimits:
        if self.cap is not None and self.floor is not None and self.floor > self.cap:
            raise PydanticCustomError("crossed", "cannot both hold", {"hint": _CROSSED})
        return self


class Guarantee(Written):
    """`[guarantee]`: commission is filled up to an amount and nothing of it is owed back."""

    amount: Decimal = Field(gt=0, description="what a period pays at least")
    periods: int | None = Field(
        default=None, ge=1, description="how many periods of a person it is given in; all of them when not set"
    )


class Holdback(Written):
    """`[holdback]`: a share of commission kept back and released later."""

    share: Decimal = Field(gt=0, le=1, description="the share of a period's commission that is kept back: 0.2 is 20 %")
    release_after: int = Field(ge=1, description="periods until it is paid")
