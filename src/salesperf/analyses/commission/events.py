"""The rows that a participant is credited for, and those that nobody pays for: where each cent comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import narwhals as nw
import polars as pl

from salesperf.analyses.commission.credited import Credited
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.measured import WHO
from salesperf.core.money import exact
from salesperf.core.period import Span
from salesperf.engine import Frame, collect
from salesperf.facts.subject import Subject
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.behind import lines_behind
from salesperf.metrics.model import Atom, How, Metric, Simple
from salesperf.metrics.parts import Lens, atoms_under
from salesperf.metrics.scope import Scope

_WHENCE = {"_file": "file", "_sheet": "sheet", "_row": "row"}
_TOLD = ("date", "order", "customer", "status")
_NEW = frozenset({"new", "new_net"})
"""Atoms of customers who bought for the first time, from the person whom they count for."""


def events_behind(found: Credited, participant: str, span: Span, *, parts: tuple[str, ...] = ()) -> tuple[Event, ...]:
    """The rows that a component credits somebody with in a span, by day, file and row."""
    if found.rows is not None:
        inside = (rows for (who, period), rows in found.rows.items() if who == participant and _meet(period, span))
        return tuple(event for rows in inside for event in rows if event.date in span)
    scope, metric = found.scope, found.metric
    asked = atoms_under([metric], scope.measure.catalog)
    is_of_new = {atom for atoms in asked.values() for atom in atoms} <= _NEW
    column = _column(metric)
    events = [
        event
        for subject in dict.fromkeys(lens.subject for lens in asked)
        for lines in [(_of_new_customers if is_of_new else lines_behind)(scope, metric, subject, span)]
        for event in _read(lines, participant, column, parts)
    ]
    return tuple(sorted(events, key=lambda one: (one.date, one.place)))


def _of_new_customers(scope: Scope, metric: Metric, subject: Subject, span: Span) -> Frame:
    """The lines behind a number of new customers: of those whose first purchase from the person lies in the span."""
    until = lines_behind(scope, metric, subject, Span(date.min, span.end))
    bought_on = nw.when(~nw.col("buying_customer").is_null()).then(nw.col("date"))
    first = bought_on.min().over(WHO, "customer")
    return until.filter(first >= nw.lit(span.start), nw.col("date") >= nw.lit(span.start))


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and one.end >= other.start


def all_events(scope: Scope, metric: Metric, participant: str, span: Span, *, whose: str = WHO) -> tuple[Event, ...]:
    """All rows of the person in a span of what a measure is of, paid for or not; `whose` is the column of the person.

    None where the rows have no such column.
    """
    lenses = atoms_under([metric], scope.measure.catalog)
    inside = [
        scope.measure.lines[Lens(subject)].filter((nw.col("date") >= span.start) & (nw.col("date") <= span.end))
        for subject in dict.fromkeys(lens.subject for lens in lenses)
    ]
    events = [event for lines in inside for event in _read(lines, participant, _column(metric), (), whose)]
    return tuple(sorted(events, key=lambda one: (one.date, one.place)))


def _column(metric: Metric) -> str | None:
    """The column of amounts that a measure adds up; None where it counts or divides."""
    match metric.formula:
        case Simple(atom) if _adds(ATOMS[atom]):
            return ATOMS[atom].column
        case _:
            return None


def _adds(atom: Atom) -> bool:
    return atom.how is How.SUM


def _read(
    lines: Frame, participant: str, column: str | None, parts: tuple[str, ...], whose: str = WHO
) -> Iterator[Event]:
    names = set(lines.collect_schema().names())
    if whose not in names:
        return
    told = [name for name in (*_WHENCE, *_TOLD, *parts) if name in names]
    amount = [nw.col(column).alias("_amount")] if column in names else []
    kept = collect(lines.filter(nw.col(whose) == participant).select(*dict.fromkeys(told), *amount))
    for row in kept.with_columns(pl.col(pl.Categorical).cast(pl.String)).iter_rows(named=True):
        yield _event(row, parts)


def _event(row: Mapping[str, object], parts: tuple[str, ...]) -> Event:
    def word(name: str) -> str | None:
        value = row.get(name)
        return None if value is None else str(value)

    amount, day, number = row.get("_amount"), row["date"], row.get("_row")
    return Event(
        file=word("_file") or "",
        sheet=word("_sheet"),
        row=number if isinstance(number, int) else 0,
        date=day if isinstance(day, date) else date.min,
        order=word("order"),
        customer=word("customer"),
        status=word("status"),
        amount=exact(amount) if isinstance(amount, Decimal | int | float) else None,
        parts=tuple(word(name) or "" for name in parts),
    )
