"""`[[honour]]` of a plan: the best of a period by a measure, and what it pays, which may be nothing but the honour."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.text import Text

_NO_HEADS = Text(
    "heads: what the people of the best team get: each (the amount a head), shared (it is shared out equally)",
    "heads：优胜团队成员如何分配：each（每人一份）、shared（全队平分）",
)
_NO_TEAM = Text(
    'heads and teams go together, newcomers are people: by = "team" or "rep"', "heads 仅用于团队，新人仅指个人"
)


class Honour(Written):
    """One prize: champion of the month, newcomer with the most progress, star of the customers' voice, best team."""

    name: str = Field(min_length=1, description="stable name, unique within the plan")
    title: str | None = Field(default=None, description="what people call it; the name when not set")
    title_zh: str | None = Field(default=None, description="the same in Chinese")
    measure: str = Field(description="the metric that decides")
    where: tuple[str, ...] = Field(default=(), description="conditions on the lines that count, as with --where")
    by: Literal["rep", "team"] = Field(default="rep", description="who competes")
    of: Literal["value", "progress"] = Field(
        default="value", description="what is compared: the value of the period, or what it is more than the one before"
    )
    best: Literal["highest", "lowest"] = Field(
        default="highest", description="which end wins; the highest wins nothing at or below zero"
    )
    at_least: Decimal | None = Field(
        default=None, description="what must be reached, or not exceeded where the lowest wins; anything when not set"
    )
    newcomer_months: int | None = Field(
        default=None,
        ge=1,
        description="only people hired in the last so many months, that of the period's end being one",
    )
    amount: Decimal = Field(ge=0, description="what it pays; 0 for the honour alone")
    ties: Literal["share", "all"] = Field(
        description="of equals: share (they share the amount) or all (each of them gets it)"
    )
    heads: Literal["each", "shared"] | None = Field(
        default=None, description="what the people of the best team get: the amount each, or a share of it"
    )

    @model_validator(mode="after")
    def _of_teams(self) -> Self:
        if self.by == "team" and self.heads is None:
            raise PydanticCustomError("no_heads", "does not say what each head gets", {"hint": _NO_HEADS})
        if (self.by == "rep" and self.heads is not None) or (self.by == "team" and self.newcomer_months is not None):
            raise PydanticCustomError("no_team", "do not go together", {"hint": _NO_TEAM})
        return self

    @property
    def label(self) -> Text:
        """What people call it."""
        title = self.title or self.name
        return Text(title, self.title_zh or title)
