"""`[targets.check]` of salesperf.toml: from where on a target is a finding."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field


class CheckSection(BaseModel):
    """`[targets.check]`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    growth: Decimal = Field(
        default=Decimal("0.5"), gt=0, description="growth on the same days of last year from which a target is too high"
    )
    least: Decimal = Field(
        default=Decimal("0.95"), ge=0, description="part of last year's actual below which a target is too low"
    )
    newcomer_months: int = Field(
        default=3, ge=1, le=24, description="months after hiring that are held against the first months of others"
    )
    newcomer: Decimal = Field(
        default=Decimal("0.5"), gt=0, description="how far above what newcomers reached their target is too high"
    )
    equal: Decimal = Field(
        default=Decimal(2), gt=1, description="times that last year's actuals differ while all targets are equal"
    )
    season: Decimal = Field(
        default=Decimal("0.5"), gt=0, description="how far the share of a month may lie from that of its season"
    )
    sums: Decimal = Field(
        default=Decimal("0.005"),
        ge=0,
        description="difference of a target and its parts, as a part of it, that is none",
    )
