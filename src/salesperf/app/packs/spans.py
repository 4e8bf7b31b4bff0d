"""The lines of the days that a question needs: of millions of lines, those of three months are measured and not all.

Nothing is narrowed for metrics that look at other days: first purchases, balances, whoever stayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

import narwhals as nw
from msgspec.structs import replace

from salesperf.core.period import Period, Span
from salesperf.engine import kept
from salesperf.facts.calendar import Calendar
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import How
from salesperf.metrics.parts import atoms_under
from salesperf.metrics.request import Compare

_OF_ITS_DAYS = frozenset({How.SUM, How.COUNT, How.DISTINCT})
_WORTHWHILE = 0.6
"""The share of the days of the data up to which leaving out the others is worth the copy."""


def spans_of(periods: Iterable[Period], compare: Sequence[Compare], calendar: Calendar) -> tuple[Span, ...]:
    """The days of the periods and of the bases that they are compared with, without overlaps, in order."""
    wanted: list[Span] = []
    for period in periods:
        bases = (
            calendar.previous(period) if Compare.PREV in compare else None,
            calendar.year_ago(period) if Compare.YOY in compare else None,
        )
        wanted += [Span(one.start, one.end) for one in (period, *bases) if one is not None]
    merged: list[Span] = []
    for span in sorted(wanted):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def looks_at_its_days(measure: Measure) -> bool:
    """Whether every metric of a measure is of the lines of its period alone."""
    return all(
        lens.subject is Subject.SALES and all(ATOMS[atom].how in _OF_ITS_DAYS for atom in atoms)
        for lens, atoms in atoms_under(measure.metrics, measure.catalog).items()
    )


def of_days(measure: Measure, spans: Sequence[Span]) -> Measure:
    """The measure over the lines of these days; itself where they are most of the data."""
    data = measure.span
    there = [span for span in spans if span.start <= data.end and span.end >= data.start]
    inside = [Span(max(span.start, data.start), min(span.end, data.end)) for span in there]
    if not inside or sum(span.days for span in inside) > _WORTHWHILE * data.days:
        return measure
    day = nw.col("date")
    each = [(day >= nw.lit(span.start)) & (day <= nw.lit(span.end)) for span in inside]
    narrowed = measure.narrowed(reduce(or_, each))
    return replace(narrowed, lines={lens: kept(lines) for lens, lines in narrowed.lines.items()})
