"""`[[pool]]` of a plan: which team result fills it, from which attainment on, and how it is shared."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.written.answers import DayCount
from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.money import Rounding
from salesperf.core.period import Grain
from salesperf.core.text import Text

_NO_BEYOND = Text(
    "beyond: what happens to what lies above the cap of a head: withheld (it is not paid), shared (the others get it)",
    "beyond：超出个人上限的部分如何处理：withheld（不付）、shared（由其他人分享）",
)
_NO_CAP = Text("there is no cap for anything to lie beyond; leave `beyond` out", "没有上限，请去掉 beyond")


class _Pool(Written):
    """What every pool is declared with."""

    name: str = Field(min_length=1, description="stable name, unique within the plan")
    title: str | None = Field(default=None, description="what people call it; the name when not set")
    title_zh: str | None = Field(default=None, description="the same in Chinese")
    measure: str = Field(default="net_revenue", description="the metric that the team is credited with")
    where: tuple[str, ...] = Field(default=(), description="conditions on the lines that count, as with --where")
    per: Literal["period", "quarter", "year"] = Field(
        default="period", description="what it is counted over; it is paid in the period in which that ends"
    )
    gate: Decimal | None = Field(
        default=None, gt=0, description="attainment of the team's target from which on it is paid: 1.0 is the target"
    )
    rate: Decimal = Field(gt=0, description="what fills it: a share of the team's result, 0.02 is 2 %")
    cap: Decimal | None = Field(default=None, gt=0, description="the most that one head gets")
    beyond: Literal["withheld", "shared"] | None = Field(
        default=None, description="what happens to what lies above the cap of a head"
    )

    @model_validator(mode="after")
    def _with_cap(self) -> _Pool:
        if self.cap is not None and self.beyond is None:
            raise PydanticCustomError("no_beyond", "has a cap a head and does not say", {"hint": _NO_BEYOND})
        if self.cap is None and self.beyond is not None:
            raise PydanticCustomError("no_cap", "says what lies beyond a cap", {"hint": _NO_CAP})
        return self

    @property
    def label(self) -> Text:
        """What people call it."""
        title = self.title or self.name
        return Text(title, self.title_zh or title)


class EqualPool(_Pool):
    """Every head gets the same."""

    share: Literal["equal"]


class WeightedPool(_Pool):
    """Heads get by weights that the plan names."""

    share: Literal["weighted"]
    weights: dict[str, Annotated[Decimal, Field(ge=0)]] = Field(
        min_length=1, description="weight by role; a role that is not named has none"
    )


class ContributionPool(_Pool):
    """Heads get by what they contributed; who is below zero gets nothing."""

    share: Literal["contribution"]


class ScoredPool(_Pool):
    """Heads get by what they contributed and by their score for working together."""

    share: Literal["contribution_and_score"]
    dimension: str = Field(min_length=1, description="the dimension of the reviews whose mean is the score")
    contribution: Decimal = Field(
        ge=0, le=1, description="how much the contribution counts: 0.7 leaves 0.3 to the score"
    )


Pool = Annotated[EqualPool | WeightedPool | ContributionPool | ScoredPool, Field(discriminator="share")]
"""Every way to share."""


class PoolTerms(Struct, frozen=True):
    """What of a plan a pool is settled by."""

    plan: str
    grain: Grain
    places: int
    mode: Rounding
    day_count: DayCount
