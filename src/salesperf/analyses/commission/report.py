"""Payouts as a report: a row a person with what each component pays; a record a payout line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.cost import cost_of
from salesperf.analyses.commission.line_records import RECORDS, record_of
from salesperf.analyses.commission.lines import Kind, Line
from salesperf.analyses.commission.listed import called, paid_unlisted
from salesperf.analyses.commission.own_periods import OwnTarget, own_periods_table
from salesperf.analyses.commission.phrases import figure
from salesperf.analyses.commission.rules.override import OverrideRule
from salesperf.analyses.commission.rules.rates import RateTable, unseen
from salesperf.core.money import EXACT
from salesperf.core.period import GRAIN_WORDS, Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.facts.first_purchase import NEW_CUSTOMER
from salesperf.facts.subject import Subject
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock

SCHEMA = "salesperf.commission-run/1"
ZERO = Decimal(0)
_NOTED = 10
_A_WEEK = 7
"""Days without sales at the end of a period from which the files may not be whole."""


def run_report(found: Payroll, asked: Span, *, lang: Lang, own: Sequence[OwnTarget] = ()) -> Report:
    """What a plan pays for the periods inside a span; records: one a payout line.

    `own` are targets of periods that are not those of the plan.
    """
    lines = lines_within(found, asked)
    terms = found.plan.plan
    cost = cost_of(found, asked, lines, lang)
    blocks = (_people(found, lines, lang), own_periods_table(found.desk, own, lang), cost.block)
    return Report(
        schema=SCHEMA,
        title=phrases.TITLE.fill(plan=terms.label, period=span_words(asked)),
        lang=lang,
        blocks=tuple(block for block in blocks if block is not None),
        records=Records(RECORDS, tuple(record_of(found, line, lang) for line in lines)),
        notes=(*run_notes(found, asked), *cost.notes),
        meta=Meta(span=(asked.start, asked.end), currency=terms.currency),
    )


def lines_within(found: Payroll, asked: Span) -> tuple[Line, ...]:
    """The payout lines of the periods inside a span."""
    return tuple(line for line in found.lines if asked.start <= line.period.start and line.period.end <= asked.end)


def _people(found: Payroll, lines: Sequence[Line], lang: Lang) -> TableBlock:
    components = dict.fromkeys((line.component, line.label) for line in in_order(found, lines))
    reached = _attainments(found, lines)
    columns = (
        Column("rep", phrases.WHO),
        *((Column("attainment", phrases.ATTAINMENT, Unit.RATIO),) if reached else ()),
        *(Column(key, label, Unit.MONEY, adds_up=True) for key, label in _keyed(components)),
        Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    )
    sums: dict[str, dict[tuple[str, Text], Decimal]] = {}
    for line in lines:
        own, place = sums.setdefault(line.participant, {}), (line.component, line.label)
        own[place] = EXACT.add(own.get(place, ZERO), line.pay)
    pays = {who: [*(of.get(place, ZERO) for place in components), _sum(of.values())] for who, of in sums.items()}
    ordered = sorted(pays, key=lambda who: (-pays[who][-1], found.name(who)))
    blank = [Cell(None)] if reached else []
    rows = (
        Row((Cell(found.name(who)), *([Cell(reached.get(who))] if reached else []), *map(Cell, pays[who])))
        for who in ordered
    )
    total = [_sum(column) for column in zip(*pays.values(), strict=True)] or [ZERO]
    words = Cell(phrases.TOTAL.say(lang))
    return TableBlock("people", phrases.PEOPLE, columns, tuple(rows), total=Row((words, *blank, *map(Cell, total))))


def _keyed(components: Iterable[tuple[str, Text]]) -> Iterator[tuple[str, Text]]:
    """Every component with a key of its own: what is carried on and what is held against have one name."""
    seen: dict[str, int] = {}
    for name, label in components:
        seen[name] = seen.get(name, 0) + 1
        yield (name if seen[name] == 1 else f"{name}_{seen[name]}"), label


def _attainments(found: Payroll, lines: Sequence[Line]) -> dict[str, float]:
    """The attainment of everybody with a target, to date: of the first component that has one, in the last period."""
    order = {one.name: at for at, one in enumerate(found.plan.component)}
    with_target = [line for line in lines if line.target and line.to_date is not None and line.component in order]
    first = min((order[line.component] for line in with_target), default=0)
    inside = (line for line in with_target if order[line.component] == first)
    return {
        line.participant: float(EXACT.divide(line.to_date or ZERO, line.target or ZERO))
        for line in sorted(inside, key=lambda line: line.period)
    }


def in_order(found: Payroll, lines: Sequence[Line]) -> Sequence[Line]:
    """Lines as a statement lists them: the components of the plan, then what follows from them."""
    order = {one.name: at for at, one in enumerate((*found.plan.component, *found.plan.pool))}
    kinds = {kind: len(order) + at for at, kind in enumerate(Kind)}
    return sorted(lines, key=lambda line: order.get(line.component, kinds[line.kind]))


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, amounts, ZERO)


def run_notes(found: Payroll, asked: Span) -> Iterator[Note]:
    """What a run must tell of sales that nobody is paid for, and of what its words mean."""
    yield from (Note("no_plan", one, warning=True) for one in found.uncovered[:_NOTED])
    if len(found.uncovered) > _NOTED:
        more = phrases.MORE_UNCOVERED.fill(more=Count(len(found.uncovered) - _NOTED))
        yield Note("no_plan", more, warning=True)
    yield from (Note("not_counted", one, warning=True) for one in found.told[:_NOTED])
    if len(found.told) > _NOTED:
        yield Note("not_counted", phrases.MORE_TOLD.fill(more=Count(len(found.told) - _NOTED)), warning=True)
    yield from _told_of_days(found, asked)
    yield from _told_of_people(found, asked)
    for component in found.plan.component:
        measured = found.desk.credited[component.name]
        nobody = measured.within(None, asked)
        if nobody and not isinstance(component, OverrideRule):
            told = phrases.NO_ONE if found.desk.cover is None or found.desk.cover.is_for_all else phrases.NOT_COVERED
            amount = f"{nobody.normalize():,f}"
            told = told.fill(label=component.label, amount=amount, plan=found.plan.plan.id)
            yield Note("no_rep", told, warning=True)
        record = component.needs.record
        first = measured.scope.measure.span.start
        if record is not None and record.since is not None and record.since < first:
            yield Note("record_since", phrases.RECORD_SINCE.fill(label=component.label, first=first))
        if isinstance(component, RateTable):
            seen = measured.parts.keys_told()
            for told in unseen(component, seen, measured.labels):
                yield Note("no_such_sale", told, warning=True)
            if NEW_CUSTOMER in component.needs.parts:
                yield Note("new_customer", phrases.NEW_IS.fill(label=component.label))


def _told_of_people(found: Payroll, asked: Span) -> Iterator[Note]:
    """Who is paid and is not in the list of people."""
    unlisted = paid_unlisted(found, asked)
    for who, amount in list(unlisted.items())[:_NOTED]:
        yield Note("unlisted", phrases.UNLISTED.fill(who=called(found, who), amount=figure(amount)), warning=True)
    if len(unlisted) > _NOTED:
        yield Note("unlisted", phrases.MORE_UNLISTED.fill(more=Count(len(unlisted) - _NOTED)), warning=True)


def _told_of_days(found: Payroll, asked: Span) -> Iterator[Note]:
    """That the days asked about hold no period of the plan, go on after the data, or have cash for nothing known."""
    days, periods = found.desk.ground.facts[Subject.SALES].days, found.desk.periods
    if not any(asked.start <= one.start and one.end <= asked.end for one in periods):
        told = phrases.NO_PERIOD.fill(grain=GRAIN_WORDS[found.plan.plan.grain], first=asked.start, last=asked.end)
        yield Note("no_period", told, warning=True)
    elif days is not None and (asked.end - days.through).days >= _A_WEEK:
        yield Note("data_end", phrases.DATA_END.fill(last=days.through), warning=True)
    cash = found.desk.cash
    loose = [one for one in (cash.loose if cash is not None else ()) if one.day in asked]
    if loose:
        where = Text(loose[0].where.say(Lang.EN), loose[0].where.say(Lang.ZH))
        amount = f"{_sum(one.amount for one in loose).normalize():,f}"
        told = phrases.LOOSE_CASH.fill(amount=amount, receipts=Count(len(loose)), where=where)
        yield Note("loose_cash", told, warning=True)
