"""The period or year that each row of a target sheet names, where they stand down the sheet and not across."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import polars as pl
from msgspec import Struct

from salesperf.core.late import late
from salesperf.core.period import Span
from salesperf.core.text import Text, folded
from salesperf.sources.options import ReadOptions
from salesperf.sources.profile import fold_header
from salesperf.sources.targets.from_to import from_to
from salesperf.sources.targets.period_words import (
    HALF,
    MONTH,
    QUARTER,
    YEAR,
    PeriodWord,
    YearWord,
    is_sum_word,
    period_in,
    year_in,
)
from salesperf.sources.targets.role_words import SINCE, UNTIL
from salesperf.sources.targets.sheet import TargetSheet
from salesperf.sources.targets.spans import span_of, spans_of_days, weeks_of_days
from salesperf.sources.values.blanks import clean
from salesperf.sources.values.cells import Rules, reading_of
from salesperf.sources.values.date_format import DateFormat
from salesperf.tables.schema import Kind

_WEEK = re.compile(r"^((?:19|20)\d\d)(?:[- ]?W| ?年? ?第?)(?=\d{1,2}周?$)(\d{1,2})", re.IGNORECASE)
_OF_WEEKS = late(r"(?<![a-z])week(?![a-z])|周(?!期)")
_LAST_DAYS = late(r"(?<![a-z])end(?:s|ing|ed)?(?![a-z])|结束|截止|截至")
"""What headers of days of weeks say, and which of them say that the days are the last ones."""
_LENGTHS = ((QUARTER, ("quarter", "季")), (HALF, ("half", "半年")), (MONTH, ("month", "月")), (YEAR, ("year", "年度")))


class RowPeriods(Struct, frozen=True):
    """The year and the span of each row (None where it names none), and the rows that stand for all the others.

    `unread` are the words of rows that name no period; `open_end` the last of periods told by their first day alone,
    `is_ambiguous` whether day and month of such days fit both ways.
    """

    years: tuple[YearWord | None, ...]
    spans: tuple[Span | None, ...]
    sums: frozenset[int]
    unread: Mapping[int, str]
    open_end: Span | None = None
    is_ambiguous: bool = False
    says_fiscal: bool = False
    is_open_ended: bool = False
    """Every last day of a first and a last one is the first of the next period."""

    def fault(self, at: int) -> Text | None:
        """What is wrong with the period of a row; None when nothing is."""
        if at not in self.unread:
            return None
        return Text("{period!r} is not a period", "「{period}」不是有效的期间").fill(period=self.unread[at])


def row_periods(
    frame: pl.DataFrame, texts: Mapping[str, Sequence[str | None]], sheet: TargetSheet, options: ReadOptions
) -> RowPeriods:
    """The periods of all rows; a sheet with periods across has years at most."""
    labels, height = sheet.roles.labels, frame.height
    years = _years(texts.get(labels.get("year", "")), height)
    says_fiscal = any(year is not None and year.is_fiscal for year in years)
    if {SINCE, UNTIL} <= labels.keys():
        told = from_to(frame[labels[SINCE]], frame[labels[UNTIL]], _rules(sheet, options))
        return RowPeriods(
            years, told.spans, frozenset(), told.unread, None, told.is_ambiguous, says_fiscal, told.is_open_ended
        )
    header = labels.get("period") or labels.get("part")
    if header is None:
        if sheet.basis.period is not None:
            return RowPeriods(years, (span_of(sheet.basis.period, None, sheet.basis),) * height, frozenset(), {})
        whole = PeriodWord(YEAR, 1)
        spans = tuple(None if year is None else span_of(whole, year, sheet.basis) for year in years)
        return RowPeriods(years, spans, frozenset(), {}, says_fiscal=says_fiscal)
    words = [None if cell is None else clean(cell) for cell in texts[header]]
    dated = _dated(frame[header], header, words, sheet, options)
    if dated is not None:
        return RowPeriods(years, dated[0], frozenset(), {}, dated[1], dated[2], says_fiscal)
    length = next((months for months, said in _LENGTHS if any(word in folded(header).lower() for word in said)), None)
    is_fiscal = any(word in fold_header(header) for word in ("fiscal", "财"))
    found: list[Span | None] = []
    sums: set[int] = set()
    unread: dict[int, str] = {}
    for at, word in enumerate(words):
        named = None if word is None else _period_word(word, length, is_named=length == MONTH and not is_fiscal)
        says_fiscal = says_fiscal or (named is not None and named.is_fiscal)
        span = _week(word or "") or _range(word or "") if named is None else span_of(named, years[at], sheet.basis)
        if word is not None and is_sum_word(word):
            sums.add(at)
        elif span is None:
            unread[at] = word or ""
        found.append(span)
    return RowPeriods(years, tuple(found), frozenset(sums), unread, says_fiscal=says_fiscal)


def _period_word(word: str, length: int | None, *, is_named: bool) -> PeriodWord | None:
    found = period_in(word)
    bare = word.removesuffix(".0")
    if length is not None and bare.isdecimal() and 1 <= int(bare) <= YEAR // length:
        return PeriodWord(length, int(bare), is_named=is_named)
    return found[0] if found is not None and not found[1] else None


def _week(word: str) -> Span | None:
    """The days of an ISO week: 2026-W05, 2026年第5周; None for any other word."""
    match = _WEEK.match(word)
    try:
        first = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None
    return None if first is None else Span(first, first + timedelta(days=6))


def _range(word: str) -> Span | None:
    """The days from one to another: 2026-01-01..2026-01-04; None for any other word."""
    first, between, last = word.partition("..")
    try:
        return Span(date.fromisoformat(first), date.fromisoformat(last)) if between else None
    except ValueError:
        return None


def _years(cells: Sequence[str | None] | None, height: int) -> tuple[YearWord | None, ...]:
    """The year of each row; an empty cell below one is merged with it."""
    if cells is None:
        return (None,) * height
    years: list[YearWord | None] = []
    for cell in cells:
        word = None if cell is None else clean(cell)
        found = None if word is None else year_in(word.removesuffix(".0"))
        years.append(found[0] if found is not None else years[-1] if years and word is None else None)
    return tuple(years)


def _rules(sheet: TargetSheet, options: ReadOptions) -> Rules:
    return Rules(date_order=options.date_order, date1904=sheet.raw.layout.date1904)


def _dated(
    cells: pl.Series, header: str, words: Iterable[str | None], sheet: TargetSheet, options: ReadOptions
) -> tuple[tuple[Span | None, ...], Span | None, bool] | None:
    """The span of each row where periods are told by days; None where they are not, as by months without days."""
    if cells.dtype.is_numeric():
        return None
    reading = reading_of(header, "period", Kind.DATE, cells.unique(), _rules(sheet, options))
    if isinstance(reading.format, DateFormat) and reading.format.is_by_month:
        return None
    days = reading.read(cells).to_list()
    known = [day for day in days if isinstance(day, date)]
    if not known or any(day is None and word is not None for day, word in zip(days, words, strict=True)):
        return None
    said = folded(header).lower()
    told = next((months for months, spoken in _LENGTHS if any(word in said for word in spoken)), None)
    if _OF_WEEKS.search(said) and (weeks := weeks_of_days(known, are_last=bool(_LAST_DAYS.search(said)))):
        return tuple(None if day is None else weeks[day] for day in days), None, reading.learnt.is_ambiguous
    spans, is_open = spans_of_days(known, told_months=told)
    return (
        tuple(None if day is None else spans[day] for day in days),
        spans[max(known)] if is_open else None,
        reading.learnt.is_ambiguous,
    )
