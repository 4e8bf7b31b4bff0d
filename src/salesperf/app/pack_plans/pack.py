"""A report pack as it is declared: what it is called, what it is of, and its sections in order."""

from __future__ import annotations

import re
from datetime import date
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
from salesperf.core.errors import UsageError
from salesperf.core.late import late
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period

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
_ANY_DAY = date(2026, 6, 30)
_FISCAL = late(r"FY|.*P", re.IGNORECASE)
Of = Literal["company", "team", "rep"]


class PackPlan(BaseModel):
    """`[packs.<name>]` of salesperf.toml, or the file packs/<name>.toml beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    title: str = Field(description="what stands above the report")
    title_zh: str | None = Field(default=None, description="the same in Chinese; the title when not set")
    meaning: str = Field(default="", description="one sentence for `salesperf report --list`")
    meaning_zh: str | None = Field(default=None, description="the same in Chinese")
    period: str = Field(default="this-month", description="the period when none is asked for, as with --period")
    of: Of = Field(default="company", description="whose report it is: company, team or rep")
    sections: tuple[AnyPlan, ...] = Field(description="the sections, in order; each names its kind")

    @field_validator("period")
    @classmethod
    def _names_a_period(cls, period: str) -> str:
        try:
            parse_period(period, calendar=Calendar(), as_of=_ANY_DAY)
        except UsageError as fault:
            # Fiscal years, and what only a company's own calendar has, are judged when the pack is asked for.
            if not _FISCAL.match(period.strip()):
                raise PydanticCustomError("no_period", "is not a period", {"hint": fault.hint_text}) from None
        return period

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
