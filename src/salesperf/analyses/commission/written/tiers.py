"""Tiers as a plan file writes them: one bound between two of them, so that no amount is in none or in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.curve import Curve, Point
from salesperf.analyses.commission.ladder import Ladder
from salesperf.core.money import EXACT
from salesperf.core.text import Text

AnyTier = TypeVar("AnyTier", bound="Bounded")
_NINES = Decimal("0.99")
_CENT = Decimal("0.01")
_ONE_OPEN = Text("leave `to` out of the last tier, and of no other: it has no end", "只有最后一档不写 to：该档没有上限")
_ASCEND = Text(
    "tier {number} ends at {to}, which is not above {before} where the one before it ends",
    "第{number}档止于 {to}，不高于上一档的终点 {before}",
)
_GAP = Text(
    "tier {number} begins at {start}, {end} is where the one before it ends: amounts between are in none; "
    "leave `from` out, each tier begins where the one before it ends",
    "第{number}档始于 {start}，而上一档止于 {end}：中间的金额不属于任何一档；请去掉 from，每一档从上一档终点开始",
)
_OVERLAP = Text(
    "tier {number} begins at {start}, below {end} where the one before it ends: amounts between are in both; "
    "leave `from` out, each tier begins where the one before it ends",
    "第{number}档始于 {start}，低于上一档终点 {end}：中间的金额同属两档；请去掉 from，每一档从上一档终点开始",
)
_POINT_NINES = Text(
    "tier {number} ends at {to}: what lies between that and the next cent is in no tier, and is paid a cent less; "
    "write {rounded}, `tie` says which tier the bound itself is in",
    "第{number}档止于 {to}：其与下一分之间的金额不属于任何一档，会少付一分；请写 {rounded}，边界归哪一档由 tie 决定",
)
_EMPTY = Text("write one tier at least, such as [{ rate = 0.02 }]", "请至少写一档，如 [{ rate = 0.02 }]")
_POINTS_ASCEND = Text(
    "point {number} is at {at}, which is not above {before} of the one before it",
    "第{number}个点位于 {at}，不高于上一个点 {before}",
)


class Written(BaseModel):
    """One table of a plan file; a key it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class Bounded(Written):
    """Where a tier begins and ends; `from` may stand there when it repeats the bound before."""

    start: Decimal | None = Field(default=None, alias="from", description="where it begins: the end of the one before")
    to: Decimal | None = Field(default=None, description="where it ends; not set for the last tier")


class Tier(Bounded):
    """`{ to = 1_000_000, rate = 0.01 }`."""

    rate: Decimal = Field(description="what it pays, as a fraction: 0.015 is 1.5 %")


class FactorTier(Bounded):
    """`{ to = 1, factor = 0.5 }`: up to the target half of a base rate."""

    factor: Decimal = Field(ge=0, description="what the base rate is multiplied by: 1.5 is half as much again")


def _fault(told: Text) -> PydanticCustomError:
    """A fault that config_faults tells in both languages."""
    return PydanticCustomError("no_tiers", "cannot be tiers", {"hint": told})


def _checked(tiers: tuple[AnyTier, ...]) -> tuple[AnyTier, ...]:
    told = tuple(faults_of_tiers(tiers))
    if told:
        english, chinese = "; ".join(one.en for one in told), "；".join(one.zh for one in told)
        raise _fault(Text(english, chinese))
    return tiers


def faults_of_tiers(tiers: Sequence[Bounded]) -> Iterator[Text]:
    """What is wrong with tiers, each with its number from 1."""
    if not tiers:
        yield _EMPTY
        return
    if any(tier.to is None for tier in tiers[:-1]) or tiers[-1].to is not None:
        yield _ONE_OPEN
    for number, tier in enumerate(tiers, start=1):
        if tier.to is not None and tier.to % 1 == _NINES:
            yield _POINT_NINES.fill(number=number, to=tier.to, rounded=tier.to + _CENT)
    for number, (before, tier) in enumerate(pairwise(tiers), start=2):
        if before.to is None:
            continue
        if tier.to is not None and tier.to <= before.to:
            yield _ASCEND.fill(number=number, to=tier.to, before=before.to)
        if tier.start is not None and tier.start != before.to:
            words = _GAP if tier.start > before.to else _OVERLAP
            yield words.fill(number=number, start=tier.start, end=before.to)


Tiers = Annotated[tuple[Tier, ...], AfterValidator(_checked)]
"""Tiers without a gap, an overlap or a bound of .99, the last of them open."""
FactorTiers = Annotated[tuple[FactorTier, ...], AfterValidator(_checked)]
"""The same, of factors."""


@lru_cache(maxsize=1024)
def ladder_of(tiers: tuple[Tier, ...]) -> Ladder:
    """The tiers as rates between bounds."""
    return Ladder(_bounds(tiers), tuple(tier.rate for tier in tiers))


@lru_cache(maxsize=1024)
def ladder_of_factors(tiers: tuple[FactorTier, ...], rate: Decimal) -> Ladder:
    """A base rate times the factor of each tier, as rates between bounds."""
    return Ladder(_bounds(tiers), tuple(EXACT.multiply(rate, tier.factor) for tier in tiers))


def _bounds(tiers: Sequence[Bounded]) -> tuple[Decimal, ...]:
    return tuple(tier.to for tier in tiers if tier.to is not None)


class CurvePoint(Written):
    """`{ at = 1.0, rate = 0.02 }`: at this amount, or this share of the target, exactly this rate."""

    at: Decimal = Field(description="the amount, or the attainment as a fraction")
    rate: Decimal = Field(description="what is paid there, as a fraction")


def _in_order(points: tuple[CurvePoint, ...]) -> tuple[CurvePoint, ...]:
    told = [
        _POINTS_ASCEND.fill(number=number, at=point.at, before=before.at)
        for number, (before, point) in enumerate(pairwise(points), start=2)
        if point.at <= before.at
    ]
    if told:
        raise _fault(Text("; ".join(one.en for one in told), "；".join(one.zh for one in told)))
    return points


Points = Annotated[tuple[CurvePoint, ...], Field(min_length=1), AfterValidator(_in_order)]
"""Points that ascend."""


def curve_of(points: Sequence[CurvePoint]) -> Curve:
    """The points as a curve."""
    return Curve(tuple(Point(point.at, point.rate) for point in points))
