"""Rows of small tables that say something of a rep from one day to another: plans, managers, teams, roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Span
from salesperf.core.text import Text
from salesperf.facts.rep_names import RepKeys
from salesperf.tables.bundle import Table
from salesperf.tables.labels import table_words
from salesperf.tables.schema import FILE, ROW, SHEET

_EMPTY = Text("a row of {table} says no {column}", "{table}中有一行未填{column}")
_SEVERAL = Text("{rep!r} is the name of several reps", "「{rep}」是多名销售员的姓名")
_BACKWARDS = Text("{rep!r}: it ends on {to}, before it begins on {start}", "「{rep}」：结束日{to}早于开始日{start}")
_TWICE = Text(
    "{rep!r} has {one!r} ({first}) and {other!r} ({then}) on one day",
    "「{rep}」同一天有「{one}」（{first}）和「{other}」（{then}）",
)


class Dated(Struct, frozen=True):
    """What holds for a rep between two days, both included, and the row that says it."""

    rep: str
    value: str
    span: Span
    where: Where = Where()


def dated_rows(
    table: Table, value: str, reps: RepKeys, *, days: tuple[str, str] = ("from", "to"), are_reps: bool = False
) -> tuple[tuple[Dated, ...], tuple[Issue, ...]]:
    """The rows of a table with their values by rep and days, and the rows that cannot be read.

    A row without a first or a last day holds from or for ever. `are_reps`: the values are reps too.
    """
    found: list[Dated] = []
    faults: list[Issue] = []
    for row in table.frame.rows(named=True):
        where = Where(row.get(FILE), row.get(SHEET), row.get(ROW))
        fault = _fault(row, table, value, reps, days=days, are_reps=are_reps)
        if fault is not None:
            faults.append(issue("F621", fault, where))
            continue
        said = reps.of([row[value]])[row[value]] if are_reps else row[value]
        found.append(Dated(reps.of([row["rep_id"]])[row["rep_id"]], said, _span(row, days), where))
    return tuple(found), tuple(faults)


def _fault(
    row: Mapping[str, Any], table: Table, value: str, reps: RepKeys, *, days: tuple[str, str], are_reps: bool
) -> Text | None:
    for column in ("rep_id", value):
        if row[column] is None:
            return _EMPTY.fill(table=table_words(table.name), column=column)
    for column in ("rep_id", value) if are_reps else ("rep_id",):
        if row[column] in reps.several:
            return _SEVERAL.fill(rep=row[column])
    start, to = row.get(days[0]), row.get(days[1])
    return _BACKWARDS.fill(rep=row["rep_id"], start=start, to=to) if start and to and to < start else None


def _span(row: Mapping[str, Any], days: tuple[str, str]) -> Span:
    return Span(row.get(days[0]) or date.min, row.get(days[1]) or date.max)


def overlaps(rows: Iterable[Dated]) -> Iterator[Issue]:
    """The rows that begin while another of the same rep holds, each with the one of these that ends last."""
    of_rep: dict[str, list[Dated]] = {}
    for row in rows:
        of_rep.setdefault(row.rep, []).append(row)
    for rep in sorted(of_rep):
        ordered = sorted(of_rep[rep], key=lambda row: (row.span, row.value))
        last = ordered[0]
        for row in ordered[1:]:
            if row.span.start <= last.span.end:
                told = _TWICE.fill(rep=rep, one=last.value, other=row.value, first=said(last.span), then=said(row.span))
                yield issue("F620", told, row.where, value=rep)
            last = max(last, row, key=lambda one: one.span.end)


def said(span: Span) -> str:
    """A span as people write it: an open end stays open."""
    start = "" if span.start == date.min else span.start.isoformat()
    return f"{start}..{'' if span.end == date.max else span.end.isoformat()}"


def joined_spans(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same days as spans that do not touch each other."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start.toordinal() <= found[-1].end.toordinal() + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def spans_within(spans: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """The days that lie in both, each in order and without overlaps.

    >>> spans_within([Span(date(2026, 1, 1), date(2026, 1, 31))], [Span(date(2026, 1, 20), date(2026, 3, 1))])
    (Span(start=datetime.date(2026, 1, 20), end=datetime.date(2026, 1, 31)),)
    """
    known = tuple(others)
    return tuple(
        Span(max(one.start, other.start), min(one.end, other.end))
        for one in spans
        for other in known
        if one.start <= other.end and one.end >= other.start
    )
