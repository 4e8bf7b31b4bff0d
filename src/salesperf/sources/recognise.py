"""Each raw table is given its canonical table, once a distinct header; what is none of ours is told with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path, PurePath

import polars as pl

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.sources.columns import Sample, closest_headers
from salesperf.sources.detect import HEADER, LINES, WHOLE, Candidate, Verdict, detected, detected_as, table_aliases
from salesperf.sources.loaded import Mapped, Recognition
from salesperf.sources.options import ReadOptions, TableOptions, without_range
from salesperf.sources.profile import Profile, fold_header, profiles
from salesperf.sources.raw import RawTable
from salesperf.sources.target_known import NAME as TARGETS
from salesperf.sources.target_known import found_targets
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.tables.catalog import TABLES

_OF_GOODS = frozenset({"product_id", "product_name", "quantity", "unit_price"})
_HEADERS = 12
"""Headers of a file that a message lists."""
_LONG = 40
"""Characters of a header from which a message cuts it."""
_SAMPLES = 8
"""Files of one header whose samples are looked at together."""
_Key = tuple[tuple[str, ...], tuple[str, ...], str | None, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """A raw table with what it was recognised as; `found` maps canonical columns to headers.

    `targets` is how a sheet of targets lies, None for any other table.
    """

    raw: RawTable
    recognition: Recognition
    found: Mapping[str, Mapped]
    told: TableOptions | None = None
    targets: TargetSheet | None = None

    @property
    def table(self) -> str | None:
        """The canonical table, None for none of ours."""
        return self.recognition.table


@dataclass(frozen=True, slots=True)
class Recognised:
    """All raw tables in their order, and what the user should know."""

    tables: tuple[Known, ...]
    issues: tuple[Issue, ...]


def recognised(raws: Sequence[RawTable], options: ReadOptions, *, named: Collection[Path]) -> Recognised:
    """Recognise every raw table; `named` are the files the user named one by one, which must be recognised."""
    known = profiles(options.profile_dirs)
    verdicts: dict[_Key, tuple[Verdict, Sample]] = {}
    keys = [_key(raw, options) for raw in raws]
    for key in dict.fromkeys(keys):
        sample = _sample([raw for raw, own in zip(raws, keys, strict=True) if own == key])
        told = dict(key[3])
        verdict = detected_as(key[2], sample, known, told) if key[2] else detected(sample, known)
        verdicts[key] = (verdict, sample)
    tables = [_known(raw, verdicts[key][0], options) for raw, key in zip(raws, keys, strict=True)]
    tables, faults = _paired(tables, verdicts, keys, known, named=named)
    issues = [
        fault
        for place, (one, key) in enumerate(zip(tables, keys, strict=True))
        for fault in (
            *_told_faults(one),
            *(faults.get(place) or _faults(one, *verdicts[key], known=known, must=_must_be_known(one, named, tables))),
        )
    ]
    return Recognised(tuple(tables), tuple(issues))


def _must_be_known(one: Known, named: Collection[Path], tables: Sequence[Known]) -> bool:
    """Whether a table that is none of ours is a fault; a sheet of notes beside one that is ours is not."""
    return _is_named(one, named) and not any(
        other.raw.file is one.raw.file and other.table is not None for other in tables
    )


def _is_named(one: Known, named: Collection[Path]) -> bool:
    """Whether the user named the file itself (standard input is named), not its folder."""
    path = one.raw.file.path
    return path is None or path.resolve() in named


def options_for(raw: RawTable, tables: Iterable[TableOptions]) -> TableOptions | None:
    """The `[[table]]` of the configuration that a raw table falls under, if any."""
    base = PurePath(raw.file.name).name
    for told in tables:
        fits = any(fnmatch(base, PurePath(pattern).name) for pattern in told.files)
        if fits and (told.sheet is None or raw.sheet is None or told.sheet in {raw.sheet, without_range(raw.sheet)}):
            return told
    return None


def _key(raw: RawTable, options: ReadOptions) -> _Key:
    told = options_for(raw, options.tables)
    table = options.as_table or (told.name if told else None)
    dtypes = tuple(str(dtype) for dtype in raw.sample.dtypes)
    return (raw.header, dtypes, table, tuple(sorted(told.columns.items())) if told else ())


def _sample(raws: Sequence[RawTable]) -> Sample:
    if len(raws) == 1:
        return Sample(raws[0].header, raws[0].sample)
    samples = sorted((raw.sample for raw in raws[:_SAMPLES]), key=lambda sample: -sample.height)
    return Sample(raws[0].header, pl.concat(samples), samples[0].height)


def _known(raw: RawTable, verdict: Verdict, options: ReadOptions) -> Known:
    told = options_for(raw, options.tables)
    if (sheet := found_targets(raw, verdict, options, told)) is not None:
        return Known(raw, sheet.recognition, sheet.found, told, sheet.sheet)
    best = None if verdict.is_tie or (verdict.best and verdict.best.table == TARGETS) else verdict.best
    used = {mapped.header for mapped in best.found.values()} if best else set()
    recognition = Recognition(
        file=raw.file.name,
        sheet=raw.sheet,
        table=best.table if best else None,
        profile=best.profile if best else None,
        mapped=tuple(best.found.values()) if best else (),
        unmapped=tuple(header for header in raw.header if header not in used),
        score=best.score if best else 0.0,
        layout=raw.layout,
        runners_up=tuple((other.table, other.score) for other in verdict.others if other.is_possible),
        role=best.role if best else WHOLE,
    )
    return Known(raw, recognition, best.found if best else {}, told)


def _paired(
    tables: list[Known],
    verdicts: Mapping[_Key, tuple[Verdict, Sample]],
    keys: Sequence[_Key],
    known: Sequence[Profile],
    *,
    named: Collection[Path],
) -> tuple[list[Known], dict[int, list[Issue]]]:
    """Header and lines files need each other; whole orders become headers where lines of theirs are given."""
    roles = [one.recognition.role if one.table == "orders" else "" for one in tables]
    faults: dict[int, list[Issue]] = {}
    for place in _other_lines(tables, roles):
        roles[place], tables[place] = "", _none_of_ours(tables[place])
    if LINES in roles and HEADER not in roles:
        for place, one in enumerate(tables):
            order = one.found.get("order_id")
            if roles[place] == WHOLE and order and verdicts[keys[place]][1].is_unique(order.header, share=1.0):
                roles[place] = HEADER
                where = Where(one.raw.file.name, one.raw.sheet)
                faults[place] = [issue("R404", "another file has the lines of these orders", where)]
    for place, one in enumerate(tables):
        other = {HEADER: LINES, LINES: HEADER}.get(roles[place])
        if other and other not in roles:
            if _is_named(one, named):
                is_alone = len({table.raw.file.name for table in tables}) == 1
                faults[place] = [_half(one, *verdicts[keys[place]], known=known, is_alone=is_alone)]
            tables[place] = _none_of_ours(one)
        elif roles[place] in {HEADER, LINES}:
            tables[place] = replace(one, recognition=replace(one.recognition, role=roles[place]))
    return tables, faults


def _other_lines(tables: Sequence[Known], roles: Sequence[str]) -> list[int]:
    """Lines files that say nothing of goods beside lines that do, or beside whole orders: payments of them, say."""
    lines = [place for place, role in enumerate(roles) if role == LINES]
    goods = [place for place in lines if not _OF_GOODS.isdisjoint(tables[place].found)]
    has_better = bool(goods) or (WHOLE in roles and HEADER not in roles)
    return [place for place in lines if place not in goods] if has_better else []


def _none_of_ours(one: Known) -> Known:
    recognition = replace(one.recognition, table=None, mapped=(), unmapped=one.raw.header, score=0.0, role=WHOLE)
    return replace(one, recognition=recognition, found={})


def _half(one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], is_alone: bool) -> Issue:
    """Half an order table: what it lacks, the headers that may be meant for it, and all there are."""
    is_header = one.recognition.role == HEADER
    message = f"the orders have {'dates but no amounts' if is_header else 'amounts but no dates'}"
    lacking = "amount" if is_header else "order_date"
    close = _close(_closest(lacking, verdict.best, sample, known)) if verdict.best else ""
    message += (f"; {close} for {lacking}" if close else "") + f"; {_there(sample)}"
    hint = f"{lacking} is missing: add the column, or map its header under [[table]] columns" if is_alone else ""
    return issue("R205", message, Where(one.raw.file.name, one.raw.sheet), hint=hint)


def _faults(one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], must: bool) -> list[Issue]:
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


def _told_faults(one: Known) -> list[Issue]:
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
