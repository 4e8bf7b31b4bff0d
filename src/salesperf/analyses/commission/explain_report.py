"""One person's payout taken apart: slice by slice, row by row, and why some rows pay nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.apart_tables import (
    PAID,
    WHERE,
    place,
    rest_notes,
    rows_behind,
    rows_table,
    slices_table,
    unpaid_table,
    why,
)
from salesperf.analyses.commission.case import Earned
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.cover import Cover
from salesperf.analyses.commission.in_words.components import is_money
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.taken_apart import Apart, Traced, no_such_person, person_in, taken_apart
from salesperf.core.period import Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Count, Lang
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock, Value

SCHEMA = "salesperf.commission-explain/1"
SHOWN = 20
"""Rows on the page; the records have all of them."""
_ZERO = Decimal(0)
_LINES = (
    Column("line", phrases.COMPONENT),
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("why", phrases.WHY),
)
_RECORDS = (
    Column("plan", phrases.PLAN),
    Column("period", phrases.PERIOD),
    Column("component", phrases.COMPONENT),
    *WHERE,
    *PAID,
    Column("why", phrases.WHY),
)


def explain_report(
    found: Payroll,
    participant: str,
    asked: Span,
    *,
    lang: Lang,
    others: Sequence[Cover] = (),
    line: str | None = None,
) -> Report:
    """Take the payout of one person apart, for the periods inside a span; records: a row of the files each.

    Rows on days on which one of the `others` holds for the person are theirs; of one `line` alone nothing else is
    told. Raises `UsageError` for somebody who is not credited.
    """
    who = person_in(found, participant)
    if who is None:
        raise no_such_person([found], participant)
    apart = taken_apart(found, who, asked, others=others)
    apart = apart if line is None else apart.only(line)
    terms = found.plan.plan
    return Report(
        schema=SCHEMA,
        title=phrases.EXPLAINED.fill(name=found.name(who), plan=terms.label, period=span_words(asked)),
        lang=lang,
        blocks=(
            _payout(apart.lines, lang),
            *(block for one in apart.traced for block in _blocks(found, one, lang)),
            *((unpaid_table(apart.unpaid, lang, most=SHOWN),) if apart.unpaid else ()),
        ),
        records=Records(_RECORDS, tuple((terms.id, *row) for row in _records(apart, lang))),
        notes=tuple(_notes(apart.traced)),
        meta=Meta(span=(asked.start, asked.end), currency=terms.currency),
    )


def _payout(lines: Sequence[Line], lang: Lang) -> TableBlock:
    rows = tuple(
        Row((Cell(line.label.say(lang)), Cell(line.credited), Cell(line.pay), Cell(why(line.reasons, lang))))
        for line in lines
    )
    total = Row((Cell(phrases.TOTAL.say(lang)), Cell(None), Cell(sum((line.pay for line in lines), _ZERO)), Cell(None)))
    return TableBlock("payout", phrases.PAYOUT_LINES, _LINES, rows, total=total)


def _blocks(found: Payroll, one: Traced, lang: Lang) -> Iterator[TableBlock]:
    name, label, earned = one.component.name, one.line.label, one.line.earned or Earned()
    in_money = is_money(one.component.measure, found.desk.ground.catalog)
    slices = slices_table(f"slices_{name}", phrases.SLICES.fill(label=label), earned, lang, in_money=in_money)
    if slices.rows:
        yield slices
    if one.events:
        yield rows_table(f"rows_{name}", phrases.ROWS.fill(label=label), one, in_money=in_money, most=SHOWN)


def _records(apart: Apart, lang: Lang) -> Iterator[tuple[Value, ...]]:
    for one in apart.traced:
        for row in rows_behind(one):
            yield (one.line.period.key, one.component.name, *row, None)
    for left in apart.unpaid:
        yield (left.period.key, None, *place(left.event), None, None, None, _ZERO, left.why.say(lang))


def _notes(traced: Sequence[Traced]) -> Iterator[Note]:
    yield from rest_notes(traced)
    for one in traced:
        if len(one.events) > SHOWN:
            yield Note("rows", phrases.MORE.fill(total=Count(len(one.events))))
