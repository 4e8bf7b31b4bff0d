"""One person's payout taken apart: the rows that each component is followed over, and the rows that nobody pays for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.case import Earned
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import UNCOVERED
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.events import all_events, events_behind
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.analyses.commission.tracing import Trace, trace
from salesperf.analyses.commission.trued_up import as_advanced
from salesperf.core.errors import UsageError
from salesperf.core.period import Period, Span
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text, in_quotes

_ZERO = Decimal(0)


class Traced(Struct, frozen=True):
    """A component in one period: its line and the rows it is followed over."""

    component: AnyComponent
    line: Line
    events: tuple[Event, ...]
    trace: Trace


class Unpaid(Struct, frozen=True):
    """A row of the person that no component counts, and the reason."""

    period: Period
    event: Event
    why: Text


class Apart(Struct, frozen=True):
    """Somebody's payout under one plan for the periods asked about: its lines, and the rows behind and beside them."""

    who: str
    lines: tuple[Line, ...]
    traced: tuple[Traced, ...]
    unpaid: tuple[Unpaid, ...]

    def only(self, line: str) -> Apart:
        """The lines alone that are called so, by key or by words, and the rows behind them."""
        own = tuple(one for one in self.lines if line in _names(one))
        return Apart(self.who, own, tuple(one for one in self.traced if one.line in own), ())


def taken_apart(found: Payroll, who: str, asked: Span, *, others: Sequence[Cover] = ()) -> Apart:
    """Follow the payout of one person down to the rows, for the periods inside a span.

    Rows on days on which one of the `others` holds for the person are theirs.
    """
    periods = [one for one in found.desk.periods if asked.start <= one.start and one.end <= asked.end]
    lines = tuple(line for line in found.lines if line.participant == who and line.period in periods)
    traced = tuple(_traced(found, one, who, line) for line in lines for one in component_of(found, line))
    unpaid = (one for period in periods for one in _unpaid(found, who, period, traced, others))
    return Apart(who, lines, traced, tuple(unpaid))


def _names(line: Line) -> frozenset[str]:
    return frozenset({line.component, line.label.en, line.label.zh})


def no_such_line(apart: Sequence[Apart], asked: str) -> UsageError:
    """The fault of asking for a line that a payout does not have, with which may be meant."""
    known = dict.fromkeys(line.component for one in apart for line in one.lines)
    hint = did_you_mean(asked, list(known)) or phrases.LINES_ARE.fill(lines=in_quotes(known))
    return UsageError(phrases.NO_SUCH_LINE.fill(line=asked), hint)


def person_in(found: Payroll, asked: str) -> str | None:
    """The id of somebody whom a plan credits or names, by id or name; None for anybody else."""
    known = {found.name(who): who for who in found.desk.people()}
    return asked if asked in known.values() else known.get(asked)


def no_such_person(found: Sequence[Payroll], asked: str) -> UsageError:
    """The fault of asking for somebody whom none of the plans knows, with who may be meant."""
    known = dict.fromkeys(one.name(who) for one in found for who in one.desk.people())
    return UsageError(phrases.NO_SUCH_PERSON.fill(name=asked), did_you_mean(asked, list(known)) or Text("", ""))


def component_of(found: Payroll, line: Line) -> Iterator[AnyComponent]:
    """The component of an earning or an override; what follows from components has none."""
    if line.kind in {Kind.EARNING, Kind.OVERRIDE}:
        yield from (one for one in found.plan.component if one.name == line.component)


def _traced(found: Payroll, component: AnyComponent, who: str, line: Line) -> Traced:
    columns = columns_of_parts(component.needs.parts)
    days = component.needs.within(line.period)
    credited = found.desk.credited[component.name]
    events = () if days is None else events_behind(credited, who, days, parts=columns)
    if isinstance(component, OverrideRule) and component.of == "earned":
        # It is of what others are paid, which no row of the files is.
        return Traced(component, line, (), Trace((), _ZERO))
    case = found.desk.case(component, who, line.period)
    return Traced(component, line, events, trace(as_advanced(component), case, line.earned or Earned(), events))


def _unpaid(
    found: Payroll, who: str, period: Period, traced: Sequence[Traced], others: Sequence[Cover]
) -> Iterator[Unpaid]:
    """The person's rows that no component counts, each with the reason."""
    paid = {event.place for one in traced if one.line.period == period for event in one.events}
    seen = paid | {place for line in found.of(period) if line.participant == who for place in line.undone}
    for component in found.plan.component:
        measured = found.desk.credited[component.name]
        if measured.rows is not None:
            continue
        whole = found.desk.ground.scope(component.measure, by=("rep",), where=())
        for event in all_events(whole, measured.metric, who, period):
            if event.place not in seen:
                seen.add(event.place)
                yield Unpaid(period, event, _reason(found, event))
        for event in all_events(whole, measured.metric, who, period, whose=UNCOVERED):
            if event.place not in seen and not any(one.holds(who, event.date) for one in others):
                seen.add(event.place)
                yield Unpaid(period, event, phrases.NOT_ON_THE_DAY.fill(plan=found.plan.plan.id))


def _reason(found: Payroll, event: Event) -> Text:
    if event.amount:
        conditions = [condition for one in found.plan.component for condition in one.where]
        return phrases.NOT_MEANT.fill(conditions=", ".join(dict.fromkeys(conditions)))
    if event.status:
        return phrases.EARNS_NOTHING.fill(status=event.status)
    return phrases.NO_AMOUNT
