"""`[lifecycle]` of salesperf.toml: after which silence a customer has left."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class LifecycleSection(BaseModel):
    """`[lifecycle]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    churn_days: int | None = Field(
        default=None,
        ge=1,
        description="days of silence after which a customer has left; where it is not set, more than nine in ten of "
        "its own gaps between purchases",
    )
