"""One person's payout taken apart: slice by slice, row by row, and why some rows pay nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.amounts import said
from salesperf.analyses.commission.case import Earned
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.credited import UNCOVERED
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.events import all_events, events_behind
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.plan import AnyComponent
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.slices import Slice
from salesperf.analyses.commission.told_apart import columns_of_parts
from salesperf.analyses.commission.tracing import Trace, trace
from salesperf.analyses.commission.trued_up import as_advanced
from salesperf.core.errors import UsageError
from salesperf.core.period import Period, Span
from salesperf.core.period_words import span_words
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-explain/1"
SHOWN = 20
"""Rows on the page; the records have all of them."""
_ZERO = Decimal(0)
_SEMICOLON = Text("; ", "；")
_LINES = (
    Column("line", phrases.COMPONENT),
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("why", phrases.WHY),
)
_SLICES = (
    Column("part", phrases.PART),
    Column("from", phrases.FROM, Unit.QUANTITY),
    Column("to", phrases.TO, Unit.QUANTITY),
    Column("amount", phrases.AMOUNT, Unit.QUANTITY),
    Column("rate", phrases.RATE, Unit.NUMBER),
    Column("pay", phrases.EXACT_PAY, Unit.MONEY, adds_up=True),
)
_WHERE = (
    Column("file", phrases.FILE),
    Column("sheet", phrases.SHEET),
    Column("row", phrases.ROW),
    Column("date", phrases.DATE),
    Column("order", phrases.ORDER),
    Column("customer", phrases.CUSTOMER),
    Column("amount", phrases.AMOUNT, Unit.QUANTITY),
)
_PAID = (
    Column("from", phrases.FROM, Unit.QUANTITY),
    Column("to", phrases.TO, Unit.QUANTITY),
    Column("rate", phrases.RATE),
    Column("pay", phrases.EXACT_PAY, Unit.MONEY),
)
_RECORDS = (
    Column("plan", phrases.PLAN),
    Column("period", phrases.PERIOD),
    Column("component", phrases.COMPONENT),
    *_WHERE,
    *_PAID,
    Column("why", phrases.WHY),
)


class _Found(Struct, frozen=True):
    """A component in one period: its line and the rows it is followed over."""

    component: AnyComponent
    line: Line
    events: tuple[Event, ...]
    trace: Trace


def explain_report(
    found: Payroll, participant: str, asked: Span, *, lang: Lang, others: Sequence[Cover] = ()
) -> Report:
    """Take the payout of one person apart, for the periods inside a span; records: a row of the files each.

    Rows on days on which one of the `others` holds for the person are theirs. Raises `UsageError` for somebody who is
    not credited.
    """
    who = person_in(found, participant)
    if who is None:
        raise no_such_person([found], participant)
    periods = [one for one in found.desk.periods if asked.start <= one.start and one.end <= asked.end]
    lines = [line for line in found.lines if line.participant == who and line.period in periods]
    traced = [_traced(found, component, who, line) for line in lines for component in _component(found, line)]
    unpaid = [(period, *one) for period in periods for one in _unpaid(found, who, period, traced, others)]
    terms = found.plan.plan
    return Report(
        schema=SCHEMA,
        title=phrases.EXPLAINED.fill(name=found.name(who), plan=terms.label, period=span_words(asked)),
        lang=lang,
        blocks=(
            _payout(lines, lang),
            *(block for one in traced for block in _blocks(one, lang)),
            *_of_unpaid(unpaid, lang),
        ),
        records=Records(_RECORDS, tuple((terms.id, *row) for row in _records(traced, unpaid, lang))),
        notes=tuple(_notes(traced)),
        meta=Meta(span=(asked.start, asked.end), currency=terms.currency),
    )


def person_in(found: Payroll, asked: str) -> str | None:
    """The id of somebody whom a plan credits or names, by id or name; None for anybody else."""
    known = {found.name(who): who for who in found.desk.people()}
    return asked if asked in known.values() else known.get(asked)


def no_such_person(found: Sequence[Payroll], asked: str) -> UsageError:
    """The fault of asking for somebody whom none of the plans knows, with who may be meant."""
    known = dict.fromkeys(one.name(who) for one in found for who in one.desk.people())
    return UsageError(phrases.NO_SUCH_PERSON.fill(name=asked), did_you_mean(asked, list(known)) or Text("", ""))


def _component(found: Payroll, line: Line) -> Iterator[AnyComponent]:
    """The component of an earning or an override; what follows from components has none."""
    if line.kind in {Kind.EARNING, Kind.OVERRIDE}:
        yield from (one for one in found.plan.component if one.name == line.component)


def _traced(found: Payroll, component: AnyComponent, who: str, line: Line) -> _Found:
    columns = columns_of_parts(component.needs.parts)
    days = component.needs.within(line.period)
    credited = found.desk.credited[component.name]
    events = () if days is None else events_behind(credited, who, days, parts=columns)
    if isinstance(component, OverrideRule) and component.of == "earned":
        # It is of what others are paid, which no row of the files is.
        return _Found(component, line, (), Trace((), _ZERO))
    case = found.desk.case(component, who, line.period)
    return _Found(component, line, events, trace(as_advanced(component), case, line.earned or Earned(), events))


def _payout(lines: Sequence[Line], lang: Lang) -> TableBlock:
    rows = tuple(
        Row((Cell(line.label.say(lang)), Cell(line.credited), Cell(line.pay), Cell(_why(line.reasons, lang))))
        for line in lines
    )
    total = Row((Cell(phrases.TOTAL.say(lang)), Cell(None), Cell(sum((line.pay for line in lines), _ZERO)), Cell(None)))
    return TableBlock("payout", phrases.PAYOUT_LINES, _LINES, rows, total=total)


def _why(reasons: Sequence[Text], lang: Lang) -> str | None:
    return listing(reasons, _SEMICOLON).say(lang) if reasons else None


def _blocks(one: _Found, lang: Lang) -> Iterator[TableBlock]:
    slices = tuple(_slice_rows(one.line.earned or Earned(), lang))
    name = one.component.name
    if slices:
        yield TableBlock(f"slices_{name}", phrases.SLICES.fill(label=one.line.label), _SLICES, slices)
    if one.events:
        shown = tuple(Row(tuple(map(Cell, row))) for row in list(_rows_of(one))[:SHOWN])
        yield TableBlock(f"rows_{name}", phrases.ROWS.fill(label=one.line.label), (*_WHERE, *_PAID), shown)


def _slice_rows(earned: Earned, lang: Lang) -> Iterator[Row]:
    for part in earned.parts:
        for one in part.slices:
            yield _slice_row(" / ".join(part.name), one, one.pay)
    for one in earned.before:
        yield _slice_row(phrases.BEFORE_PAID.say(lang), one, -one.pay)
    if earned.fixed:
        yield Row((Cell(phrases.FIXED.say(lang)), *(Cell(None) for _ in range(4)), Cell(earned.fixed)))


def _slice_row(name: str, one: Slice, pay: Decimal) -> Row:
    return Row((Cell(name), Cell(one.start), Cell(one.end), Cell(one.amount), Cell(one.rate), Cell(pay)))


def _rows_of(one: _Found) -> Iterator[tuple[Value, ...]]:
    if one.trace.rows:
        for row in one.trace.rows:
            yield (*_place(row.event), row.start, row.end, _rates(row.earned), row.pay)
        return
    for event in one.events:
        yield (*_place(event), None, None, None, None)


def _rates(earned: Earned) -> str:
    """The rates of the slices that a row lies on."""
    rates = dict.fromkeys(one.rate.normalize() for part in earned.parts for one in part.slices)
    return " + ".join(f"{rate:f}" for rate in rates)


def _place(event: Event) -> tuple[Value, ...]:
    return (event.file, event.sheet, event.row, event.date, event.order, event.customer, event.amount)


_Unpaid = tuple[Period, Event, Text]


def _unpaid(
    found: Payroll, who: str, period: Period, traced: Sequence[_Found], others: Sequence[Cover]
) -> Iterator[tuple[Event, Text]]:
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
                yield event, _reason(found, event)
        for event in all_events(whole, measured.metric, who, period, whose=UNCOVERED):
            if event.place not in seen and not any(one.holds(who, event.date) for one in others):
                seen.add(event.place)
                yield event, phrases.NOT_ON_THE_DAY.fill(plan=found.plan.plan.id)


def _reason(found: Payroll, event: Event) -> Text:
    if event.amount:
        conditions = [condition for one in found.plan.component for condition in one.where]
        return phrases.NOT_MEANT.fill(conditions=", ".join(dict.fromkeys(conditions)))
    if event.status:
        return phrases.EARNS_NOTHING.fill(status=event.status)
    return phrases.NO_AMOUNT


def _of_unpaid(unpaid: Sequence[_Unpaid], lang: Lang) -> Iterator[TableBlock]:
    if unpaid:
        columns = (*_WHERE, Column("why", phrases.WHY))
        rows = tuple(Row((*map(Cell, _place(event)), Cell(why.say(lang)))) for _, event, why in unpaid[:SHOWN])
        yield TableBlock("unpaid", phrases.UNPAID, columns, rows)


def _records(traced: Sequence[_Found], unpaid: Sequence[_Unpaid], lang: Lang) -> Iterator[tuple[Value, ...]]:
    for one in traced:
        for row in _rows_of(one):
            yield (one.line.period.key, one.component.name, *row, None)
    for period, event, why in unpaid:
        yield (period.key, None, *_place(event), None, None, None, _ZERO, why.say(lang))


def _notes(traced: Sequence[_Found]) -> Iterator[Note]:
    for one in traced:
        if one.trace.rest:
            rest = phrases.NOT_BY_ROW.fill(label=one.line.label, rest=said(one.trace.rest))
            yield Note("rest", rest)
        if len(one.events) > SHOWN:
            yield Note("rows", phrases.MORE.fill(total=Count(len(one.events))))
