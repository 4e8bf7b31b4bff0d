"""`[targets.onboarding]` of salesperf.toml: when a newcomer has arrived."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class OnboardingSection(BaseModel):
    """`[targets.onboarding]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    reaches: float = Field(
        default=0.8, gt=0, description="part of the peers' attainment at which a newcomer is on board"
    )
    months: int = Field(default=3, ge=1, le=12, description="months, up to each one, over which attainment is taken")
