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

_WAITS_TWICE = Text(
    'released = "on_collection" pays nothing before the cash is there: back_when_overdue has nothing to take back',
    'released = "on_collection" 在回款前不付，back_when_overdue 无可扣回',
)
_WAITS_AND_TRUES_UP = Text(
    "a true-up cannot wait for cash: leave out true_up, or released and back_when_overdue",
    "累计补差不能等待回款：请去掉 true_up，或去掉 released 与 back_when_overdue",
)
_NO_TRUE_UP = Text(
    'a true-up is of per = "quarter" or "year", and of a component without a floor',
    "累计补差需 per 为 quarter 或 year，且该项不设保底",
)
_NO_ADVANCE = Text("an advance_rate needs true_up = true", "advance_rate 需要 true_up = true")


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
    true_up: bool = Field(
        default=False,
        description="whether each period pays, as a line of its own, what the quarter or year has earned to date and "
        "not been paid; a cap is then one of all its periods to date",
    )
    advance_rate: Decimal | None = Field(
        default=None, ge=0, description="with true_up: the rate at which a period is paid ahead of the true-up"
    )

    released: Literal["at_once", "on_collection"] = Field(
        default="at_once",
        description="when it is paid out: at_once, or on_collection, as the orders that it is of are paid; the rate "
        "stays that of the period in which they were sold",
    )
    back_when_overdue: int | None = Field(
        default=None,
        ge=0,
        description="days after the due day from which the pay of what is not collected is taken back until it is",
    )

    @model_validator(mode="after")
    def _waiting(self) -> Self:
        if self.released == "on_collection" and self.back_when_overdue is not None:
            raise PydanticCustomError("waits", "waits for cash twice", {"hint": _WAITS_TWICE})
        if self.waits and self.true_up:
            raise PydanticCustomError("waits", "cannot wait for cash", {"hint": _WAITS_AND_TRUES_UP})
        return self

    @model_validator(mode="after")
    def _to_date(self) -> Self:
        if self.true_up and (self.per not in {"quarter", "year"} or self.floor is not None):
            raise PydanticCustomError("true_up", "cannot be trued up", {"hint": _NO_TRUE_UP})
        if self.advance_rate is not None and not self.true_up:
            raise PydanticCustomError("advance", "is paid ahead of nothing", {"hint": _NO_ADVANCE})
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.cap is not None and self.floor is not None and self.floor > self.cap:
            raise PydanticCustomError("crossed", "cannot both hold", {"hint": _CROSSED})
        return self

    @property
    def asks_target(self) -> bool:
        """Whether what it pays depends on a target, so that nothing can be said without one."""
        return False

    @property
    def never_below_zero(self) -> bool:
        """Whether it is known to pay no period less than nothing, of amounts that are not below zero."""
        return False

    @property
    def waits(self) -> bool:
        """Whether what it pays depends on whether the sale has been paid."""
        return self.released == "on_collection" or self.back_when_overdue is not None

    @property
    def label(self) -> Text:
        """What people call it."""
        title = self.title or self.name
        return Text(title, self.title_zh or title)

    @property
    def needs(self) -> Needs:
        """What its rule must be told beside the measure."""
        return Needs()
