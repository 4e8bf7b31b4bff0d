"""The sections that tell of one rep, and those that a meeting needs: how they are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from salesperf.app.pack_plans.plan import Asked, SectionPlan

_OWN = (
    "net_revenue", "orders", "aov", "gross_margin", "active_customers", "new_customers", "win_rate",
    "visits_per_rep_day", "collection_rate", "overdue_rate",
)  # fmt: skip
_REVENUE = "net_revenue"
Top = Field(default=10, ge=1, le=200, description="rows shown; the rest is one row")
Drawn = Field(default=True, description="whether four rows and more are drawn as bars too")
StallDays = Field(
    default=None,
    ge=1,
    le=3650,
    description="silent days after which a deal stands still; 1.5 times the median days between two stages when not "
    "set, 30 where the files do not tell it",
)


class OwnTargetsPlan(SectionPlan):
    """`own_targets`: where the one reported on stands against every target, in the period and the year to date."""

    kind: Literal["own_targets"]


class OwnKpisPlan(SectionPlan):
    """`own_kpis`: a rep's metrics against the period before, last year and the median of the others."""

    kind: Literal["own_kpis"]
    metrics: tuple[str, ...] = Field(
        default=_OWN, min_length=1, description="metrics; who has none of the first is no peer"
    )

    def asks(self) -> Iterator[Asked]:
        """The metrics of all reps."""
        yield Asked(self.metrics, ("rep",))


class TopCustomersPlan(SectionPlan):
    """`top_customers`: the largest customers, their growth on last year and their last order."""

    kind: Literal["top_customers"]
    top: int = Top
    figure: bool = Drawn

    def asks(self) -> Iterator[Asked]:
        """What each customer brought."""
        yield Asked((_REVENUE,), ("customer",))


class QuietCustomersPlan(SectionPlan):
    """`quiet_customers`: customers who have not ordered for more than twice their usual gap."""

    kind: Literal["quiet_customers"]
    top: int = Top

    def asks(self) -> Iterator[Asked]:
        """The orders of each customer."""
        yield Asked((_REVENUE,), ("customer",))


class OpenDealsPlan(SectionPlan):
    """`open_deals`: the largest deals that go on."""

    kind: Literal["open_deals"]
    top: int = Top
    figure: bool = Drawn


class StalledDealsPlan(SectionPlan):
    """`stalled_deals`: open deals to which nothing happens, or whose expected close is over."""

    kind: Literal["stalled_deals"]
    top: int = Top
    days: int | None = StallDays


class ReceivablesPlan(SectionPlan):
    """`receivables`: what is owed by customer and how old it is, and the overdue invoices."""

    kind: Literal["receivables"]
    top: int = Top
    ages: bool = Field(default=True, description="whether the ages of all that is owed are shown and drawn")
    invoices: int = Field(default=10, ge=1, le=200, description="overdue invoices shown; the rest is one row")


class OpenActionsPlan(SectionPlan):
    """`open_actions`: what was agreed to be done: late ones first, and what was done since the last meeting."""

    kind: Literal["open_actions"]
    days: int = Field(default=7, ge=1, le=366, description="days between two meetings")


class NextWeekPlan(SectionPlan):
    """`next_week`: what each workday has to bring, whom to call, what to collect, which deals to move."""

    kind: Literal["next_week"]
    top: int = Field(default=10, ge=1, le=50, description="things to do shown")
    days: int | None = StallDays

    def asks(self) -> Iterator[Asked]:
        """The orders of each customer."""
        yield Asked((_REVENUE,), ("customer",))


class DecisionsPlan(SectionPlan):
    """`decisions`: what rules ask to be decided, each with its number."""

    kind: Literal["decisions"]
    weeks: int = Field(default=2, ge=1, le=52, description="weeks in a row below what was expected, under a red light")
    probability: float = Field(default=0.2, ge=0, le=1, description="probability below which a target is out of reach")
    days_overdue: int = Field(default=30, ge=0, le=3650, description="days for which money may be overdue")
    largest: int = Field(default=10, ge=1, le=100, description="open deals among which a stalled one is told")
    top: int = Field(default=10, ge=1, le=50, description="decisions shown, those with most money at stake")
    days: int | None = StallDays


PeoplePlan = (
    OwnTargetsPlan
    | OwnKpisPlan
    | TopCustomersPlan
    | QuietCustomersPlan
    | OpenDealsPlan
    | StalledDealsPlan
    | ReceivablesPlan
    | OpenActionsPlan
    | NextWeekPlan
    | DecisionsPlan
)
"""Every kind of section of a rep's page and of a meeting."""
