"""What every component of a plan is declared with, whatever its rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.written.tiers import Written
from salesperf.core.text import Text

_CROSSED = Text("the floor of the component lies above its cap", "该项的保底高于封顶")


class Component(Written):
    """`[[component]]`: one measure, paid by one rule."""

    name: str = Field(min_length=1, description="stable name, unique within the plan")
    title: str | None = Field(default=None, description="what people call it; the name when not set")
    title_zh: str | None = Field(default=None, description="the same in Chinese")
    measure: str = Field(default="net_revenue", description="the metric that is credited")
    where: tuple[str, ...] = Field(default=(), description="conditions on the lines that count, as with --where")
    per: Literal["period", "quarter", "year", "dates", "deal"] = Field(
        default="period",
        description="over what tiers are counted: the period, the quarter or year to date, all days of the plan to "
        "date, or each deal",
    )
    cap: Decimal | None = Field(default=None, ge=0, description="the most it pays in a period")
    floor: Decimal | None = Field(default=None, ge=0, description="the least it pays in a period with credited sales")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.cap is not None and self.floor is not None and self.floor > self.cap:
            raise PydanticCustomError("crossed", "cannot both hold", {"hint": _CROSSED})
        return self

    @property
    def label(self) -> Text:
        """What people call it."""
        title = self.title or self.name
        return Text(title, self.title_zh or title)

    @property
    def needs(self) -> Needs:
        """What its rule must be told beside the measure."""
        return Needs()
