"""The sections that tell of a company or a team: what is in their reach, and how they are set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from salesperf.app.pack_plans.plan import Asked, SectionPlan

_KPIS = ("net_revenue", "gross_margin", "orders", "new_customers", "retention_rate", "collection_rate")
_MOVERS = ("team", "region", "category", "product", "channel", "rep")
Against = Literal["yoy", "prev"]


class HeadlinePlan(SectionPlan):
    """`headline`: what happened, in sentences, and the figures that matter as tiles."""

    kind: Literal["headline"]
    metrics: tuple[str, ...] = Field(
        default=_KPIS, min_length=1, description="metrics shown as tiles; the first is what the sentences speak of"
    )
    movers: tuple[str, ...] = Field(
        default=_MOVERS, description="dimensions to look for what moved it; the first that the files tell"
    )
    months: int = Field(default=13, ge=2, le=60, description="periods behind each tile")

    def asks(self) -> Iterator[Asked]:
        """The tiles, and the first of them by the dimensions it may have moved by."""
        yield Asked(self.metrics)
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
