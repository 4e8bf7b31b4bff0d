"""`[metrics]` of salesperf.toml: metrics a company defines itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from salesperf.core.unit import Unit
from salesperf.metrics.model import Better, Family


class CustomMetric(BaseModel):
    """`[metrics.custom.<key>]`: a ratio of two metrics or arithmetic over metrics, perhaps of some lines only."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    label: str = Field(description="name on reports")
    label_zh: str | None = Field(default=None, description="name on Chinese reports; the label when not set")
    meaning: str = Field(default="", description="one sentence for `salesperf metrics show`")
    meaning_zh: str | None = Field(default=None, description="the same in Chinese")
    unit: Unit = Field(default=Unit.NUMBER, description="how the value is read")
    better: Better = Field(default=Better.NEITHER, description="which direction is good")
    family: Family = Field(default=Family.RESULT, description="where it is shown")
    expression: str | None = Field(default=None, description="arithmetic over metrics, as in `net_revenue / orders`")
    numerator: str | None = Field(default=None, description="a ratio's upper metric")
    denominator: str | None = Field(default=None, description="a ratio's lower metric")
    where: tuple[str, ...] = Field(default=(), description="conditions, as with --where; they must all hold")
    default: bool = Field(default=True, description="shown by `kpi` when no metric is named")

    @model_validator(mode="after")
    def _one_formula(self) -> Self:
        is_ratio = self.numerator is not None and self.denominator is not None
        is_half = (self.numerator is None) != (self.denominator is None)
        if is_half or is_ratio == (self.expression is not None):
            raise ValueError("give either expression, or numerator and denominator")
        return self


class MetricsSection(BaseModel):
    """`[metrics]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    custom: Mapping[str, CustomMetric] = Field(default_factory=dict, description="metrics by key")
