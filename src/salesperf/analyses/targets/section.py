"""`[targets]` of salesperf.toml: when a light is red, yellow or green, and who leads others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class LightRule(BaseModel):
    """From which pace on a light is green, and from which yellow; below it is red."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    green: float = Field(
        default=1.0, gt=0, description="pace (attainment, once the period is over) from which it is green"
    )
    yellow: float = Field(default=0.9, gt=0, description="pace from which it is yellow; below it is red")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.yellow > self.green:
            raise ValueError("yellow must not be above green")
        return self


class TargetsSection(LightRule):
    """`[targets]`."""

    hysteresis: float = Field(
        default=0.0,
        ge=0,
        description="how far above its threshold a light must come to be better than the period before",
    )
    red_after_weeks: int = Field(
        default=0, ge=0, description="so many weeks in a row below what was expected make a light red; 0 for never"
    )
    metrics: Mapping[str, LightRule] = Field(default_factory=dict, description="thresholds of single metrics")
    managers: tuple[str, ...] = Field(
        default=(), description="people (id or name) whose target contains those of others"
    )
    sellers: tuple[str, ...] = Field(
        default=(), description="people (id or name) who lead others, but whose target is of their own sales alone"
    )
    prorated: bool = Field(
        default=False,
        description="targets of people who came or left within their periods count by the days they were there; "
        "else as they are written",
    )

    def rule(self, metric: str) -> LightRule:
        """The thresholds of a metric."""
        return self.metrics.get(metric, self)
