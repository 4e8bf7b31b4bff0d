"""What is said of tables that nothing recognises, and of columns the configuration names that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.columns import Sample, closest_headers
from salesperf.sources.detect import HEADER, LINES, WHOLE, Candidate, Verdict, table_aliases
from salesperf.sources.known import Known
from salesperf.sources.options import without_range
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.siblings import sister
from salesperf.tables.catalog import TABLES

_HALVES = {HEADER: ("amount",), LINES: ("order_date",)}
"""What half an order table lacks."""
_HEADERS = 12
"""Headers of a file that a message lists."""
_LONG = 40
"""Characters of a header from which a message cuts it."""


def half_alone(one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], is_alone: bool) -> Issue:
    """Half an order table: what it lacks, the headers that may be meant for it, and all there are."""
    is_header = one.recognition.role == HEADER
    message = f"the orders have {'dates but no amounts' if is_header else 'amounts but no dates'}"
    lacking = "amount" if is_header else "order_date"
    close = _close(_closest(lacking, verdict.best, sample, known)) if verdict.best else ""
    message += (f"; {close} for {lacking}" if close else "") + f"; {_there(sample)}"
    hint = f"{lacking} is missing: add the column, or map its header under [[table]] columns" if is_alone else ""
    return issue("R205", message, Where(one.raw.file.name, one.raw.sheet), hint=hint)


def lacking_beside(
    one: Known, tables: Sequence[Known], verdict: Verdict, sample: Sample, *, known: Sequence[Profile]
) -> list[Issue]:
    """What a table that was not recognised lacks of the export whose other files were."""
    whole = [other for other in tables if other.table is not None and other.recognition.role == WHOLE]
    place = sister(one.raw, [other.raw for other in whole]) if one.table is None else None
    if place is None:
        return []
    other = whole[place]
    candidates = (*([verdict.best] if verdict.best else []), *verdict.others)
    candidate = next((each for each in candidates if each.table == other.table), None)
    if candidate is None:
        return []
    where = Where(one.raw.file.name, one.raw.sheet)
    lacking = candidate.missing or tuple(column for column in _HALVES.get(candidate.role, ()))
    return [
        replace(
            fault,
            message=f"{fault.message}; {other.raw.file.name} has it under {other.found[column].header!r}"
            if column in other.found
            else fault.message,
        )
        for column in lacking
        for fault in (_missing(column, candidate, sample, known, where),)
    ]


def unrecognised(one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], must: bool) -> list[Issue]:
    """Why a table is none of ours: a tie, a missing column, or nothing known; an error where it `must` be known."""
    where = Where(one.raw.file.name, one.raw.sheet)
    if one.table is not None:
        return []
    if verdict.is_tie and verdict.best is not None:
        first, second = verdict.best, verdict.others[0]
        message = f"the table could be {_evidence(first)} or {_evidence(second)}"
        return [issue("R203", message, where, hint=f"--as {first.table} or --as {second.table}")]
    told = one.told is not None or (len(verdict.others) == 1)
    if told and verdict.others:
        return [_missing(column, verdict.others[0], sample, known, where) for column in verdict.others[0].missing]
    if not must and without_range(one.raw.sheet) != one.raw.sheet:
        message = "the rows and columns named hold another table, which is not recognised; they were left out"
        return [issue("R119", message, where, hint=_nearest(verdict, sample, known))]
    if not must:
        return [issue("R202", "no sales table recognised", where, hint=_nearest(verdict, sample, known))]
    return [
        issue(
            "R201", f"the table is none that is known; {_there(sample)}", where, hint=_nearest(verdict, sample, known)
        )
    ]


def headers_not_there(one: Known) -> list[Issue]:
    """Columns the configuration maps to headers that are not there."""
    if one.told is None:
        return []
    folded = {fold_header(header) for header in one.raw.header}
    return [
        issue(
            "R204",
            f"the configuration maps {column} to {header!r}, which is no header here",
            Where(one.raw.file.name, one.raw.sheet, column=header),
            hint=_close(closest_headers(header, one.raw.header, ())),
        )
        for column, header in one.told.columns.items()
        if fold_header(header) not in folded
    ]


def _missing(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile], where: Where) -> Issue:
    close = _close(_closest(column, candidate, sample, known))
    message = f"{candidate.table} needs {column}, which no header gives" + (f"; {close}" if close else "")
    message += f"; {_there(sample)}"
    return issue("R204", message, where)


def _closest(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile]) -> tuple[str, ...]:
    """The headers most like a column, of those that are not understood otherwise."""
    used = {mapped.header for mapped in candidate.found.values()}
    free = [header for header in sample.header if header not in used]
    return closest_headers(column, free, table_aliases(TABLES[candidate.table], sample, known))


def _nearest(verdict: Verdict, sample: Sample, known: Sequence[Profile]) -> str:
    """What the closest table lacks, with the headers most like it."""
    if not verdict.others or not verdict.others[0].found:
        return "no header is known"
    nearest = verdict.others[0]
    if nearest.objection:
        return f"closest is {nearest.table}, but {nearest.objection}"
    lacks = [
        f"{column} ({_close(close)})" if (close := _closest(column, nearest, sample, known)) else column
        for column in nearest.missing
    ]
    return f"closest is {nearest.table}, which lacks {', '.join(lacks)}"


def _there(sample: Sample) -> str:
    """The headers of the file, so that the missing one can be told."""
    more = f" and {len(sample.header) - _HEADERS} more" if len(sample.header) > _HEADERS else ""
    listed = ", ".join(
        repr(header if len(header) <= _LONG else header[: _LONG - 1] + "…") for header in sample.header[:_HEADERS]
    )
    return f"its headers: {listed}{more}"


def _close(headers: Sequence[str]) -> str:
    return f"closest headers: {', '.join(repr(header) for header in headers)}" if headers else ""


def _evidence(candidate: Candidate) -> str:
    pairs = ", ".join(f"{column} = {mapped.header!r}" for column, mapped in candidate.found.items())
    return f"{candidate.table} ({pairs})"
