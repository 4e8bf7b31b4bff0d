"""The book of a company: payouts by person and component, one sheet a component, and the plan in words.

Every number comes from the sheet behind it: a payout from the lines of its component, a line from its slices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.report import said_of
from salesperf.analyses.commission.line_records import RECORDS, record_of
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.report import in_order, lines_within, run_notes
from salesperf.analyses.commission.stating import words
from salesperf.analyses.commission.stating.component import component_section
from salesperf.analyses.commission.together import Asked, periods_of
from salesperf.core.money import EXACT
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.formula import Added, Beside, Named, SumOf
from salesperf.report.model import Cell, Column, Meta, Records, Report, Row, Section, TableBlock, Value
from salesperf.report.worked_out import proved

SCHEMA = "salesperf.commission-book/1"
ZERO = Decimal(0)
_PEOPLE = "people"
_SEMICOLON = Text("; ", "；")


class _Part(Struct, frozen=True):
    """What one plan pays: `key` begins the names of its sections."""

    asked: Asked
    lines: tuple[Line, ...]
    key: str
    lang: Lang

    @property
    def found(self) -> Payroll:
        """The plan worked out."""
        return self.asked.payroll

    def components(self) -> dict[str, Text]:
        """What lines are called, in the order of the plan; of lines of one kind with several labels the kind's word."""
        labels: dict[str, dict[Text, Line]] = {}
        for line in in_order(self.found, self.lines):
            labels.setdefault(line.component, {})[line.label] = line
        return {
            name: next(iter(known)) if len(known) == 1 else words.KINDS[next(iter(known.values())).kind]
            for name, known in labels.items()
        }


def company_book(found: Sequence[Asked], *, lang: Lang) -> Report:
    """What plans pay everybody for the periods asked about; records: a payout line each."""
    parts = [
        _Part(one, lines_within(one.payroll, one.span), f"plan_{number}", lang)
        for number, one in enumerate(found, start=1)
    ]
    spans, currencies = [one.span for one in found], {one.payroll.plan.plan.currency for one in found}
    return proved(
        Report(
            schema=SCHEMA,
            title=words.OF_COMPANY.fill(period=periods_of(found)),
            subtitle=listing([words.under(one.found.plan) for one in parts], _SEMICOLON),
            lang=lang,
            blocks=(),
            sections=tuple(section for one in parts for section in _sections(one, is_alone=len(parts) == 1)),
            records=Records(RECORDS, tuple(_records(parts))),
            notes=tuple(dict.fromkeys(note for one in parts for note in run_notes(one.found, one.asked.span))),
            meta=Meta(
                span=(min(span.start for span in spans), max(span.end for span in spans)),
                currency=currencies.pop() if len(currencies) == 1 else None,
            ),
        )
    )


def _records(parts: Sequence[_Part]) -> Iterator[tuple[Value, ...]]:
    for one in parts:
        yield from (record_of(one.found, line, one.lang) for line in one.lines)


def _sections(one: _Part, *, is_alone: bool) -> Iterator[Section]:
    """Payouts, a section a component, and the terms; of several plans each heading names its plan."""

    def titled(title: Text) -> Text:
        return title if is_alone else words.OF_PLAN.fill(title=title, plan=one.found.plan.plan.label)

    components = one.components()
    keys = {name: f"{one.key}_component_{number}" for number, name in enumerate(components, start=1)}
    yield Section(f"{one.key}_payout", titled(words.PAYOUT), blocks=(_people(one, components, keys),))
    for name, label in components.items():
        lines = [line for line in one.lines if line.component == name]
        yield component_section(one.found, lines, key=keys[name], title=titled(label), lang=one.lang)
    terms = said_of(one.found.plan, one.found.desk.ground.catalog, key=one.key)
    yield Section(f"{one.key}_terms", titled(words.TERMS), sections=terms)


def _people(one: _Part, components: dict[str, Text], keys: dict[str, str]) -> TableBlock:
    """A row a person with what each component pays, from the most to the least."""
    columns = (
        Column("rep", phrases.WHO),
        Column("rep_id", phrases.WHO_ID),
        *(Column(keys[name], label, Unit.MONEY, adds_up=True) for name, label in components.items()),
        Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    )
    sums: dict[str, dict[str, Decimal]] = {}
    for line in one.lines:
        own = sums.setdefault(line.participant, {})
        own[line.component] = EXACT.add(own.get(line.component, ZERO), line.pay)
    name_of = one.found.name
    ordered = sorted(sums, key=lambda who: (-_sum(sums[who]), name_of(who), who))
    rows = []
    for who in ordered:
        cells = [
            Cell(sums[who].get(name, ZERO), formula=SumOf(Named(key, "people"), "payout", same=("rep_id", "rep_id")))
            for name, key in keys.items()
        ]
        whole = Added(tuple(Beside(key) for key in keys.values()))
        rows.append(Row((Cell(name_of(who)), Cell(who), *cells, Cell(_sum(sums[who]), formula=whole))))
    here = Named(f"{one.key}_payout", _PEOPLE)
    totals = [
        Cell(reduce(EXACT.add, (of.get(name, ZERO) for of in sums.values()), ZERO), formula=SumOf(here, key))
        for name, key in keys.items()
    ]
    paid = Cell(reduce(EXACT.add, map(_sum, sums.values()), ZERO), formula=SumOf(here, "payout"))
    total = Row((Cell(phrases.TOTAL.say(one.lang)), Cell(None), *totals, paid))
    return TableBlock(_PEOPLE, phrases.PEOPLE, columns, tuple(rows), total=total)


def _sum(of: dict[str, Decimal]) -> Decimal:
    return reduce(EXACT.add, of.values(), ZERO)
