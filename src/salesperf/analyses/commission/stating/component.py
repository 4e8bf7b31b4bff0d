"""One component of everybody on one sheet: what each was credited with and is paid, and the slices it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.apart_tables import PAY, slice_rows, slices_of, why
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.components import is_money
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.stating import words
from salesperf.analyses.commission.stating.payout import of_target, pay_of, settled
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.formula import Named, SumOf
from salesperf.report.model import Cell, Column, Row, Section, TableBlock

_LINE = Column("line", words.LINE)
_NAMED = (Column("rep", phrases.WHO), Column("rep_id", phrases.WHO_ID), Column("period", phrases.PERIOD))
_PAID = (
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("to_date", words.TO_DATE, Unit.QUANTITY),
    Column("target", phrases.TARGET, Unit.QUANTITY),
    Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
    Column("exact", phrases.EXACT_PAY, Unit.QUANTITY),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("why", phrases.WHY),
)


def component_section(found: Payroll, lines: Sequence[Line], *, key: str, title: Text, lang: Lang) -> Section:
    """The lines of one component, numbered by name and period, and their slices under the same numbers."""
    ordered = sorted(lines, key=lambda line: (found.name(line.participant), line.participant, line.period))
    slices = tuple(_slices(found, ordered, lang))
    people = _people(found, ordered, key=key, has_slices=bool(slices), lang=lang)
    columns = (_LINE, *_NAMED, *slices_of(in_money=_is_of_money(found, ordered)))
    tables = (people, TableBlock("slices", words.SLICES, columns, slices)) if slices else (people,)
    return Section(key, title, blocks=tables)


def _is_of_money(found: Payroll, lines: Sequence[Line]) -> bool:
    """Whether rates of the component are shares of an amount."""
    names, catalog = {line.component for line in lines}, found.desk.ground.catalog
    return all(is_money(one.measure, catalog) for one in found.plan.component if one.name in names)


def _people(found: Payroll, ordered: Sequence[Line], *, key: str, has_slices: bool, lang: Lang) -> TableBlock:
    rows = []
    for number, line in enumerate(ordered, start=1):
        exact, pay = Cell(None), Cell(line.pay)
        if line.earned is not None:
            of_slices = SumOf(Named(key, "slices"), PAY, same=("line", "line")) if has_slices else None
            exact = Cell(line.earned.exact, formula=of_slices)
            pay = Cell(line.pay, formula=settled(found, line))
        told = (Cell(line.credited), *of_target(line), exact, pay)
        rows.append(Row((*_named(found, line, number), *told, Cell(why(line.reasons, lang)))))
    columns = (_LINE, *_NAMED, *_PAID)
    at = [column.key for column in columns].index("payout")
    paid = Cell(pay_of(ordered), formula=SumOf(Named(key, "people"), "payout"))
    total = Row(tuple(paid if place == at else Cell(None) for place in range(len(columns))))
    return TableBlock("people", words.BY_PERSON, columns, tuple(rows), total=total)


def _slices(found: Payroll, ordered: Sequence[Line], lang: Lang) -> Iterator[Row]:
    for number, line in enumerate(ordered, start=1):
        if line.earned is not None:
            for row in slice_rows(line.earned, lang):
                yield Row((*_named(found, line, number), *row.cells))


def _named(found: Payroll, line: Line, number: int) -> tuple[Cell, ...]:
    return (Cell(number), Cell(found.name(line.participant)), Cell(line.participant), Cell(line.period.key))
