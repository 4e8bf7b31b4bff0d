"""The reports of several plans as one: what each pays under its own heading, and no total over two currencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.analyses.commission.own_periods import OwnTarget
from salesperf.analyses.commission.report import lines_within, run_report
from salesperf.analyses.commission.side_by_side import covers_beside
from salesperf.analyses.commission.taken_apart import no_such_line, no_such_person, person_in, taken_apart
from salesperf.core.errors import UsageError
from salesperf.core.money import EXACT
from salesperf.core.period import Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Count, Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Meta, Note, Records, Report, Row, TableBlock

_ZERO = Decimal(0)
_UNDER = Text("{plan}: {title}", "{plan}：{title}")
_IN_CURRENCY = Text("{plan} ({currency})", "{plan}（{currency}）")
_COLUMNS = (
    Column("plan", phrases.PLAN),
    Column("version", phrases.VERSION),
    Column("currency", phrases.CURRENCY),
    Column("people", phrases.PEOPLE_PAID, Unit.COUNT),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
)


class Asked(Struct, frozen=True):
    """A plan that was worked out, and the days that are asked about."""

    payroll: Payroll
    span: Span
    own: tuple[OwnTarget, ...] = ()
    """Targets that end in these days, of periods that are not those of the plan."""


def run_reports(found: Sequence[Asked], *, lang: Lang) -> Report:
    """What plans pay for the periods asked about; of several each under its heading, after what each pays in all."""
    reports = [run_report(one.payroll, one.span, lang=lang, own=one.own) for one in found]
    if len(found) == 1:
        return reports[0]
    pairs = list(zip(found, reports, strict=True))
    told = [pair for pair in pairs if pair[1].records.rows]
    idle = [Note("idle_plan", _idle(one)) for one, report in pairs if not report.records.rows]
    joined = _joined(told or pairs, phrases.TITLE_OF_SEVERAL, lang=lang)
    title = joined.title.fill(plans=Count(len(found)), period=periods_of(found))
    blocks = (_plans([one for one, _ in told], lang), *joined.blocks)
    return replace(joined, title=title, blocks=blocks, notes=(*joined.notes, *idle))


def explain_reports(found: Sequence[Asked], participant: str, *, lang: Lang, line: str | None = None) -> Report:
    """Take somebody's payout under every plan apart that knows them, or one `line` of it.

    Raises `UsageError` where no plan knows them, and where none has such a line.
    """
    payrolls = [one.payroll for one in found]
    knowing = [one for one in found if person_in(one.payroll, participant) is not None]
    if not knowing:
        raise no_such_person(payrolls, participant)
    reports = [
        explain_report(
            one.payroll, participant, one.span, lang=lang, others=covers_beside(one.payroll, payrolls), line=line
        )
        for one in knowing
    ]
    if line is not None and not any(_has_lines(report) for report in reports):
        raise _no_line(knowing, participant, line)
    told = [(one, report) for one, report in zip(knowing, reports, strict=True) if report.records.rows]
    if len(told) < 2:  # noqa: PLR2004 -- one plan needs no heading of its own
        return told[0][1] if told else reports[0]
    payroll = knowing[0].payroll
    name = payroll.name(person_in(payroll, participant) or participant)
    joined = _joined(told, phrases.EXPLAINED_SEVERAL, lang=lang)
    return replace(joined, title=joined.title.fill(name=name, period=periods_of(knowing)))


def _has_lines(report: Report) -> bool:
    return any(isinstance(block, TableBlock) and block.rows for block in report.blocks[:1])


def _no_line(knowing: Sequence[Asked], participant: str, line: str) -> UsageError:
    apart = [taken_apart(one.payroll, person_in(one.payroll, participant) or participant, one.span) for one in knowing]
    return no_such_line(apart, line)


def periods_of(found: Sequence[Asked]) -> Text:
    """The periods asked about, each once: plans may be settled by months and by quarters."""
    return listing(dict.fromkeys(span_words(one.span) for one in found))


def _joined(told: Sequence[tuple[Asked, Report]], title: Text, *, lang: Lang) -> Report:
    """All blocks under the names of their plans, all records and notes one after the other."""
    first = told[0][1]
    currencies = {one.payroll.plan.plan.currency for one, _ in told}
    spans = [one.span for one, _ in told]
    return Report(
        schema=first.schema,
        title=title,
        lang=lang,
        blocks=tuple(
            block for number, (one, report) in enumerate(told, start=1) for block in _under(one, number, report)
        ),
        records=Records(first.records.columns, tuple(row for _, report in told for row in report.records.rows)),
        notes=tuple(dict.fromkeys(note for _, report in told for note in report.notes)),
        meta=Meta(
            span=(min(span.start for span in spans), max(span.end for span in spans)),
            currency=currencies.pop() if len(currencies) == 1 else None,
        ),
    )


def _under(one: Asked, number: int, report: Report) -> Iterator[TableBlock]:
    terms = one.payroll.plan.plan
    plan = _IN_CURRENCY.fill(plan=terms.label, currency=terms.currency)
    for block in report.blocks:
        yield replace(block, key=f"{block.key}_{number}", title=_UNDER.fill(plan=plan, title=block.title))


def _plans(told: Sequence[Asked], lang: Lang) -> TableBlock:
    rows, pays = [], []
    for one in told:
        terms, lines = one.payroll.plan.plan, lines_within(one.payroll, one.span)
        pays.append(reduce(EXACT.add, (line.pay for line in lines), _ZERO))
        people = len({line.participant for line in lines})
        named = (Cell(terms.label.say(lang)), Cell(terms.version), Cell(terms.currency))
        rows.append(Row((*named, Cell(people), Cell(pays[-1]))))
    shares_currency = len({one.payroll.plan.plan.currency for one in told}) == 1
    blanks = (Cell(None), Cell(None), Cell(None))
    total = Row((Cell(phrases.TOTAL.say(lang)), *blanks, Cell(reduce(EXACT.add, pays, _ZERO))))
    return TableBlock("plans", phrases.PLANS, _COLUMNS, tuple(rows), total=total if shares_currency else None)


def _idle(one: Asked) -> Text:
    return phrases.PAYS_NOBODY.fill(plan=one.payroll.plan.plan.label, period=span_words(one.span))
