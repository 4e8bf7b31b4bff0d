"""The statement of one person: payout lines, what each comes from down to the rows, balances, and the plan in words.

It can be forwarded as it is. Printed lines add up to the printed total, and slices to their line: a statement that
does not prove itself is a fault of the program, and is not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.apart_tables import rest_notes, rows_table, slices_table, unpaid_table
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.components import is_money
from salesperf.analyses.commission.in_words.report import said_of
from salesperf.analyses.commission.line_records import RECORDS, attainment, record_of
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.side_by_side import covers_beside
from salesperf.analyses.commission.stating import words
from salesperf.analyses.commission.stating.balances import balances_table
from salesperf.analyses.commission.stating.payout import TABLE, pay_of, payout_table
from salesperf.analyses.commission.taken_apart import Apart, Traced, no_such_person, person_in, taken_apart
from salesperf.analyses.commission.together import Asked, periods_of
from salesperf.core.text import Lang, Text, listing
from salesperf.core.unit import Unit
from salesperf.report.formula import Named, TotalOf
from salesperf.report.model import Beside, Cell, Meta, Records, Report, Section, TableBlock, Tile, Value
from salesperf.report.worked_out import proved

SCHEMA = "salesperf.commission-statement/1"
_SEMICOLON = Text("; ", "；")


class _Part(Struct, frozen=True):
    """What one plan pays the person: `key` begins the names of its sections."""

    asked: Asked
    apart: Apart
    key: str
    lang: Lang

    @property
    def found(self) -> Payroll:
        """The plan worked out."""
        return self.asked.payroll

    def is_of_many_periods(self) -> bool:
        """Whether lines must say their period."""
        return len({line.period for line in self.apart.lines}) > 1


def statement(found: Sequence[Asked], participant: str, *, lang: Lang) -> Report:
    """What plans pay somebody for the periods asked about; records: a payout line each.

    Raises `UsageError` for somebody whom no plan knows.
    """
    payrolls = [one.payroll for one in found]
    knowing = [one for one in found if person_in(one.payroll, participant) is not None]
    if not knowing:
        raise no_such_person(payrolls, participant)
    parts = [_part(one, participant, number, payrolls, lang) for number, one in enumerate(knowing, start=1)]
    told = [one for one in parts if one.apart.lines or one.apart.unpaid] or parts[:1]
    who, spans = told[0].apart.who, [one.asked.span for one in told]
    currencies = {one.found.plan.plan.currency for one in told}
    return proved(
        Report(
            schema=SCHEMA,
            title=words.TITLE.fill(name=told[0].found.name(who), period=periods_of([one.asked for one in told])),
            subtitle=listing([words.under(one.found.plan) for one in told], _SEMICOLON),
            lang=lang,
            blocks=(),
            sections=tuple(_sections(told)),
            records=Records(
                RECORDS, tuple(record_of(one.found, line, lang) for one in told for line in one.apart.lines)
            ),
            notes=tuple(dict.fromkeys(note for one in told for note in rest_notes(one.apart.traced))),
            meta=Meta(
                span=(min(span.start for span in spans), max(span.end for span in spans)),
                currency=currencies.pop() if len(currencies) == 1 else None,
            ),
        )
    )


def _records(told: Sequence[_Part]) -> Iterator[tuple[Value, ...]]:
    for one in told:
        yield from (record_of(one.found, line, one.lang) for line in one.apart.lines)


def people_of(found: Sequence[Asked]) -> tuple[tuple[str, str], ...]:
    """Everybody with a payout line in the periods asked about: ids and names, by name."""
    named: dict[str, str] = {}
    for one in found:
        for line in one.payroll.lines:
            if one.span.start <= line.period.start and line.period.end <= one.span.end:
                named.setdefault(line.participant, one.payroll.name(line.participant))
    return tuple(sorted(named.items(), key=lambda pair: (pair[1], pair[0])))


def _part(one: Asked, participant: str, number: int, payrolls: Sequence[Payroll], lang: Lang) -> _Part:
    who = person_in(one.payroll, participant) or participant
    apart = taken_apart(one.payroll, who, one.span, others=covers_beside(one.payroll, payrolls))
    return _Part(one, apart, f"plan_{number}", lang)


def _sections(told: Sequence[_Part]) -> Iterator[Section]:
    """The sections of one plan as they are; those of several each inside that of its plan."""
    if len(told) == 1:
        yield from _of_plan(told[0])
        return
    for one in told:
        yield Section(one.key, words.under(one.found.plan), sections=tuple(_of_plan(one)))


def _of_plan(one: _Part) -> Iterator[Section]:
    apart = one.apart
    made = [_component(one, traced, number) for number, traced in enumerate(apart.traced, start=1)]
    slices = {
        id(traced.line): Named(section.key, "slices")
        for traced, section in zip(apart.traced, made, strict=True)
        if any(block.key == "slices" for block in section.blocks)
    }
    key = f"{one.key}_payout"
    table = payout_table(
        one.found, apart.lines, [slices.get(id(line)) for line in apart.lines], section=key, lang=one.lang
    )
    balances = balances_table(one.found, apart.who, one.lang)
    yield Section(key, words.PAYOUT, tiles=tuple(_tiles(one, key)), blocks=(table, balances))
    yield from (section for section in made if section.blocks)
    if apart.unpaid:
        yield Section(f"{one.key}_unpaid", words.UNPAID, blocks=(unpaid_table(apart.unpaid, one.lang),))
    catalog = one.found.desk.ground.catalog
    yield Section(f"{one.key}_terms", words.TERMS, sections=said_of(one.found.plan, catalog, key=one.key))


def _tiles(one: _Part, key: str) -> Iterator[Tile]:
    """What is paid, and of one period what each component was credited with and how far its target is reached."""
    total = Cell(pay_of(one.apart.lines), Unit.TALLY, formula=TotalOf(Named(key, TABLE), "payout"))
    yield Tile("payout", phrases.PAY, total)
    if one.is_of_many_periods():
        return
    for number, traced in enumerate(one.apart.traced, start=1):
        line = traced.line
        in_money = is_money(traced.component.measure, one.found.desk.ground.catalog)
        unit = Unit.TALLY if in_money else Unit.QUANTITY
        yield Tile(
            f"credited_{number}",
            words.CREDITED_FOR.fill(label=line.label),
            Cell(line.credited, unit),
            tuple(_beside(line, unit)),
        )


def _beside(line: Line, unit: Unit) -> Iterator[Beside]:
    if line.target is not None:
        yield Beside("to_date", words.TO_DATE, Cell(line.to_date, unit))
        yield Beside("target", phrases.TARGET, Cell(line.target, unit))
        yield Beside("attainment", phrases.ATTAINMENT, Cell(attainment(line), Unit.RATIO))


def _component(one: _Part, traced: Traced, number: int) -> Section:
    """Where a line comes from: its slices, and the rows behind them."""
    line, blocks = traced.line, list[TableBlock]()
    label = line.label
    in_money = is_money(traced.component.measure, one.found.desk.ground.catalog)
    if one.is_of_many_periods():
        label = words.OF_PERIOD.fill(label=label, period=line.period.key)
    if line.earned is not None:
        title = phrases.SLICES.fill(label=label)
        slices = slices_table("slices", title, line.earned, one.lang, in_money=in_money)
        blocks += [slices] if slices.rows else []
    if traced.events:
        blocks.append(rows_table("rows", phrases.ROWS.fill(label=label), traced, in_money=in_money))
    return Section(f"{one.key}_component_{number}", label, blocks=tuple(blocks))
