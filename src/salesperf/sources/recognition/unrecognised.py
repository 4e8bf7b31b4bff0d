"""What is said of tables that nothing recognises, and of columns the configuration names that are not there."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, in_quotes, listing, same
from salesperf.sources.known import Known
from salesperf.sources.options import without_range
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.recognition.by_month import DATED
from salesperf.sources.recognition.candidate import Candidate, Verdict
from salesperf.sources.recognition.closest_headers import closest_headers
from salesperf.sources.recognition.column_hint import (
    Place,
    if_it_lacks_one,
    if_these_are_people,
    if_these_are_sales,
    lines_for_missing,
)
from salesperf.sources.recognition.headerless import hint_of_columns
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
from salesperf.tables.labels import column_words, table_words
from salesperf.tables.paste import sister_lines

_NOTHING = same("")
_TIE = Text("the table could be {first} or {second}", "该表可能是 {first} 或 {second}")
_ANOTHER = Text(
    "the rows and columns named hold another table, which is not recognised; they were left out",
    "所列的行和列是另一张表，无法识别，未读取",
)
_NO_SALES = Text("no sales table recognised", "未识别出销售数据表")
_NONE_KNOWN = Text("the table is none that is known", "无法识别该表")
_NO_HEADER = Text(
    "the configuration maps {column} to {header!r}, which is no header here",
    "配置将{column}对应到「{header}」，但此处没有这个表头",
)
_BUT = Text("closest is {table}, but {objection}", "最接近的是{table}，但{objection}")
_WHICH_LACKS = Text("closest is {table}, which lacks {lacks}", "最接近的是{table}，缺少{lacks}")
_CELLS_UNREAD = Text(
    "closest is {table}, but the cells under {headers} cannot be read: name the file alone to see them",
    "最接近的是{table}，但{headers}下的单元格无法读取：单独指定该文件即可查看",
)
_SAY_WHICH = Text(
    'say in salesperf.toml which it is, in this way or with name = "{second}":{toml}',
    '请在 salesperf.toml 中写明是哪一种，如下所示，或写 name = "{second}"：{toml}',
)
_OR = Text("{nearest}; {lines}", "{nearest}；{lines}")


def unrecognised(
    one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], beside: Sequence[Known], must: bool
) -> list[Issue]:
    """Why a table is none of ours: a tie, a missing column, or nothing known; an error where it `must` be known.

    `beside` are all tables that are read.
    """
    where = Where(one.raw.file.name, one.raw.sheet)
    if one.table is not None:
        return []
    if verdict.is_tie and verdict.best is not None:
        first, second = verdict.best, verdict.others[0]
        message = _TIE.fill(first=_evidence(first), second=_evidence(second))
        hint = _which_of(place_among(one, beside), first.table, second.table, is_alone=len(beside) == 1)
        return [issue("R203", message, where, hint=hint)]
    told = one.told is not None or (len(verdict.others) == 1)
    nearest = verdict.others[0] if verdict.others else None
    if nearest is not None and (told or (must and nearest.is_unread)):
        lacking = [column for column in nearest.missing if not nearest.unread_for(column)]
        columns = one.told.columns if one.told else None
        lines = lines_for_missing(place_among(one, beside), nearest, sample, told=columns)
        return [
            *unread_columns(one, nearest, nearest.missing),
            *(
                issue("R204", lack_of(column, nearest, sample, known), where, hint=hint)
                for column in lacking
                for hint in [_hint(column, nearest, sample) or lines or ""]
            ),
        ]
    helps = _what_helps(one, verdict, sample, known)
    if not must:
        code, message = ("R202", _NO_SALES) if without_range(one.raw.sheet) == one.raw.sheet else ("R119", _ANOTHER)
        people = if_these_are_people(place_among(one, beside), verdict.candidate("people"), sample)
        day = if_it_lacks_one(place_among(one, beside), nearest, sample) if nearest is not None else None
        return [
            issue(code, message, where, hint=people or (helps if day is None else _OR.fill(nearest=helps, lines=day)))
        ]
    paste = (
        if_these_are_sales(place_among(one, beside), sample, _of_orders(verdict)) if one.raw.layout.header_row else None
    )
    hint = helps if paste is None else _OR.fill(nearest=helps, lines=paste)
    return [issue("R201", listing((_NONE_KNOWN, headers_there(sample)), SEMICOLON), where, hint=hint)]


def _which_of(place: Place, first: str, second: str, *, is_alone: bool) -> Text:
    """What says which of two a table is: a flag, which holds for every file, or the lines for one of several."""
    if is_alone:
        return Text(f"--as {first} or --as {second}", f"--as {first} 或 --as {second}")
    sheet = {"sheet": place.sheet} if place.sheet else {}
    return _SAY_WHICH.fill(second=second, toml=sister_lines(first, place.files, sheet).rstrip())


def headers_not_there(one: Known) -> list[Issue]:
    """Columns the configuration maps to headers that are not there."""
    if one.told is None:
        return []
    folded = {fold_header(header) for header in one.raw.header}
    return [
        issue(
            "R204",
            _NO_HEADER.fill(column=column_words(column), header=header),
            Where(one.raw.file.name, one.raw.sheet, column=header),
            hint=said_close(closest_headers(header, one.raw.header, ())),
        )
        for column, header in one.told.columns.items()
        if fold_header(header) not in folded
    ]


def _of_orders(verdict: Verdict) -> dict[str, str]:
    """The headers that are understood as those of orders, by column."""
    orders = verdict.candidate("orders")
    return {column: mapped.header for column, mapped in orders.found.items()} if orders else {}


def _what_helps(one: Known, verdict: Verdict, sample: Sample, known: Sequence[Profile]) -> Text:
    """What the closest table lacks; without a header, the columns with some of their cells."""
    return hint_of_columns(one, sample) if one.raw.layout.header_row is None else _nearest(verdict, sample, known)


def _nearest(verdict: Verdict, sample: Sample, known: Sequence[Profile]) -> Text:
    """What the closest table lacks, with the headers most like it."""
    if not verdict.others or not verdict.others[0].found:
        return Text("no header is known", "没有可识别的表头")
    nearest = next((one for one in verdict.others if one.missing or one.objection), verdict.others[0])
    if (
        nearest.table in DATED
        and set(nearest.missing) == {DATED[nearest.table]}
        and (told := months_instead(nearest, sample))
    ):
        return told
    if nearest.objection:
        return _BUT.fill(table=table_words(nearest.table), objection=nearest.objection)
    if nearest.is_unread:
        headers = (nearest.unread[each] for column in nearest.missing for each in nearest.unread_for(column))
        return _CELLS_UNREAD.fill(table=table_words(nearest.table), headers=in_quotes(dict.fromkeys(headers)))
    phrase = Text("{column} ({close})", "{column}，{close}")
    lacks = [
        phrase.fill(column=column_words(column), close=said_close(close)) if close else column_words(column)
        for column in nearest.missing
        for close in [closest_to(column, nearest, sample, known)]
    ]
    return _WHICH_LACKS.fill(table=table_words(nearest.table), lacks=listing(lacks))


def _hint(column: str, candidate: Candidate, sample: Sample) -> Text:
    months = months_instead(candidate, sample) if column == DATED.get(candidate.table) else None
    return months or _NOTHING


def _evidence(candidate: Candidate) -> Text:
    pairs = listing(
        Text(f"{column} = {mapped.header!r}", f"{column} = 「{mapped.header}」")
        for column, mapped in candidate.found.items()
    )
    return Text("{table} ({pairs})", "{table}（{pairs}）").fill(table=candidate.table, pairs=pairs)
