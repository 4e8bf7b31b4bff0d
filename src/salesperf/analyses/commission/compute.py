"""A plan worked out: every component of every participant in every period from the plan's first day on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.above import earned_below
from salesperf.analyses.commission.case import Case
from salesperf.analyses.commission.clawback import Taken, taken_back
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.desk import Desk, desk_of, is_of_earned
from salesperf.analyses.commission.events import events_behind
from salesperf.analyses.commission.honours.awarded import lines_of_honours
from salesperf.analyses.commission.lacking import refuse_lacking
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.measured import PARTICIPANT
from salesperf.analyses.commission.payout_line import payout_line
from salesperf.analyses.commission.people.brought_in import BroughtIn, brought_in
from salesperf.analyses.commission.people.clawback_released import of_released
from salesperf.analyses.commission.people.settlement import Standing, settlement
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.pools.filled import Filled, filled_pools, lines_of_pools
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.steady import credited_below_zero, leaves_nothing
from salesperf.analyses.commission.targets import Quotas
from salesperf.analyses.commission.to_date import refuse_sums
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.analyses.commission.trued_up import lines_of_component
from salesperf.analyses.commission.waiting import lines_waiting
from salesperf.analyses.commission.written.answers import Clawback
from salesperf.core.errors import ANYWHERE, Where
from salesperf.core.period import Period, Span
from salesperf.core.text import Text

_NOT_ITS = Text(
    "{rep!r}: an adjustment or opening balance is not counted: the plan {plan} does not hold for them then",
    "「{rep}」：调整或期初余额未计入：方案 {plan} 当期不适用于该销售员",
)


Place = tuple[str, Period]
"""Somebody, and a period of the plan."""


class Payroll(Struct, frozen=True):
    """What a plan pays: the lines of every participant and period, and how everybody stands after the last."""

    desk: Desk
    lines: tuple[Line, ...]
    standings: Mapping[str, Standing]
    uncovered: tuple[Text, ...] = ()
    """Sales of reps on days on which the plan does not hold for them."""
    pools: tuple[Filled, ...] = ()
    told: tuple[Text, ...] = ()
    """What is not paid or not taken back, of returns, adjustments and opening balances."""

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


def payroll(ground: Ground, plan: Plan, until: Period, quotas: Quotas, *, since: date | None = None) -> Payroll:
    """Work out a plan from its first day to the end of a period; earlier periods matter to what is to date.

    Where only what begins `since` a day is asked about, the lines of earlier periods are left out that leave nothing
    behind; those after it are the same.
    """
    refuse_sums(plan, ground.catalog)
    periods = ground.days.periods(plan.plan.grain, Span(plan.plan.start, until.end))
    desk, uncovered = desk_of(ground, plan, periods, quotas, since=since)
    there = None if desk.cover is None else desk.cover.days_there
    pools = filled_pools(desk.ground, plan.pool, periods, quotas, plan.pool_terms, days_there=there)
    of_pools = lines_of_pools(pools, plan.pool_terms)
    honours = lines_of_honours(desk.ground, plan.honour, periods, plan.pool_terms, _is_there(desk))
    beside = {place: (*of_pools.get(place, ()), *honours.get(place, ())) for place in (*of_pools, *honours)}
    brought, told = _brought_in(desk)
    taken = taken_back(desk)
    people = sorted({*desk.people(), *(who for who, _ in (*beside, *brought.adjustments)), *brought.balances})
    needed = _needed(desk, people, since, kept={*brought.balances, *(who for who, _ in (*taken, *brought.adjustments))})
    earned_by = {(who, period): tuple(_of_components(desk, who, period)) for who in people for period in needed[who]}
    for place, of_place in taken.items():
        earned_by[place] = (*earned_by[place], *(one.line for one in of_place))
    sources = _Sources(earned_by, beside, taken, lines_waiting(desk, earned_by, taken), brought)
    lines: list[Line] = []
    standings: dict[str, Standing] = {}
    for who in people:
        found, standings[who] = _of_person(desk, who, needed[who], sources)
        lines += found
    refuse_lacking(plan, lines, first_row=lambda line, part: _first_row(desk, line, part))
    return Payroll(desk, tuple(lines), standings, uncovered, pools, (*desk.told, *told))


def _first_row(desk: Desk, line: Line, part: tuple[str, ...]) -> Where:
    """Where the first row of a part of a line stands in the files."""
    component = next(one for one in desk.plan.component if one.name == line.component)
    days = component.needs.within(line.period) or line.period
    columns = columns_of_parts(component.needs.parts)
    rows = events_behind(desk.credited[component.name], line.participant, days, parts=columns)
    return next((Where(one.file, one.sheet, one.row) for one in rows if one.file and one.parts == part), ANYWHERE)


def _needed(
    desk: Desk, people: Sequence[str], since: date | None, *, kept: Collection[str]
) -> Mapping[str, tuple[Period, ...]]:
    """The periods that must be worked out of everybody: all of those to whom earlier ones matter."""
    if since is None or not leaves_nothing(desk.plan):
        return dict.fromkeys(people, desk.periods)
    fallen = credited_below_zero(desk, since) | set(kept)
    asked = tuple(one for one in desk.periods if one.end >= since)
    return {who: desk.periods if who in fallen else asked for who in people}


class _Sources(Struct, frozen=True):
    """Where the lines of a person and period come from: components, pools and honours, returns, cash, corrections."""

    earned_by: Mapping[Place, tuple[Line, ...]]
    beside: Mapping[Place, tuple[Line, ...]]
    taken: Mapping[Place, tuple[Taken, ...]]
    waiting: Mapping[Place, tuple[Line, ...]]
    brought: BroughtIn

    def has_more(self, place: Place) -> bool:
        """Whether anything is to be said of a period in which the plan does not hold for somebody."""
        if any(place in more for more in (self.beside, self.taken, self.waiting, self.brought.adjustments)):
            return True
        return any(line.pay or line.credited for line in self.earned_by[place])

    def of(self, place: Place, of_earned: Iterable[Line]) -> tuple[Line, ...]:
        """What components pay, also those paid of what others earn; what waits for cash, pools and honours."""
        paid = (one for one in self.earned_by[place] if one.kind is not Kind.CLAWBACK)
        return (*paid, *of_earned, *self.waiting.get(place, ()), *self.beside.get(place, ()))


def _of_person(desk: Desk, who: str, periods: Sequence[Period], sources: _Sources) -> tuple[list[Line], Standing]:
    """The lines of one person, period by period, and how they stand after the last."""
    plan, brought = desk.plan, sources.brought
    standing, numbers = brought.standing(who, plan.settlement), dict[Period, int]()
    opening = brought.opening(who, desk.periods[0], plan.settlement)
    lines: list[Line] = []
    for period in periods:
        part, place = desk.present(who, period), (who, period)
        if not (part or standing.owed or standing.reserve or sources.has_more(place)):
            continue
        back, standing = _back(plan, sources.taken.get(place, ()), standing, numbers)
        own = (*sources.of(place, _of_earned(desk, who, period, sources.earned_by)), *back)
        own = (*(opening if period == desk.periods[0] else ()), *own, *brought.adjustments.get(place, ()))
        found = settlement(plan.settlement, own, standing, of=place, part=part)
        standing = found.standing
        numbers[period] = standing.number
        lines += [*own, *found.lines]
    return lines, standing


def _brought_in(desk: Desk) -> tuple[BroughtIn, tuple[Text, ...]]:
    """Adjustments and opening balances of those for whom the plan holds then, and what is not for it.

    What may be for another plan, as assignments tell, is not told.
    """
    ground, periods = desk.ground, desk.periods
    reps = ground.reps
    found = brought_in(ground.bundle, reps, periods, desk.plan.settlement, ground.days)
    own = {place: lines for place, lines in found.adjustments.items() if desk.is_its(*place)}
    balances = {who: of for who, of in found.balances.items() if desk.part(who, periods[0])}
    others = (desk.cover.elsewhere if desk.cover is not None else None) or {}
    left = {who for who, _ in found.adjustments.keys() - own.keys()} | (found.balances.keys() - balances.keys())
    told = tuple(_NOT_ITS.fill(rep=who, plan=desk.plan.plan.id) for who in sorted(left - others.keys()))
    return BroughtIn(own, balances), told


def _is_there(desk: Desk) -> Callable[[str, Period], bool]:
    return lambda who, period: bool(desk.present(who, period))


def _back(
    plan: Plan, taken: Sequence[Taken], standing: Standing, numbers: Mapping[Period, int]
) -> tuple[list[Line], Standing]:
    """The lines that take back, and the standing after them: under `paid_part_only` what is held back is not taken."""
    if plan.plan.clawback is not Clawback.PAID_PART_ONLY:
        return [one.line for one in taken], standing
    lines = []
    for one in taken:
        line, standing = of_released(one.line, one.of, standing, terms=plan.settlement, numbers=numbers)
        lines.append(line)
    return lines, standing


def _of_components(desk: Desk, who: str, period: Period) -> Iterator[Line]:
    """What components pay that ask for no other's pay."""
    for component in desk.plan.component:
        if not is_of_earned(component):
            yield from lines_of_component(desk, component, who, period)


def _of_earned(
    desk: Desk, who: str, period: Period, earned_by: Mapping[tuple[str, Period], tuple[Line, ...]]
) -> Iterator[Line]:
    """What components pay of what others earn."""
    for component in desk.plan.component:
        if isinstance(component, OverrideRule) and component.of == "earned" and desk.cover is not None:
            amount, reasons = earned_below(
                component, who, period, known=desk.hierarchy, lines=earned_by, cover=desk.cover
            )
            line = payout_line(desk.plan, component, who, period, Case(credited=amount))
            yield replace(line, reasons=(*line.reasons, *reasons))
