"""The payout lines of statements as a table: what each line is, what it comes from exactly, and what it pays."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission import phrases
from salesperf.analyses.commission.apart_tables import PAY, why
from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.line_records import attainment
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.stating import words
from salesperf.analyses.commission.taken_apart import component_of
from salesperf.analyses.commission.trued_up import as_advanced
from salesperf.core.money import EXACT
from salesperf.core.text import Lang
from salesperf.core.unit import Unit
from salesperf.report.formula import Beside, Formula, Limited, Named, Rounded, SumOf
from salesperf.report.model import Cell, Column, Row, TableBlock

ZERO = Decimal(0)
TABLE = "payout"
_BY_PERIOD = Column("period", phrases.PERIOD)
_COLUMNS = (
    Column("component", phrases.COMPONENT),
    Column("kind", phrases.KIND),
    Column("credited", phrases.CREDITED, Unit.QUANTITY),
    Column("to_date", words.TO_DATE, Unit.QUANTITY),
    Column("target", phrases.TARGET, Unit.QUANTITY),
    Column("attainment", phrases.ATTAINMENT, Unit.RATIO),
    Column("exact", phrases.EXACT_PAY, Unit.QUANTITY),
    Column("payout", phrases.PAY, Unit.MONEY, adds_up=True),
    Column("why", phrases.WHY),
)


def payout_table(
    found: Payroll, lines: Sequence[Line], slices: Sequence[Named | None], *, section: str, lang: Lang
) -> TableBlock:
    """The lines with their total; `slices` are the tables that lines come from, None where a line comes from none."""
    periods = {line.period for line in lines}
    columns = (_BY_PERIOD, *_COLUMNS) if len(periods) > 1 else _COLUMNS
    rows = [
        Row((*((Cell(line.period.key),) if len(periods) > 1 else ()), *_cells(found, line, table, lang)))
        for line, table in zip(lines, slices, strict=True)
    ]
    paid = Cell(pay_of(lines), formula=SumOf(Named(section, TABLE), "payout"))
    blanks = [Cell(None) for _ in columns]
    at = [column.key for column in columns].index("payout")
    total = Row((Cell(phrases.TOTAL.say(lang)), *blanks[1:at], paid, *blanks[at + 1 :]))
    return TableBlock(TABLE, phrases.PAYOUT_LINES, columns, tuple(rows), total=total)


def pay_of(lines: Sequence[Line]) -> Decimal:
    """What lines pay together."""
    return reduce(EXACT.add, (line.pay for line in lines), ZERO)


def of_target(line: Line) -> tuple[Cell, Cell, Cell]:
    """What counts against the target, the target, and how far it is reached."""
    to_date = line.to_date if line.target is not None else None
    return (Cell(to_date), Cell(line.target), Cell(attainment(line)))


def settled(found: Payroll, line: Line) -> Formula | None:
    """How the pay of a line comes from the exact amount beside it: within its limits, rounded once."""
    for component in map(as_advanced, component_of(found, line)):
        exact: Formula = Beside("exact")
        if component.cap is not None or component.floor is not None:
            exact = Limited(exact, component.cap, component.floor)
        return rounded(exact, found.plan)
    return None


def rounded(of: Formula, plan: Plan) -> Formula:
    """A number rounded as the plan says."""
    terms = plan.plan.rounding
    return Rounded(of, terms.places, terms.mode)


def _cells(found: Payroll, line: Line, slices: Named | None, lang: Lang) -> tuple[Cell, ...]:
    exact = Cell(None)
    if line.earned is not None:
        exact = Cell(line.earned.exact, formula=None if slices is None else SumOf(slices, PAY))
    pay = Cell(line.pay, formula=None if line.earned is None else settled(found, line))
    return (
        Cell(line.label.say(lang)),
        Cell(words.KINDS[line.kind].say(lang)),
        Cell(line.credited),
        *of_target(line),
        exact,
        pay,
        Cell(why(line.reasons, lang)),
    )
