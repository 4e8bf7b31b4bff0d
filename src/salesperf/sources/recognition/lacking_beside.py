"""What a table lacks that the files beside it have: half of orders, or a column that a sister file has."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, listing
from salesperf.sources.files.siblings import sister
from salesperf.sources.known import Known
from salesperf.sources.profile import Profile
from salesperf.sources.recognition.candidate import HALVES, HEADER, WHOLE, Verdict
from salesperf.sources.recognition.column_hint import lines_for_missing
from salesperf.sources.recognition.lacking import (
    SEMICOLON,
    closest_to,
    headers_there,
    lack_of,
    months_instead,
    place_among,
    said_close,
)
from salesperf.sources.recognition.sample import Sample
from salesperf.sources.recognition.unread_columns import unread_columns
from salesperf.tables.labels import column_words

_DATES_ONLY = Text("the orders have dates but no amounts", "订单有日期但没有金额")
_AMOUNTS_ONLY = Text("the orders have amounts but no dates", "订单有金额但没有日期")
_ADD = Text(
    "{column} is missing: add the column, or map its header under [[table]] columns",
    "缺少{column}：请补充该列，或在 [[table]] columns 中指定其表头",
)
_MEANT = Text("{close} for {lacking}", "{close}（可作 {lacking}）")
_HAS_IT = Text("{file} has it under {header!r}", "{file} 中该列为「{header}」")


def half_alone(
    one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], beside: Sequence[Known]
) -> list[Issue]:
    """Half an order table: what it lacks, the headers that may be meant for it, and all there are."""
    is_header = one.recognition.role == HEADER
    lacking = "amount" if is_header else "order_date"
    if verdict.best and (unread := list(unread_columns(one, verdict.best, (lacking,)))):
        return unread
    close = said_close(closest_to(lacking, verdict.best, sample, known)) if verdict.best else None
    meant = (_MEANT.fill(close=close, lacking=lacking),) if close else ()
    said = (_DATES_ONLY if is_header else _AMOUNTS_ONLY, *meant, headers_there(sample))
    months = months_instead(verdict.best, sample) if lacking == "order_date" and verdict.best else None
    lines = lines_for_missing(place_among(one, beside), verdict.best, sample) if verdict.best and not one.told else None
    is_alone = len({other.raw.file.name for other in beside}) == 1
    hint = months or lines or (_ADD.fill(column=column_words(lacking)) if is_alone else "")
    return [issue("R205", listing(said, SEMICOLON), Where(one.raw.file.name, one.raw.sheet), hint=hint)]


def lacking_beside(
    one: Known, tables: Sequence[Known], verdict: Verdict, sample: Sample, *, known: Sequence[Profile]
) -> list[Issue]:
    """What a table that was not recognised lacks of the export whose other files were."""
    if one.table is not None:
        return []
    whole = [other for other in tables if other.table is not None and other.recognition.role == WHOLE]
    place = sister(one.raw, [other.raw for other in whole])
    if place is None:
        return []
    other = whole[place]
    candidate = verdict.candidate(other.table)
    if candidate is None:
        return []
    where = Where(one.raw.file.name, one.raw.sheet)
    lacking = candidate.missing or HALVES.get(candidate.role, ())
    hint = lines_for_missing(place_among(one, tables), candidate, sample) or ""
    return [
        *unread_columns(one, candidate, lacking),
        *(
            issue("R204", listing((said, *_beside(other, column)), SEMICOLON), where, hint=hint)
            for column in lacking
            if not candidate.unread_for(column)
            for said in (lack_of(column, candidate, sample, known),)
        ),
    ]


def _beside(other: Known, column: str) -> tuple[Text, ...]:
    """Under which header the other file has the column."""
    if column not in other.found:
        return ()
    return (_HAS_IT.fill(file=other.raw.file.name, header=other.found[column].header),)
