"""What is said of tables that nothing recognises, and of columns the configuration names that are not there."""

from __future__ import annotations

from collections.abc import Sequence

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Text, in_quotes, listing, same
from salesperf.sources.by_month import DATED
from salesperf.sources.candidate import HALVES, HEADER, WHOLE, Candidate, Verdict
from salesperf.sources.closest_headers import closest_headers
from salesperf.sources.column_hint import Place, if_these_are_people, if_these_are_sales, lines_for_missing, place_of
from salesperf.sources.detect import table_aliases
from salesperf.sources.headerless import hint_of_columns
from salesperf.sources.known import Known
from salesperf.sources.months_only import hint_of_months
from salesperf.sources.options import without_range
from salesperf.sources.profile import Profile, fold_header
from salesperf.sources.sample import Sample
from salesperf.sources.siblings import sister
from salesperf.sources.unread_columns import unread_columns
from salesperf.tables.catalog import TABLES

_HEADERS = 12
"""Headers of a file that a message lists."""
_LONG = 40
"""Characters of a header from which a message cuts it."""

_SEMICOLON = Text("; ", "；")
_NOTHING = same("")
_DATES_ONLY = Text("the orders have dates but no amounts", "订单有日期但没有金额")
_AMOUNTS_ONLY = Text("the orders have amounts but no dates", "订单有金额但没有日期")
_ADD = Text(
    "{column} is missing: add the column, or map its header under [[table]] columns",
    "缺少 {column}：请补充该列，或在 [[table]] columns 中指定其表头",
)
_HAS_IT = Text("{file} has it under {header!r}", "{file} 中该列为「{header}」")
_TIE = Text("the table could be {first} or {second}", "该表可能是 {first} 或 {second}")
_ANOTHER = Text(
    "the rows and columns named hold another table, which is not recognised; they were left out",
    "所列的行和列是另一张表，无法识别，未读取",
)
_NO_SALES = Text("no sales table recognised", "未识别出销售数据表")
_NONE_KNOWN = Text("the table is none that is known", "无法识别该表")
_NO_HEADER = Text(
    "the configuration maps {column} to {header!r}, which is no header here",
    "配置将 {column} 对应到「{header}」，但此处没有这个表头",
)
_NEEDS = Text("{table} needs {column}, which no header gives", "{table} 需要 {column}，但没有表头与之对应")
_BUT = Text("closest is {table}, but {objection}", "最接近的是 {table}，但{objection}")
_WHICH_LACKS = Text("closest is {table}, which lacks {lacks}", "最接近的是 {table}，缺少 {lacks}")
_CELLS_UNREAD = Text(
    "closest is {table}, but the cells under {headers} cannot be read: name the file alone to see them",
    "最接近的是 {table}，但{headers}下的单元格无法读取：单独指定该文件即可查看",
)
_OR = Text("{nearest}; {lines}", "{nearest}；{lines}")
_THERE = Text("its headers: {headers}", "现有表头：{headers}")
_THERE_AND_MORE = Text("its headers: {headers} and {more} more", "现有表头：{headers} 等，另有 {more} 个")
_CLOSEST = Text("closest headers: {headers}", "最接近的表头：{headers}")


def half_alone(
    one: Known, verdict: Verdict, sample: Sample, *, known: Sequence[Profile], beside: Sequence[Known]
) -> list[Issue]:
    """Half an order table: what it lacks, the headers that may be meant for it, and all there are."""
    is_header = one.recognition.role == HEADER
    lacking = "amount" if is_header else "order_date"
    if verdict.best and (unread := list(unread_columns(one, verdict.best, (lacking,)))):
        return unread
    close = _close(_closest(lacking, verdict.best, sample, known)) if verdict.best else _NOTHING
    meant = Text("{close} for {lacking}", "{close}（可作 {lacking}）").fill(close=close, lacking=lacking)
    said = (_DATES_ONLY if is_header else _AMOUNTS_ONLY, *((meant,) if close else ()), _there(sample))
    months = _months(verdict.best, sample) if lacking == "order_date" and verdict.best else None
    lines = lines_for_missing(_place(one, beside), verdict.best, sample) if verdict.best and not one.told else None
    is_alone = len({other.raw.file.name for other in beside}) == 1
    hint = months or lines or (_ADD.fill(column=lacking) if is_alone else "")
    return [issue("R205", listing(said, _SEMICOLON), Where(one.raw.file.name, one.raw.sheet), hint=hint)]


def lacking_beside(
    one: Known, tables: Sequence[Known], verdict: Verdict, sample: Sample, *, known: Sequence[Profile]
) -> list[Issue]:
    """What a table that was not recognised lacks of the export whose other files were."""
    whole = [other for other in tables if other.table is not None and other.recognition.role == WHOLE]
    place = sister(one.raw, [other.raw for other in whole]) if one.table is None else None
    if place is None:
        return []
    other = whole[place]
    candidate = _of(verdict, other.table)
    if candidate is None:
        return []
    where = Where(one.raw.file.name, one.raw.sheet)
    lacking = candidate.missing or HALVES.get(candidate.role, ())
    hint = lines_for_missing(_place(one, tables), candidate, sample) or ""
    return [
        *unread_columns(one, candidate, lacking),
        *(
            issue("R204", listing((said, *_beside(other, column)), _SEMICOLON), where, hint=hint)
            for column in lacking
            if not candidate.unread_for(column)
            for said in (_lack(column, candidate, sample, known),)
        ),
    ]


def _beside(other: Known, column: str) -> tuple[Text, ...]:
    """Under which header the other file has the column."""
    if column not in other.found:
        return ()
    return (_HAS_IT.fill(file=other.raw.file.name, header=other.found[column].header),)


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
        hint = Text(f"--as {first.table} or --as {second.table}", f"--as {first.table} 或 --as {second.table}")
        return [issue("R203", message, where, hint=hint)]
    told = one.told is not None or (len(verdict.others) == 1)
    nearest = verdict.others[0] if verdict.others else None
    if nearest is not None and (told or (must and nearest.is_unread)):
        lacking = [column for column in nearest.missing if not nearest.unread_for(column)]
        columns = one.told.columns if one.told else None
        lines = lines_for_missing(_place(one, beside), nearest, sample, told=columns)
        return [
            *unread_columns(one, nearest, nearest.missing),
            *(
                issue("R204", _lack(column, nearest, sample, known), where, hint=hint)
                for column in lacking
                for hint in [_hint(column, nearest, sample) or lines or ""]
            ),
        ]
    if not must:
        code, message = ("R202", _NO_SALES) if without_range(one.raw.sheet) == one.raw.sheet else ("R119", _ANOTHER)
        people = if_these_are_people(_place(one, beside), _of(verdict, "people"), sample)
        return [issue(code, message, where, hint=people or _what_helps(one, verdict, sample, known))]
    helps = _what_helps(one, verdict, sample, known)
    paste = if_these_are_sales(_place(one, beside), sample, _of_orders(verdict)) if one.raw.layout.header_row else None
    hint = helps if paste is None else _OR.fill(nearest=helps, lines=paste)
    return [issue("R201", listing((_NONE_KNOWN, _there(sample)), _SEMICOLON), where, hint=hint)]


def headers_not_there(one: Known) -> list[Issue]:
    """Columns the configuration maps to headers that are not there."""
    if one.told is None:
        return []
    folded = {fold_header(header) for header in one.raw.header}
    return [
        issue(
            "R204",
            _NO_HEADER.fill(column=column, header=header),
            Where(one.raw.file.name, one.raw.sheet, column=header),
            hint=_close(closest_headers(header, one.raw.header, ())),
        )
        for column, header in one.told.columns.items()
        if fold_header(header) not in folded
    ]


def _place(one: Known, beside: Sequence[Known]) -> Place:
    return place_of(one.raw, [other.raw for other in beside])


def _of_orders(verdict: Verdict) -> dict[str, str]:
    """The headers that are understood as those of orders, by column."""
    orders = _of(verdict, "orders")
    return {column: mapped.header for column, mapped in orders.found.items()} if orders else {}


def _of(verdict: Verdict, table: str | None) -> Candidate | None:
    """What a header would be as one canonical table."""
    candidates = (*([verdict.best] if verdict.best else []), *verdict.others)
    return next((each for each in candidates if each.table == table), None)


def _lack(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile]) -> Text:
    close = _close(_closest(column, candidate, sample, known))
    said = _NEEDS.fill(table=candidate.table, column=column)
    return listing((said, *((close,) if close else ()), _there(sample)), _SEMICOLON)


def _closest(column: str, candidate: Candidate, sample: Sample, known: Sequence[Profile]) -> tuple[str, ...]:
    """The headers most like a column, of those that are not understood otherwise."""
    used = {mapped.header for mapped in candidate.found.values()}
    free = [header for header in sample.header if header not in used]
    return closest_headers(column, free, table_aliases(TABLES[candidate.table], sample, known))


def _what_helps(one: Known, verdict: Verdict, sample: Sample, known: Sequence[Profile]) -> Text:
    """What the closest table lacks; without a header, the columns with some of their cells."""
    return hint_of_columns(one, sample) if one.raw.layout.header_row is None else _nearest(verdict, sample, known)


def _nearest(verdict: Verdict, sample: Sample, known: Sequence[Profile]) -> Text:
    """What the closest table lacks, with the headers most like it."""
    if not verdict.others or not verdict.others[0].found:
        return Text("no header is known", "没有可识别的表头")
    nearest = next((one for one in verdict.others if one.missing or one.objection), verdict.others[0])
    if nearest.table in DATED and set(nearest.missing) == {DATED[nearest.table]} and (told := _months(nearest, sample)):
        return told
    if nearest.objection:
        return _BUT.fill(table=nearest.table, objection=nearest.objection)
    if nearest.is_unread:
        headers = (nearest.unread[each] for column in nearest.missing for each in nearest.unread_for(column))
        return _CELLS_UNREAD.fill(table=nearest.table, headers=in_quotes(dict.fromkeys(headers)))
    phrase = Text("{column} ({close})", "{column}（{close}）")
    lacks = [
        phrase.fill(column=column, close=_close(close)) if close else column
        for column in nearest.missing
        for close in [_closest(column, nearest, sample, known)]
    ]
    return _WHICH_LACKS.fill(table=nearest.table, lacks=listing(lacks))


def _hint(column: str, candidate: Candidate, sample: Sample) -> Text:
    months = _months(candidate, sample) if column == DATED.get(candidate.table) else None
    return months or _NOTHING


def _months(candidate: Candidate, sample: Sample) -> Text | None:
    """What to do where the file says months instead of days."""
    return hint_of_months(sample, taken=frozenset(mapped.header for mapped in candidate.found.values()))


def _there(sample: Sample) -> Text:
    """The headers of the file, so that the missing one can be told."""
    more = len(sample.header) - _HEADERS
    named = in_quotes(
        header if len(header) <= _LONG else header[: _LONG - 1] + "…" for header in sample.header[:_HEADERS]
    )
    return (_THERE_AND_MORE if more > 0 else _THERE).fill(headers=named, more=more)


def _close(headers: Sequence[str]) -> Text:
    return _CLOSEST.fill(headers=in_quotes(headers)) if headers else _NOTHING


def _evidence(candidate: Candidate) -> Text:
    pairs = listing(
        Text(f"{column} = {mapped.header!r}", f"{column} = 「{mapped.header}」")
        for column, mapped in candidate.found.items()
    )
    return Text("{table} ({pairs})", "{table}（{pairs}）").fill(table=candidate.table, pairs=pairs)
