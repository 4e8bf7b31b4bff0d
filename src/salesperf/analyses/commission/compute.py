"""A plan worked out: every component of every participant in every period from the plan's first day on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.above import Hierarchy, earned_below, ground_above, hierarchy
from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.assigned import Cover, cover_of, within_cover
from salesperf.analyses.commission.case import Case, Earned
from salesperf.analyses.commission.credited import Credited, Ground, credited, with_overlays
from salesperf.analyses.commission.lacking import refuse_lacking
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.paying import earned
from salesperf.analyses.commission.people.limits import Limited, limited
from salesperf.analyses.commission.people.settlement import Standing, settlement
from salesperf.analyses.commission.phrases import AT_MOST, NOTHING_CREDITED
from salesperf.analyses.commission.plan import AnyComponent, Plan
from salesperf.analyses.commission.pools.filled import Filled, filled_pools, lines_of_pools
from salesperf.analyses.commission.records import record_before
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.to_date import refuse_sums
from salesperf.analyses.commission.written.choices import CHOICES, Overlays
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError
from salesperf.core.money import EXACT, settle
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text

ZERO = Decimal(0)
_WINDOWS = {"quarter": Grain.QUARTER, "year": Grain.YEAR}
_NOT_SAID = Text("the plan does not say what overlays are for", "方案未写明叠加业绩的用途")
_SEE_BELOW = Text("write overlays under [plan]", "请在 [plan] 中写明 overlays")
_OPEN = Text("plan.overlays is missing: {sentence}", "缺少 plan.overlays：{sentence}")
Quotas = Mapping[tuple[str, str, str, Period], Decimal]
"""What is to be reached: by scope (rep, team), key, metric and period."""


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

    def people(self) -> tuple[str, ...]:
        """Everybody who is credited with anything, or whom the plan names for some of its periods."""
        measured = (*self.credited.values(), *self.attained.values())
        known = {who for found in measured for who in found.amounts if who is not None}
        named = self.cover.people(Span(self.periods[0].start, self.periods[-1].end)) if self.cover else frozenset()
        return tuple(sorted(known | named | self._above(known)))

    def _above(self, known: Collection[str]) -> set[str]:
        """Those who may be paid of what others earn, and for whom the plan holds."""
        if not any(_is_of_earned(component) for component in self.plan.component):
            return set()
        above = {one.manager for one in self.hierarchy.above if one.rep in known}
        return {who for who in above if any(self.part(who, period) for period in self.periods)}

    def part(self, who: str, period: Period) -> Fraction:
        """How much of a period the plan holds for somebody."""
        return self.cover.part(who, period) if self.cover else Fraction(1)

    def case(self, component: AnyComponent, who: str, period: Period) -> Case:
        """What the rule of a component is asked for one person and period."""
        found, window = self.credited[component.name], self._window(component, period)
        now = Span(window.start, period.end)
        earlier = Span(window.start, period.start) if window.start < period.start else None
        needs = component.needs
        case = Case(
            credited=found.of(who, period),
            before=found.within(who, earlier) if earlier else ZERO,
            target=self._target(who, needs.reached or found.metric.key, window),
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
                proportions=found.proportions.get((who, period), {}),
            )
        if needs.record is not None:
            names = (who, found.names.get(who, who))
            record = record_before(period, found.ever(who), needs.record, names=names)
            case = replace(case, record=record)
        return case

    def _window(self, component: AnyComponent, period: Period) -> Period:
        if component.per == "dates":
            return Period(self.periods[0].start, period.end)
        grain = _WINDOWS.get(component.per)
        return period if grain is None else self.ground.days.period(grain, period.start)

    def _target(self, who: str, metric: str, window: Period) -> Decimal | None:
        """The target of the window: its own, else the sum of the plan's periods in it, where all of them are known."""
        own = self.quotas.get((PARTICIPANT, who, metric, window))
        if own is not None:
            return own
        inside = self.ground.days.periods(self.plan.plan.grain, window)
        places = [(PARTICIPANT, who, metric, one) for one in inside]
        known = [self.quotas[place] for place in places if place in self.quotas]
        return reduce(EXACT.add, known, ZERO) if known and len(known) == len(inside) else None


class Payroll(Struct, frozen=True):
    """What a plan pays: the lines of every participant and period, and how everybody stands after the last."""

    desk: Desk
    lines: tuple[Line, ...]
    standings: Mapping[str, Standing]
    uncovered: tuple[Text, ...] = ()
    """Sales of reps on days on which the plan does not hold for them."""
    pools: tuple[Filled, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan that is paid by."""
        return self.desk.plan

    def of(self, period: Period) -> tuple[Line, ...]:
        """The lines of one period."""
        return tuple(line for line in self.lines if line.period == period)

    def name(self, participant: str) -> str:
        """What people call a participant."""
        return next((one.scope.label(PARTICIPANT, participant) for one in self.desk.credited.values()), participant)


def payroll(ground: Ground, plan: Plan, until: Period, quotas: Quotas) -> Payroll:
    """Work out a plan from its first day to the end of a period; earlier periods matter to what is to date."""
    refuse_sums(plan, ground.catalog)
    periods = ground.days.periods(plan.plan.grain, Span(plan.plan.start, until.end))
    desk, uncovered = _desk(ground, plan, periods, quotas)
    pools = filled_pools(desk.ground, plan.pool, periods, quotas, plan.pool_terms)
    of_pools = lines_of_pools(pools, plan.pool_terms)
    people = tuple(sorted({*desk.people(), *(who for who, _ in of_pools)}))
    earned_by = {(who, period): tuple(_of_components(desk, who, period)) for who in people for period in periods}
    lines: list[Line] = []
    standings: dict[str, Standing] = {}
    for who in people:
        standing = Standing()
        for period in periods:
            part = desk.part(who, period)
            if not part and not (standing.owed or standing.reserve or (who, period) in of_pools):
                continue
            components = (*earned_by[who, period], *_of_earned(desk, who, period, earned_by))
            own = (*components, *of_pools.get((who, period), ()))
            found = settlement(plan.settlement, own, standing, part=part)
            standing = found.standing
            lines += [*own, *found.lines]
        standings[who] = standing
    refuse_lacking(plan, lines)
    return Payroll(desk, tuple(lines), standings, uncovered, pools)


def _desk(ground: Ground, plan: Plan, periods: tuple[Period, ...], quotas: Quotas) -> tuple[Desk, tuple[Text, ...]]:
    """Everything measured, overlays as the plan says; raises `ConfigError` where it does not say what they are for."""
    overlays, cover = plan.plan.overlays, cover_of(plan, ground)
    if ground.overlaid is not None and overlays is None:
        told = _OPEN.fill(sentence=CHOICES["overlays"].sentence)
        raise ConfigError(_NOT_SAID, _SEE_BELOW, (issue("C605", told),))
    has_overrides = any(isinstance(one, OverrideRule) for one in plan.component)
    known = hierarchy(ground) if has_overrides else Hierarchy()
    whole = with_overlays(ground) if overlays is Overlays.PAY else ground
    is_more = ground.overlaid is not None and overlays is Overlays.ATTAINMENT
    paid, uncovered = within_cover(whole, cover)
    desk = Desk(
        ground=paid,
        plan=plan,
        periods=periods,
        credited=_measured(whole, plan, periods, known, cover),
        quotas=quotas,
        attained=_measured(with_overlays(ground), plan, periods, known, cover) if is_more else {},
        cover=cover,
        hierarchy=known,
    )
    return desk, uncovered


def _measured(
    whole: Ground, plan: Plan, periods: tuple[Period, ...], known: Hierarchy, cover: Cover
) -> dict[str, Credited]:
    own, _ = within_cover(whole, cover)
    found = {}
    for one in plan.component:
        ground = ground_above(whole, one, known, cover) if isinstance(one, OverrideRule) else own
        found[one.name] = credited(ground, one.measure, periods, where=one.where, needs=one.needs)
    return found


def _of_components(desk: Desk, who: str, period: Period) -> Iterator[Line]:
    """What components pay that ask for no other's pay."""
    for component in desk.plan.component:
        if not _is_of_earned(component):
            yield _settled(desk.plan, component, who, period, desk.case(component, who, period))


def _of_earned(
    desk: Desk, who: str, period: Period, earned_by: Mapping[tuple[str, Period], tuple[Line, ...]]
) -> Iterator[Line]:
    """What components pay of what others earn."""
    for component in desk.plan.component:
        if isinstance(component, OverrideRule) and component.of == "earned" and desk.cover is not None:
            amount, reasons = earned_below(
                component, who, period, known=desk.hierarchy, lines=earned_by, cover=desk.cover
            )
            line = _settled(desk.plan, component, who, period, Case(credited=amount))
            yield replace(line, reasons=(*line.reasons, *reasons))


def _is_of_earned(component: AnyComponent) -> bool:
    return isinstance(component, OverrideRule) and component.of == "earned"


def _settled(plan: Plan, component: AnyComponent, who: str, period: Period, case: Case) -> Line:
    """The payout line: capped and floored, then rounded, once."""
    answer = earned(component, case)
    within = limited(answer.exact, cap=component.cap, floor=component.floor)
    terms = plan.plan
    pay = settle(within.amount, places=terms.rounding.places, mode=terms.rounding.mode)
    line = Line(
        participant=who,
        plan=terms.id,
        period=period,
        kind=Kind.OVERRIDE if isinstance(component, OverrideRule) else Kind.EARNING,
        component=component.name,
        label=component.label,
        pay=pay,
        credited=case.credited,
        target=case.target,
        to_date=case.to_date,
        earned=answer,
    )
    return replace(line, reasons=(*answer.reasons, *_why(component, case, answer, within)))


def _why(component: AnyComponent, case: Case, answer: Earned, within: Limited) -> Iterator[Text]:
    if within.withheld:
        yield AT_MOST.fill(cap=said(component.cap or ZERO), withheld=said(within.withheld))
    if not case.credited and not answer.exact and not answer.reasons:
        yield NOTHING_CREDITED
