"""Columns that nobody reads, whose cells say that rows are cancelled, returned, tests, samples: told with their sums.

Such a row counts as long as no column that is read says otherwise; here it is only said so. Small files are looked at
whole; of large ones the columns whose header or first rows speak of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import polars as pl
from msgspec import Struct

from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.text import Count, Text, listing
from salesperf.sources.known import Known
from salesperf.sources.profile import LINE_TYPE
from salesperf.sources.recognition.doubt_cures import TAKE_OUT, cure_of_flag, cure_of_words
from salesperf.sources.recognition.role_notes import money_told
from salesperf.sources.values.blanks import cleaned
from salesperf.tables.doubt_words import (
    Doubt,
    answer_of,
    doubts,
    flag_of,
    is_of_others,
    is_of_remarks,
    is_suspect_header,
    tells_when_or_why,
)
from salesperf.tables.line_words import LineKind, kind_of_word

_TABLES = frozenset({"orders", "invoices", "deals", "payments"})
_FEW = 40
"""Different words up to which a column is one of words and not of names, numbers or remarks."""
_MOST = 5_000
"""Different cells up to which remarks are looked at."""
_NEARLY_ALL = 0.9
"""The share of rows that are filled, from which a filled cell says nothing of its row."""
_SHOWN = 6
_IDLE = frozenset({LineKind.CANCELLED, LineKind.OPEN, LineKind.RETURNED})
_COUNT = Text(
    "{header!r} is not used, and rows that it would leave out count: {words}",
    "未使用「{header}」列，其中可能应剔除的行仍计入：{words}",
)
_MAY_COUNT = Text(
    "{header!r} is not used, and rows that it may leave out count: {words}",
    "未使用「{header}」列，其中也许应剔除的行仍计入：{words}",
)
_WORD = Text("{word!r} in {rows:row|rows}{money}", "「{word}」{rows} 行{money}")
_FILLED = Text("{rows:row|rows} where it is filled{money}", "有内容的 {rows} 行{money}")
_EMPTY = Text("{rows:row|rows} where it is empty{money}", "空白的 {rows} 行{money}")
_MORE = Text("{words:other word|other words}", "另有 {words} 种")
_NOTE = Text("{place}: {said}; {cure}", "{place}：{said}；{cure}")


class Told(Struct, frozen=True):
    """What is said of the unused columns of one read."""

    issues: tuple[Issue, ...] = ()
    notes: tuple[Text, ...] = ()


class _Finding(Struct, frozen=True):
    """The words of one column that would leave rows out, each with its rows and their sum, and what helps."""

    header: str
    words: Sequence[tuple[str, int, object]]
    cure: Text
    is_sure: bool
    are_filled: bool = False
    is_remark: bool = False
    """Said in words of somebody's own: what they mean is plain, whether the row counts is not."""


def unused_columns(table: str, frame: pl.DataFrame, files: Sequence[Known]) -> Told:
    """What the columns nobody reads say of rows that count; `frame` has all rows of the files in their order."""
    one = files[0]
    if table not in _TABLES or "amount" not in frame.columns or one.returned_by is not None:
        return Told()
    headers = [header for header in _unused(one) if _is_worth_a_look(one, header)]
    if not headers:
        return Told()
    counted = counting(table, frame)
    cells = pl.concat([each.raw.frame.select(headers) for each in files]).collect()
    if not counted.any() or cells.height != frame.height:
        return Told()
    tallies = ((header, _tally(cells[header], frame["amount"], counted)) for header in headers)
    found = [finding for header, tally in tallies if (finding := _finding(table, files, header, tally))]
    told = [(finding, _said(finding)) for finding in found]
    names = ", ".join(each.raw.file.name for each in files[:3]) + (" ..." if len(files) > 3 else "")  # noqa: PLR2004
    issues = tuple(
        issue(
            "R341" if finding.is_sure else "R342",
            said,
            Where(names, one.raw.sheet, column=finding.header),
            hint=finding.cure,
            count=sum(rows for _, rows, _ in finding.words),
        )
        for finding, said in told
    )
    notes = tuple(
        _NOTE.fill(place=names, said=said, cure=finding.cure)
        for finding, said in told
        if finding.is_sure or finding.is_remark
    )
    return Told(issues, notes)


def _unused(one: Known) -> list[str]:
    """The headers of no canonical column, and that of the types, of which some words change nothing."""
    used = {mapped.header for column, mapped in one.found.items() if column != LINE_TYPE}
    return [header for header in one.raw.header if header not in used and not is_of_others(header)]


def _is_worth_a_look(one: Known, header: str) -> bool:
    """Whether the first rows of a column leave it open that it holds flags, a few words, or remarks."""
    cells = one.raw.sample[header]
    held = cells.drop_nulls()
    is_suspect = is_suspect_header(header)
    if cells.dtype.is_numeric() or cells.dtype == pl.Boolean:
        return flag_of(header) is not None and (cells.dtype == pl.Boolean or ((held == 0) | (held == 1)).all())
    if cells.dtype.is_temporal():
        return tells_when_or_why(header)
    if cells.dtype != pl.String:
        return False
    if one.raw.scan is not None and not is_suspect:
        return bool(doubts(held.unique().to_list(), header)) if held.n_unique() <= _FEW else False
    return is_suspect or held.n_unique() <= _FEW


def counting(table: str, frame: pl.DataFrame) -> pl.Series:
    """The rows that count as far as is known here: amounts above zero, and no status of another kind."""
    counts = (pl.col("amount") > 0).fill_null(value=False)
    for column in ("status", "stage"):
        if column not in frame.columns:
            continue
        words = frame[column].drop_nulls().unique().to_list()
        idle = [word for word in words if kind_of_word(str(word)) in _IDLE or (table == "deals" and _is_lost(word))]
        if idle and (column == "status" or table == "deals"):
            counts &= ~pl.col(column).is_in(idle).fill_null(value=False)
    if "refund" in frame.columns:
        counts &= (pl.col("refund") == 0).fill_null(value=True)
    return frame.select(counts.alias("counts")).to_series()


def _is_lost(word: str) -> bool:
    return any(part in word.casefold() for part in ("lost", "输", "丢", "失败", "战败", "流失", "取消", "cancel"))


def _tally(cells: pl.Series, amounts: pl.Series, counted: pl.Series) -> pl.DataFrame:
    """One row a word (null where a cell is empty): `every` row of it, the `rows` that count and their `total`."""
    counts = pl.col("counted")
    by_cell = (
        pl.DataFrame({"word": cells, "amount": amounts, "counted": counted})
        .group_by("word")
        .agg(pl.len().alias("every"), counts.sum().alias("rows"), pl.col("amount").filter(counts).sum().alias("total"))
    )
    words = by_cell.with_columns(cleaned(pl.col("word").cast(pl.String)))
    return words.group_by("word").agg(pl.col("every", "rows", "total").sum())


def _finding(table: str, files: Sequence[Known], header: str, tally: pl.DataFrame) -> _Finding | None:
    """What one column says, by its flags, its words or its being filled."""
    distinct = tally["word"].drop_nulls().to_list()
    if not distinct or len(distinct) > _MOST:
        return _filled(header, tally)
    if all(answer_of(word) is not None for word in distinct):
        return _flagged(table, files, header, tally)
    is_remark = is_of_remarks(header)
    if len(distinct) <= _FEW or is_remark:
        said = doubts(distinct, header)
        if counted := _counted(tally, said):
            kept = {word: said[word] for word, _, _ in counted}
            cure = cure_of_words(table, files, header, kept, is_remark=is_remark)
            return _Finding(header, counted, cure, is_sure=Doubt.SURE in kept.values(), is_remark=is_remark)
    return _filled(header, tally)


def _flagged(table: str, files: Sequence[Known], header: str, tally: pl.DataFrame) -> _Finding | None:
    """Yes and no under a header that says what a yes means; one answer under all rows says nothing."""
    flag = flag_of(header)
    # A deal that is not won or confirmed goes on, and its stage says so.
    if flag is None or tally.height == 1 or (table == "deals" and not flag.answer):
        return None
    out = [word for word in tally["word"].drop_nulls() if answer_of(word) is flag.answer]
    if not out and not flag.answer:
        bare = tally.filter(pl.col("word").is_null(), pl.col("rows") > 0)
        words = [("", rows, total) for rows, total in bare.select("rows", "total").iter_rows()]
        is_most = int(bare["every"].sum()) >= _NEARLY_ALL * int(tally["every"].sum())
        return None if is_most or not words else _Finding(header, words, TAKE_OUT, is_sure=False)
    counted = _counted(tally, out)
    return (
        _Finding(header, counted, cure_of_flag(table, files, header, flag), is_sure=flag.is_sure) if counted else None
    )


def _filled(header: str, tally: pl.DataFrame) -> _Finding | None:
    """A day or a reason of what was cancelled or came back, where only some rows have one."""
    held = tally.filter(pl.col("word").is_not_null())
    filled, every, rows = (int(one.sum()) for one in (held["every"], tally["every"], held["rows"]))
    if not rows or filled >= _NEARLY_ALL * every or not tells_when_or_why(header):
        return None
    return _Finding(header, [(header, rows, held["total"].sum())], TAKE_OUT, is_sure=True, are_filled=True)


def _counted(tally: pl.DataFrame, words: Collection[str]) -> list[tuple[str, int, object]]:
    """Words with the number of rows that count and their sum, the most rows first."""
    found = tally.filter(pl.col("word").is_in(list(words)), pl.col("rows") > 0)
    return list(found.sort("rows", "word", descending=[True, False]).select("word", "rows", "total").iter_rows())


def _said(finding: _Finding) -> Text:
    return (_COUNT if finding.is_sure else _MAY_COUNT).fill(header=finding.header, words=listing(_each(finding)))


def _each(finding: _Finding) -> Iterator[Text]:
    for word, rows, total in finding.words[:_SHOWN]:
        phrase = _FILLED if finding.are_filled else _WORD if word else _EMPTY
        yield phrase.fill(word=word, rows=Count(rows), money=money_told(total))
    if (more := len(finding.words) - _SHOWN) > 0:
        yield _MORE.fill(words=Count(more))
