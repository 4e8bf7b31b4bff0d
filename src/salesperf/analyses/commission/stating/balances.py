"""What stands between a person and the company after the last period of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import reduce

from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.lines import Kind
from salesperf.analyses.commission.people.settlement import Standing
from salesperf.analyses.commission.stating import words
from salesperf.core.money import EXACT
from salesperf.core.text import Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.model import Cell, Column, Row, TableBlock

ZERO = Decimal(0)
_OF_CASH = frozenset({Kind.UNCOLLECTED, Kind.COLLECTED})
_COLUMNS = (
    Column("balance", words.BALANCE),
    Column("amount", words.BALANCE_AMOUNT, Unit.MONEY),
)


def balances_table(found: Payroll, who: str, lang: Lang) -> TableBlock:
    """The balances that the plan can have, also those that are zero."""
    rows = tuple(Row((Cell(label.say(lang)), Cell(amount))) for label, amount in _balances(found, who))
    return TableBlock("balances", words.BALANCES, _COLUMNS, rows)


def _balances(found: Payroll, who: str) -> Iterator[tuple[Text, Decimal]]:
    standing = found.standings.get(who, Standing())
    terms = found.plan.settlement
    if terms.draw is not None or standing.draw_owed:
        yield words.DRAW_OWED, standing.draw_owed
    yield words.CARRIED, standing.owed
    if terms.holdback is not None or standing.reserve:
        yield words.RESERVE, standing.held_back
    held = [line.pay for line in found.lines if line.participant == who and line.kind in _OF_CASH]
    if held or any(component.waits for component in found.plan.component):
        yield words.WAITS, EXACT.minus(reduce(EXACT.add, held, ZERO))
