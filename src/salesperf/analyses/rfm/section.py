"""`[rfm]` of salesperf.toml: how customers are scored and which map makes segments of the scores."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.rfm.axes import Often, Returns, Worth
from salesperf.core.text import Text

_UPWARDS = Text("write them from the lowest to the highest, each once", "请从小到大书写，且不重复")
_MOST_EDGES = 8


class RfmSection(BaseModel):
    """`[rfm]`; a preset's own choice holds where nothing is set."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    preset: str = Field(default="quintile", description="how scores are made, such as quintile or r-rfm")
    map: str | None = Field(
        default=None, description="the segment map: rf10, r-rfm, cn8, b2b4, or a TOML file beside this file"
    )
    bins: int | None = Field(default=None, ge=2, le=9, description="scores an axis has; of quantiles and equal sizes")
    frequency: Often = Field(default=Often.ORDERS, description="what frequency counts: orders, lines or days")
    monetary: Worth = Field(default=Worth.SUM, description="what monetary is: sum, or mean of the orders")
    returns: Returns = Field(
        default=Returns.NETTED, description="returns lower amounts and undo orders (netted), or not (ignored)"
    )
    window: int | None = Field(
        default=None,
        ge=1,
        description="days before the analysis date that frequency and monetary are of; all if not set",
    )
    recency_edges: tuple[int, ...] = Field(
        default=(), max_length=_MOST_EDGES, description="days between scores, for thresholds and cn8"
    )
    frequency_edges: tuple[int, ...] = Field(
        default=(), max_length=_MOST_EDGES, description="counts from which a higher score begins"
    )
    monetary_edges: tuple[Decimal, ...] = Field(
        default=(), max_length=_MOST_EDGES, description="amounts from which a higher score begins"
    )

    @field_validator("recency_edges", "frequency_edges", "monetary_edges")
    @classmethod
    def _upwards(cls, edges: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
        if list(edges) != sorted(set(edges)):
            raise PydanticCustomError("not_upwards", "are not from low to high", {"hint": _UPWARDS})
        return edges
