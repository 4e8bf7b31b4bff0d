"""The configuration of business events: the calendar and what counts as a sale."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from salesperf.core.text import Text


class CalendarSection(BaseModel):
    """`[calendar]`: where years, months and weeks begin.

    `pattern` other than `calendar` makes months of whole weeks (4-4-5 and its sisters); their years end on the
    last day of a week, nearest to or last in the month before `first_month`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    first_month: int = Field(default=1, ge=1, le=12, description="month in which the fiscal year begins")
    year_named: Literal["start", "end"] = Field(
        default="end", description="a fiscal year takes the name of the calendar year it starts or ends in"
    )
    week_start: Literal["monday", "sunday", "saturday"] = Field(default="monday", description="first day of a week")
    pattern: Literal["calendar", "4-4-5", "4-5-4", "5-4-4"] = Field(
        default="calendar", description="how months are made"
    )
    year_end: Literal["nearest", "last"] = Field(
        default="nearest", description="week patterns: the year ends on the week-end nearest to, or last in, the month"
    )

    workdays: Literal["CN", "weekdays"] | None = Field(
        default=None,
        description="which days are worked: CN knows China's holidays and the days worked instead, weekdays Monday to "
        "Friday; CN for Chinese exports when not set",
    )


class ActivityKinds(BaseModel):
    """`[kpi.activity_kinds]`: more words for kinds of activities."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    visit: tuple[str, ...] = Field(default=(), description="more words for visits")
    call: tuple[str, ...] = Field(default=(), description="more words for calls")
    proposal: tuple[str, ...] = Field(default=(), description="more words for quotes and proposals")
    follow_up: tuple[str, ...] = Field(default=(), description="more words for follow-ups")
    other: tuple[str, ...] = Field(default=(), description="words that count among all activities only")


class CostKinds(BaseModel):
    """`[kpi.cost_kinds]`: more words for kinds of costs."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sales: tuple[str, ...] = Field(default=(), description="words for costs of selling")
    marketing: tuple[str, ...] = Field(default=(), description="words for costs of marketing")
    neither: tuple[str, ...] = Field(default=(), description="words for costs that win no customers")


class SalesSection(BaseModel):
    """`[kpi]`: what counts as a sale."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    basis: Literal["orders", "invoices", "won deals"] | None = Field(
        default=None, description="the table sales come from; the first of these that is there when not set"
    )
    sold: tuple[str, ...] = Field(default=(), description="more status words for sold lines")
    returned: tuple[str, ...] = Field(default=(), description="more status words for returned lines")
    cancelled: tuple[str, ...] = Field(default=(), description="more status words for cancelled lines")
    open: tuple[str, ...] = Field(default=(), description="more status words for open lines")
    returned_status: Literal["credit_note", "status_change"] | None = Field(
        default=None,
        description="what a row with a returned status and a positive amount is: a credit note of its own (also when "
        "not set, and then said), or the sale itself, marked when it came back",
    )
    deal_won: tuple[str, ...] = Field(default=(), description="more status or stage words of deals that were won")
    deal_lost: tuple[str, ...] = Field(default=(), description="more status or stage words of deals that were lost")
    deal_open: tuple[str, ...] = Field(default=(), description="more status or stage words of deals that go on")
    lead_converted: tuple[str, ...] = Field(default=(), description="more status words of leads that were converted")
    response_sla_hours: float = Field(
        default=24, gt=0, description="hours after its creation within which a lead should be answered"
    )
    business_hours: str | None = Field(
        default=None,
        pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$",
        description="such as 09:00-18:00: the hours, Monday to Friday, in which answers to leads are timed; around the "
        "clock when not set",
    )
    csat_scale: int | None = Field(
        default=None, ge=3, le=10, description="highest score of satisfaction answers whose row names no scale"
    )
    activity_kinds: ActivityKinds = Field(
        default=ActivityKinds(), description="more words for kinds of activities, by what they count as"
    )
    cost_kinds: CostKinds = Field(
        default=CostKinds(), description="more words for kinds of costs, by what they count as"
    )
    refund_in_amount: bool | None = Field(
        default=None, description="whether the amount already has the refund taken off; found out when not set"
    )
    collected_within_days: int = Field(
        default=30, ge=0, le=3650, description="collection_rate_by_day_n: days after the due day in which cash counts"
    )

    @field_validator("business_hours")
    @classmethod
    def _opens_before_it_closes(cls, hours: str | None) -> str | None:
        if hours is not None:
            opening, _, closing = hours.partition("-")
            if opening >= closing:
                hint = Text(
                    "write the opening before the closing, as in 09:00-18:00", "请先写开始再写结束，如 09:00-18:00"
                )
                raise PydanticCustomError("no_hours", "is no span of hours", {"hint": hint})
        return hours
