"""The sections that tell of a company or a team: what is in their reach, and how they are set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from salesperf.app.pack_plans.plan import Asked, SectionPlan

KPIS = ("net_revenue", "gross_margin", "orders", "new_customers", "retention_rate", "collection_rate")
OF_SHOPS, OF_DEALS = ("aov", "return_rate"), ("win_rate", "sales_cycle_days")
"""Tiles beside the usual ones where files tell of little else: of orders, and of deals that were won."""
RETURNED = ("gross_revenue", "returned_amount", *OF_SHOPS)
_MOVERS = ("team", "region", "category", "product", "channel", "rep")
OWED = ("receivable", "overdue", "overdue_rate", "dso", "collection_rate", "received")
AGES = (
    "receivable_not_due", "overdue_1_30", "overdue_31_60", "overdue_61_90", "overdue_over_90", "receivable_unaged",
    "unused_credit",
)  # fmt: skip
IN_PLACE = {"collection_rate": "collection_rate_of_invoiced"}
"""What is shown for what the files do not tell: where nothing says when money is due, the share of the invoiced."""
Against = Literal["yoy", "prev"]


def with_substitutes(metrics: Sequence[str]) -> tuple[str, ...]:
    """The metrics, each followed by what stands in its place where the files do not tell it."""
    pairs = ((key, IN_PLACE.get(key)) for key in metrics)
    return tuple(dict.fromkeys(one for pair in pairs for one in pair if one is not None))


class HeadlinePlan(SectionPlan):
    """`headline`: what happened, in sentences, and the figures that matter as tiles."""

    kind: Literal["headline"]
    metrics: tuple[str, ...] = Field(
        default=KPIS, min_length=1, description="metrics shown as tiles; the first is what the sentences speak of"
    )
    movers: tuple[str, ...] = Field(
        default=_MOVERS, description="dimensions to look for what moved it; the first that the files tell"
    )
    months: int = Field(default=13, ge=2, le=60, description="periods behind each tile")

    def asks(self) -> Iterator[Asked]:
        """The tiles, and the first of them by the dimensions it may have moved by."""
        beside = (*RETURNED, *OF_DEALS) if self.metrics == KPIS else ()
        yield Asked((*with_substitutes(self.metrics), *beside))
        for by in self.movers:
            yield Asked(self.metrics[:1], (by,))


class TrendPlan(SectionPlan):
    """`trend`: a metric month by month, against its target and the year before."""

    kind: Literal["trend"]
    metric: str = Field(default="net_revenue", description="the metric")
    months: int = Field(default=24, ge=2, le=120, description="months shown at most")

    def asks(self) -> Iterator[Asked]:
        """The metric on its own."""
        yield Asked((self.metric,))


class WeekPlan(SectionPlan):
    """`week`: the last full week and the one that runs, each beside the week before."""

    kind: Literal["week"]
    metrics: tuple[str, ...] = Field(
        default=("net_revenue", "orders", "new_customers", "completed_visits"),
        min_length=1,
        description="metrics, a row each",
    )
    weeks: int = Field(default=8, ge=2, le=52, description="full weeks of the trend")

    def asks(self) -> Iterator[Asked]:
        """The metrics on their own."""
        yield Asked(self.metrics)


class BreakdownPlan(SectionPlan):
    """`breakdown`: metrics by a dimension, with growth and share; drawn as bars, stacked, or as a heat map."""

    kind: Literal["breakdown"]
    by: str = Field(default="team", description="the dimension")
    metrics: tuple[str, ...] = Field(
        default=("net_revenue", "gross_margin", "orders"), min_length=1, description="metrics; rows go by the first"
    )
    compare: tuple[Against, ...] = Field(default=("yoy",), description="growth shown: yoy, prev")
    top: int = Field(default=12, ge=1, le=200, description="rows shown; the rest is one row")
    figure: Literal["bar", "stacked", "heat_map", "none"] = Field(
        default="bar", description="bar by row; stacked or heat_map over the last periods"
    )
    months: int = Field(default=12, ge=2, le=36, description="periods of a stacked figure or heat map")

    def asks(self) -> Iterator[Asked]:
        """The metrics, split and in all."""
        yield Asked(self.metrics, (self.by,))
        yield Asked(self.metrics)


class TargetsPlan(SectionPlan):
    """`targets`: where everybody stands against target."""

    kind: Literal["targets"]
    metrics: tuple[str, ...] = Field(default=(), description="metrics with targets; all of them when not set")
    to_date: bool = Field(default=True, description="also the year to date")


class BridgePlan(SectionPlan):
    """`bridge`: what the change of a metric is made of."""

    kind: Literal["bridge"]
    metric: str = Field(default="net_revenue", description="a metric whose groups add up")
    by: str = Field(
        default="customer",
        description="the dimension; customer tells apart who bought now or then alone, grew and shrank",
    )
    against: Against = Field(default="yoy", description="the base: yoy (last year) or prev (the period before)")
    top: int = Field(default=6, ge=1, le=30, description="groups shown, the largest changes; the rest is one step")

    def asks(self) -> Iterator[Asked]:
        """The metric, split and in all."""
        yield Asked((self.metric,), (self.by,))
        yield Asked((self.metric,))


class ParetoPlan(SectionPlan):
    """`pareto`: the largest customers or products, and what share they bring together."""

    kind: Literal["pareto"]
    by: str = Field(default="customer", description="the dimension")
    metric: str = Field(default="net_revenue", description="a metric whose groups add up")
    top: int = Field(default=15, ge=3, le=200, description="rows shown")
    months: int = Field(default=12, ge=1, le=60, description="months up to the end of the period")

    def asks(self) -> Iterator[Asked]:
        """The metric, split and in all."""
        yield Asked((self.metric,), (self.by,))
        yield Asked((self.metric,))


class CollectionsPlan(SectionPlan):
    """`collections`: what customers owe, how much of it is overdue, and for how long."""

    kind: Literal["collections"]
    months: int = Field(default=12, ge=2, le=36, description="periods of the ageing table")

    def asks(self) -> Iterator[Asked]:
        """Balances and their ages."""
        yield Asked(with_substitutes((*OWED, *AGES)))


class PipelinePlan(SectionPlan):
    """`pipeline`: the open deals in short."""

    kind: Literal["pipeline"]
    top: int = Field(default=12, ge=1, le=50, description="stages shown")


class RedsPlan(SectionPlan):
    """`reds`: every red and yellow light with its value, target, gap and how long it has been so."""

    kind: Literal["reds"]


class DrillPlan(SectionPlan):
    """`drill`: a section for each team, or region or manager where there are no teams, and in it one for each rep."""

    kind: Literal["drill"]
    metrics: tuple[str, ...] = Field(
        default=("net_revenue", "orders", "aov"), min_length=1, description="metrics shown as tiles"
    )
    months: int = Field(default=13, ge=2, le=36, description="periods behind each tile")
    reps: int = Field(default=60, ge=0, le=1000, description="reps that get a section; of more the teams alone do")

    def asks(self) -> Iterator[Asked]:
        """The tiles of the company, the teams (regions or managers where there are none) and the reps."""
        for by in ((), ("team",), ("region",), ("manager",), ("rep",)):
            yield Asked(self.metrics, by)
        for above in ("team", "region", "manager"):
            yield Asked(self.metrics[:1], (above, "rep"))
