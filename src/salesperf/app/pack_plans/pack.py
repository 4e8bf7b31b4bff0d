"""A report pack as it is declared: what it is called, what it is of, and its sections in order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from salesperf.app.pack_plans.company import (
    BreakdownPlan,
    BridgePlan,
    CollectionsPlan,
    DrillPlan,
    HeadlinePlan,
    ParetoPlan,
    PipelinePlan,
    RedsPlan,
    TargetsPlan,
    TrendPlan,
    WeekPlan,
)
from salesperf.app.pack_plans.people import PeoplePlan
from salesperf.core.text import Text

AnyPlan = Annotated[
    HeadlinePlan
    | TrendPlan
    | WeekPlan
    | TargetsPlan
    | BridgePlan
    | BreakdownPlan
    | ParetoPlan
    | CollectionsPlan
    | PipelinePlan
    | RedsPlan
    | DrillPlan
    | PeoplePlan,
    Field(discriminator="kind"),
]
"""Every kind of section."""

_ONE = Text(
    'name one, such as [[sections]] with kind = "headline"', '请至少写一个，如 [[sections]] 及 kind = "headline"'
)
Of = Literal["company", "team", "rep"]


class PackPlan(BaseModel):
    """`[packs.<name>]` of salesperf.toml, or the file packs/<name>.toml beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(description="what stands above the report")
    title_zh: str | None = Field(default=None, description="the same in Chinese; the title when not set")
    meaning: str = Field(default="", description="one sentence for `salesperf report --list`")
    meaning_zh: str | None = Field(default=None, description="the same in Chinese")
    period: str = Field(default="this-month", description="the period when none is asked for, as with --period")
    of: Of = Field(default="company", description="whose report it is: company, team or rep")
    sections: tuple[AnyPlan, ...] = Field(description="the sections, in order; each names its kind")

    @field_validator("sections")
    @classmethod
    def _has_sections(cls, sections: tuple[AnyPlan, ...]) -> tuple[AnyPlan, ...]:
        if not sections:
            raise PydanticCustomError("no_sections", "are none", {"hint": _ONE})
        return sections

    @property
    def titled(self) -> Text:
        """The title in every language."""
        return Text(self.title, self.title_zh or self.title)

    @property
    def meant(self) -> Text:
        """The meaning in every language."""
        return Text(self.meaning, self.meaning_zh or self.meaning)
