"""The lines of sales that a question about customers or products is asked of, and the days they reach over."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from salesperf.core.errors import DataError
from salesperf.core.text import Text
from salesperf.facts.days import Days, within
from salesperf.facts.dimensions import Split, split
from salesperf.facts.filter import filtered, parse_conditions
from salesperf.facts.sales import Sales
from salesperf.tables.bundle import Bundle

_NO_DAYS = Text("no line of sales has a date", "没有任何销售明细带有日期")


class Chosen(Struct, frozen=True):
    """The lines with a column of every dimension asked for, what these are called, and the days of the sales."""

    found: Split
    days: Days
    is_cut: bool
    """Whether conditions chose the lines: who is in none of them may have bought elsewhere."""


def chosen_lines(sales: Sales, bundle: Bundle, *, by: Sequence[str], where: Sequence[str], needed_for: Text) -> Chosen:
    """The lines that satisfy the conditions, split by dimensions; `needed_for` says what dates are needed for.

    Lines without a day are among them. Raises `DataError` where none has one or the files do not tell a dimension.
    """
    if sales.days is None:
        raise DataError(_NO_DAYS, needed_for)
    conditions = parse_conditions(where)
    asked = dict.fromkeys((*by, *(one.key for one in conditions if one.is_dimension)))
    found = split(sales, bundle, by=tuple(asked))
    lines = filtered(within(found.lines, sales.days), conditions, labels=found.labels)
    return Chosen(Split(lines, found.labels, found.findings, found.notes), sales.days, bool(conditions))
