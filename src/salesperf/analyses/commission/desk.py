"""What a plan is worked out with: what was measured for each component, what is to be reached, whom it holds for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.above import Hierarchy, hierarchy
from salesperf.analyses.commission.assigned import cover_of, within_cover
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.collecting.order_shares import OrderCash, cash_by_order
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import Credited, Ground, with_overlays
from salesperf.analyses.commission.measuring import Measuring, asks_for_cash
from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.records import record_before
from salesperf.analyses.commission.returns_known import Known, has_returns, known_returns, without_returns
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.targets import Quotas, Targets
from salesperf.analyses.commission.written.answers import Clawback, Overlays
from salesperf.analyses.commission.written.choices import CHOICES
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text
from salesperf.facts.undone_sales import Undone

ZERO = Decimal(0)
_WINDOWS = {"quarter": Grain.QUARTER, "year": Grain.YEAR}
_NOT_SAID = Text("the plan does not say what overlays are for", "方案未写明叠加业绩的用途")
_SEE_BELOW = Text("write overlays under [plan]", "请在 [plan] 中写明 overlays")
_OPEN = Text("plan.overlays is missing: {sentence}", "缺少 plan.overlays：{sentence}")


class Version(Struct, frozen=True):
    """What is known from a period on, in which sales of earlier ones came back: the measures by component."""

    since: Period
    credited: Mapping[str, Credited]
    orders: Mapping[str, Credited] = field(default_factory=dict)
    """The same by order, of components that wait for cash."""


class Desk(Struct, frozen=True):
    """A plan with everything its components are asked with: what was measured for each, and what is to be reached."""

    ground: Ground
    plan: Plan
    periods: tuple[Period, ...]
    credited: Mapping[str, Credited]
    quotas: Quotas
    attained: Mapping[str, Credited] = field(default_factory=dict)
    """What counts against targets, by component, where that is more than what is paid."""
    cover: Cover | None = None
    """Whom the plan holds for; None for everybody."""
    hierarchy: Hierarchy = Hierarchy()
    """Who is above whom, where the plan has an override."""
    later: tuple[Version, ...] = ()
    """What was measured when sales of earlier periods had come back, in order."""
    undone: Undone | None = None
    """Which sale each return takes back, where the plan asks for it."""
    told: tuple[Text, ...] = ()
    """What returns do not take back."""
    whole: Ground | None = None
    """All events, also those of people and days that the plan does not hold for."""
    cash: OrderCash | None = None
    """What of each order was collected, where a component asks for it."""
    orders: Mapping[str, Credited] = field(default_factory=dict)
    """What is paid for by order, of components that wait for cash."""

    def people(self) -> tuple[str, ...]:
        """Everybody who is credited with anything, or whom the plan names for some of its periods."""
        measured = (*self.credited.values(), *self.attained.values())
        known = {who for found in measured for who in found.amounts if who is not None}
        named = self.cover.people(Span(self.periods[0].start, self.periods[-1].end)) if self.cover else frozenset()
        return tuple(sorted(known | named | self._above(known)))

    def _above(self, known: Collection[str]) -> set[str]:
        """Those who may be paid of what others earn, and for whom the plan holds."""
        if not any(is_of_earned(component) for component in self.plan.component):
            return set()
        above = {one.manager for one in self.hierarchy.above if one.rep in known}
        return {who for who in above if any(self.part(who, period) for period in self.periods)}

    def is_its(self, who: str, period: Period) -> bool:
        """Whether what a period brings somebody beside sales is for this plan: the last that held for them by its end.

        Of a plan that names its people itself others are not known: it is where it holds in the period.
        """
        if self.cover is None or self.cover.elsewhere is None:
            return bool(self.part(who, period))
        own, others = (
            max((min(one.end, period.end) for one in spans if one.start <= period.end), default=None)
            for spans in (self.cover.spans_of(who), self.cover.elsewhere.get(who, ()))
        )
        return own is not None and (others is None or own > others)

    def part(self, who: str, period: Period) -> Fraction:
        """How much of a period the plan holds for somebody."""
        return self.cover.part(who, period) if self.cover else Fraction(1)

    def present(self, who: str, period: Period) -> Fraction:
        """How much of a period somebody was there for under the plan: what is fixed is cut to it."""
        return self.cover.present(who, period) if self.cover else Fraction(1)

    def credited_by(self, period: Period) -> Mapping[str, Credited]:
        """What is measured by the end of a period; under pro rata returns never change what a period is paid for."""
        known = self.credited
        for version in self.later if self.plan.plan.clawback is not Clawback.PRO_RATA else ():
            known = version.credited if version.since.start <= period.start else known
        return known

    def by_order(self, period: Period) -> Mapping[str, Credited]:
        """What is measured by order, by the end of a period; of components that wait for cash."""
        known = self.orders
        for version in self.later:
            known = version.orders if version.since.start <= period.start else known
        return known

    def case(
        self, component: AnyComponent, who: str, period: Period, *, known: Mapping[str, Credited] | None = None
    ) -> Case:
        """What the rule of a component is asked for one person and period, by what is `known`: by its end, if None."""
        found = (known or self.credited_by(period))[component.name]
        window = self.window(component, period)
        now = Span(window.start, period.end)
        earlier = Span(window.start, period.start) if window.start < period.start else None
        needs = component.needs
        case = Case(
            credited=found.of(who, period),
            before=found.within(who, earlier) if earlier else ZERO,
            target=self.targets.of(who, needs.reached or found.metric.key, window),
            parts=found.parts.get((who, period), {}),
            labels=found.labels,
        )
        attained = self.attained.get(component.name)
        if needs.reached is not None:
            counted = attained or found
            before = counted.reached_within(who, earlier) if earlier else ZERO
            case = replace(case, reached=counted.reached_within(who, now), reached_before=before)
        elif attained is not None:
            before = attained.within(who, earlier) if earlier else ZERO
            case = replace(case, reached=attained.within(who, now), reached_before=before)
        if component.per == "deal":
            earlier_ones = [one for one in self.periods if one.end < period.start]
            case = replace(case, parts_before=found.parts_within(who, earlier_ones, list(case.parts)))
        if needs.proportion is not None:
            case = replace(
                case,
                proportion=found.proportion_within(who, now),
                proportion_before=found.proportion_within(who, earlier) if earlier else None,
                proportions=found.parts.proportions((who, period)),
            )
        if needs.record is not None:
            names = (who, found.name(who))
            record = record_before(period, found.ever(who), needs.record, names=names)
            case = replace(case, record=record)
        return case

    @property
    def targets(self) -> Targets:
        """What each person is to reach."""
        return Targets(self.ground.days, self.plan, self.quotas, self.cover)

    def window(self, component: AnyComponent, period: Period) -> Period:
        """The period, quarter or year that a component counts over, or all days of the plan to date."""
        if component.per == "dates":
            return Period(self.periods[0].start, period.end)
        grain = _WINDOWS.get(component.per)
        return period if grain is None else self.ground.days.period(grain, period.start)


def desk_of(
    ground: Ground, plan: Plan, periods: tuple[Period, ...], quotas: Quotas, *, since: date | None = None
) -> tuple[Desk, tuple[Text, ...]]:
    """Everything measured, and the sales `since` a day of reps for whom the plan does not hold.

    Overlays are as the plan says; raises `ConfigError` where it does not say what they are for.
    """
    overlays, cover = plan.plan.overlays, cover_of(plan, ground)
    if ground.overlaid is not None and overlays is None:
        told = _OPEN.fill(sentence=CHOICES["overlays"].sentence)
        raise ConfigError(_NOT_SAID, _SEE_BELOW, (issue("C605", told),))
    has_overrides = any(isinstance(one, OverrideRule) for one in plan.component)
    above = hierarchy(ground) if has_overrides else Hierarchy()
    whole = with_overlays(ground) if overlays is Overlays.PAY else ground
    paid, uncovered = within_cover(whole, cover, told=Span(since or periods[0].start, periods[-1].end))
    by_sale = plan.plan.clawback is not Clawback.CURRENT_RATE
    known = known_returns(whole, periods, cover) if by_sale else Known(whole)
    counted = _counted(ground, whole, plan, is_by_sale=known.undone is not None)
    cash = cash_by_order(ground) if asks_for_cash(plan) else None
    asked = Measuring(plan, periods, above, cover, cash)
    desk = Desk(
        ground=paid,
        plan=plan,
        periods=periods,
        credited=asked.measured(known.paid),
        quotas=quotas,
        attained={} if counted is None else asked.measured(counted),
        cover=cover,
        hierarchy=above,
        later=tuple(Version(since, asked.measured(one), asked.by_order(one)) for since, one in known.later),
        undone=known.undone,
        told=known.told,
        whole=ground,
        cash=cash,
        orders=asked.by_order(known.paid),
    )
    return desk, uncovered


def _counted(ground: Ground, whole: Ground, plan: Plan, *, is_by_sale: bool) -> Ground | None:
    """What counts against targets, where that is not what is paid for.

    Returns lower it in the period in which they come, or never, as the plan says.
    """
    is_more = ground.overlaid is not None and plan.plan.overlays is Overlays.ATTAINMENT
    counted = with_overlays(ground) if is_more else whole
    if not plan.plan.returns_reduce_attainment and has_returns(counted):
        return without_returns(counted)
    return counted if is_more or is_by_sale else None


def is_of_earned(component: AnyComponent) -> bool:
    """Whether a component is paid of what others are paid."""
    return isinstance(component, OverrideRule) and component.of == "earned"
