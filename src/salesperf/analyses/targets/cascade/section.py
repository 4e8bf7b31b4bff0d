"""`[targets.cascade]` of salesperf.toml: how a company target is broken down."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.targets.cascade.mix import Kind, mix_of
from salesperf.analyses.targets.section import TargetsSection
from salesperf.core.text import Text, listing

_WRITE = Text(
    "write kinds and parts: history:0.7,headcount:0.3; kinds: {kinds}",
    "请写成 history:0.7,headcount:0.3；可用的有：{kinds}",
)


def _checked(words: str | None) -> str | None:
    try:
        mix_of(words or "equal")
    except (ValueError, ZeroDivisionError):
        hint = _WRITE.fill(kinds=listing(kind.value for kind in Kind))
        raise PydanticCustomError("no_mix", "is no mix of weights", {"hint": hint}) from None
    return words


class PersonRule(BaseModel):
    """`[targets.cascade.people.NAME]`: what holds for one person."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    factor: Decimal = Field(
        default=Decimal(1), ge=0, description="times the person's weight; 0 for nothing but a floor"
    )
    fte: Decimal | None = Field(
        default=None, gt=0, description="full-time equivalent; that of the people table when not set"
    )
    ramp: tuple[Decimal, ...] | None = Field(default=None, description="shares of full capacity in the first months")
    potential: Decimal | None = Field(
        default=None, ge=0, description="market potential; from the market table when not set"
    )


class TeamRule(BaseModel):
    """`[targets.cascade.teams.NAME]`: what holds for one team."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    factor: Decimal = Field(default=Decimal(1), ge=0, description="times the team's weight")
    weights: str | None = Field(default=None, description="weights within the team")
    potential: Decimal | None = Field(
        default=None, ge=0, description="market potential; from the market table when not set"
    )

    _mix = field_validator("weights")(_checked)


class CascadeSection(BaseModel):
    """`[targets.cascade]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    target: Decimal | None = Field(
        default=None, gt=0, description="the company's target; that of the target sheet when not set"
    )
    period: str | None = Field(default=None, description="the period it is for, such as 2026")
    metric: str = Field(default="net_revenue", description="the metric it is of")
    weights: str | None = Field(
        default=None,
        description="by what it is shared out: history, headcount, capacity, potential, equal, or a mix such as "
        "history:0.7,headcount:0.3; history:0.7,capacity:0.3 when not set",
    )
    to: Literal["team", "rep"] = Field(default="rep", description="how far down it is broken")
    grain: Literal["quarter", "month", "week", "day"] = Field(
        default="month", description="the periods it is spread over"
    )
    unit: Decimal = Field(default=Decimal(1), gt=0, description="targets are whole multiples of it")
    newcomers_months: int = Field(
        default=3, ge=0, le=60, description="months after hiring in which capacity grows evenly to full"
    )
    ramp: tuple[Decimal, ...] | None = Field(
        default=None, description="shares of full capacity in the first months, instead of an even growth"
    )
    floors: Mapping[str, Decimal] = Field(default_factory=dict, description="the least that a team or person gets")
    caps: Mapping[str, Decimal] = Field(default_factory=dict, description="the most that a team or person gets")
    teams: Mapping[str, TeamRule] = Field(default_factory=dict, description="what holds for single teams")
    people: Mapping[str, PersonRule] = Field(default_factory=dict, description="what holds for single people")

    _mix = field_validator("weights")(_checked)

    @property
    def steps(self) -> tuple[Fraction, ...]:
        """The share of full capacity in each month after hiring: of three months a quarter, a half, three quarters."""
        if self.ramp is not None:
            return tuple(map(Fraction, self.ramp))
        return tuple(Fraction(month, self.newcomers_months + 1) for month in range(1, self.newcomers_months + 1))


class TargetsAndCascade(TargetsSection):
    """`[targets]`."""

    cascade: CascadeSection = Field(
        default=CascadeSection(), description="how a company target is broken down to teams, people and periods"
    )
