"""The plan file: `[plan]` with its choices, and its components in order."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from salesperf.analyses.commission.honours.terms import Honour
from salesperf.analyses.commission.people.draws import Draw
from salesperf.analyses.commission.people.quota_terms import QuotaTerms
from salesperf.analyses.commission.people.settlement import SettlementTerms
from salesperf.analyses.commission.people.terms import Guarantee, Holdback, PersonLimits
from salesperf.analyses.commission.pools.terms import Pool, PoolTerms
from salesperf.analyses.commission.rules.accelerator import MarginalAccelerator, WholeAccelerator
from salesperf.analyses.commission.rules.collected import CollectedRule
from salesperf.analyses.commission.rules.discount import DiscountRule
from salesperf.analyses.commission.rules.flat import FlatRule
from salesperf.analyses.commission.rules.margin import MarginRule
from salesperf.analyses.commission.rules.over_target import OverTarget
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.rules.rates import RateTable
from salesperf.analyses.commission.rules.record_bonus import RecordBonus
from salesperf.analyses.commission.rules.spif import SpifRule
from salesperf.analyses.commission.rules.tiered import InterpolatedTiers, MarginalTiers, WholeTiers
from salesperf.analyses.commission.written.answers import Clawback, DayCount, NegativeBalance, Overlays, RateDay
from salesperf.analyses.commission.written.tiers import Written
from salesperf.analyses.commission.written.who import Who
from salesperf.core.money import Rounding
from salesperf.core.period import Grain
from salesperf.core.text import Text

_NEVER = Text("a plan ends on its last day or later than it begins", "方案的结束日不能早于开始日")
_PAYS_NOTHING = Text(
    "a plan needs a [[component]], or a [[pool]] or [[honour]]",
    "方案至少需要一个 [[component]]、[[pool]] 或 [[honour]]",
)
_TWICE = Text("two components are called {name!r}", "有两个组成部分都叫「{name}」")
_TWICE_HONOUR = Text("an honour and something else are called {name!r}", "有荣誉与其他项同名「{name}」")
PERIODS = {"month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}


class RoundingTerms(Written):
    """`rounding = { mode = "half_up", places = 2 }`: once, on each payout line."""

    mode: Rounding = Field(description="half_up, half_even or down")
    places: int = Field(ge=0, le=6, description="decimals of a payout")


class Terms(Written):
    """`[plan]`: what it is called, when it holds, and the choices that no default makes."""

    id: str = Field(min_length=1, description="stable name; versions of one plan share it")
    version: int = Field(ge=1, description="counts up with each change")
    title: str | None = Field(default=None, description="what people call it; the id when not set")
    title_zh: str | None = Field(default=None, description="the same in Chinese")
    start: date = Field(alias="from", description="first day on which it holds")
    to: date | None = Field(default=None, description="last day; not set while it is open")
    currency: str = Field(pattern="^[A-Z]{3}$", description="ISO code of what it pays")
    period: Literal["month", "quarter", "year"] = Field(description="how often it is settled")
    rounding: RoundingTerms = Field(description="mode and places, once a payout line: { mode, places }")
    day_count: DayCount = Field(description="how the part of a period is counted that somebody was there for")
    clawback: Clawback = Field(description="what a return takes back")
    negative_balance: NegativeBalance = Field(description="what happens when more is taken back than was earned")
    returns_reduce_attainment: bool = Field(description="whether returns lower what counts against targets")
    who: Who | None = Field(
        default=None, description="whom it is for where no table of assignments says so; everybody when not set"
    )
    unassigned: Literal["refused", "unpaid"] = Field(
        default="refused",
        description="what becomes of sales on days on which a table of assignments leaves their rep without a plan: "
        "refused as a fault of the data, or unpaid and told",
    )
    fx: RateDay | None = Field(
        default=None, description="which day's rate holds: event, period_end or plan; needed for other currencies"
    )
    overlays: Overlays | None = Field(
        default=None, description="what credits beside the whole are for: pay or attainment; needed where there are any"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to is not None and self.to < self.start:
            raise PydanticCustomError("never", "ends before it begins", {"hint": _NEVER})
        return self

    @property
    def label(self) -> Text:
        """What people call it."""
        title = self.title or self.id
        return Text(title, self.title_zh or title)

    @property
    def grain(self) -> Grain:
        """The length of a period."""
        return PERIODS[self.period]


AnyTiers = Annotated[MarginalTiers | WholeTiers | InterpolatedTiers, Field(discriminator="mode")]
AnyAccelerator = Annotated[MarginalAccelerator | WholeAccelerator, Field(discriminator="mode")]
AnyComponent = Annotated[
    FlatRule
    | AnyTiers
    | AnyAccelerator
    | RateTable
    | MarginRule
    | DiscountRule
    | SpifRule
    | CollectedRule
    | OverTarget
    | RecordBonus
    | OverrideRule,
    Field(discriminator="rule"),
]
"""Every rule kind."""


class Plan(Written):
    """A whole plan file."""

    plan: Terms
    component: tuple[AnyComponent, ...] = Field(default=(), description="what is paid, in the order of statements")
    person: PersonLimits | None = Field(default=None, description="limits of what all components pay somebody")
    guarantee: Guarantee | None = Field(default=None, description="what is paid at least and not owed back")
    draw: Draw | None = Field(default=None, description="what is paid ahead of commission")
    quota: QuotaTerms | None = Field(default=None, description="what of a target holds for joiners and leavers")
    pool: tuple[Pool, ...] = Field(default=(), description="what teams earn together")
    honour: tuple[Honour, ...] = Field(default=(), description="who is honoured, and what that pays")
    holdback: Holdback | None = Field(default=None, description="what is kept back and released later")

    @field_validator("component")
    @classmethod
    def _named_once(cls, components: tuple[AnyComponent, ...]) -> tuple[AnyComponent, ...]:
        names = [one.name for one in components]
        for name in names:
            if names.count(name) > 1:
                raise PydanticCustomError("twice", "are not told apart", {"hint": _TWICE.fill(name=name)})
        return components

    @model_validator(mode="after")
    def _pays_something(self) -> Self:
        if not (self.component or self.pool or self.honour or self.draw or self.guarantee):
            raise PydanticCustomError("pays_nothing", "pays nothing", {"hint": _PAYS_NOTHING})
        return self

    @model_validator(mode="after")
    def _honours_named_once(self) -> Self:
        names = [one.name for one in (*self.component, *self.pool, *self.honour)]
        for honour in self.honour:
            if names.count(honour.name) > 1:
                raise PydanticCustomError("twice", "are not told apart", {"hint": _TWICE_HONOUR.fill(name=honour.name)})
        return self

    def without_targets(self) -> Plan:
        """The same plan where who has no target is not paid by it: to look at what it would pay the others."""
        quota = (self.quota or QuotaTerms()).model_copy(update={"missing": "unpaid"})
        return self.model_copy(update={"quota": quota})

    @property
    def settlement(self) -> SettlementTerms:
        """What it says about a person's sum."""
        terms = self.plan
        return SettlementTerms(
            terms.id,
            terms.rounding.places,
            terms.rounding.mode,
            terms.negative_balance,
            self.person,
            self.guarantee,
            self.draw,
            self.holdback,
        )

    @property
    def pool_terms(self) -> PoolTerms:
        """What its pools are settled by."""
        terms = self.plan
        return PoolTerms(terms.id, terms.grain, terms.rounding.places, terms.rounding.mode, terms.day_count)
