"""Which days a period of a target sheet is, given where its years begin, and the key it is kept under."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from salesperf.core.period import Span
from salesperf.sources.targets.period_words import HALF, MONTH, QUARTER, YEAR, PeriodWord, YearWord

_ONE_DAY = timedelta(days=1)
_WEEK = 7
_DAYS_OF_MONTH = 30.44
_LETTER = {QUARTER: "Q", HALF: "H"}


class Basis(Struct, frozen=True):
    """How the years of a sheet are meant.

    `start` is the month in which they begin and `is_fiscal` whether that holds for all its years; otherwise only for
    those said to be fiscal. `named_start` is whether a fiscal year has the name of the calendar year it starts in.
    `year` is the one year of a sheet whose columns name none.
    """

    start: int = 1
    is_fiscal: bool = False
    named_start: bool = False
    year: YearWord | None = None
    period: PeriodWord | None = None
    """The one period of all targets, where neither headers nor rows name any."""


def span_of(word: PeriodWord, year: YearWord | None, basis: Basis) -> Span | None:
    """The days of a period; None where no year is known.

    >>> str(span_of(PeriodWord(1, 1, 2018, is_fiscal=True), None, Basis(start=7)))
    '2017-07-01..2017-07-31'
    """
    own = YearWord(word.year, word.until, word.is_fiscal) if word.year is not None else year or basis.year
    if own is None or word.is_sum:
        return None
    is_fiscal = own.is_fiscal or word.is_fiscal or (basis.is_fiscal and not (word.is_named and word.year is not None))
    start = basis.start if is_fiscal else 1
    first = own.year
    if start > 1 and own.until is None and not basis.named_start:
        first -= 1
    if word.is_named:
        return months_from(date(first + (word.number < start), word.number, 1), word.months)
    offset = start - 1 + (word.number - 1) * word.months
    return months_from(date(first + offset // YEAR, offset % YEAR + 1, 1), word.months)


def months_from(first: date, months: int) -> Span:
    """Whole months from a first day, which may lie within a month."""
    return Span(first, _later(first, months) - _ONE_DAY)


def key_of(span: Span, *, first_month: int, named_start: bool) -> str:
    """The key of a span, as periods are asked for where years begin in `first_month`; a range where it has none.

    >>> key_of(Span(date(2017, 7, 1), date(2017, 9, 30)), first_month=1, named_start=False)
    '2017-Q3'
    >>> key_of(Span(date(2017, 7, 1), date(2017, 9, 30)), first_month=2, named_start=False)
    '2017-07..2017-09'
    """
    months = whole_months(span)
    if span.days == 1:
        return span.start.isoformat()
    if not months:
        return str(span)
    if months == MONTH:
        return f"{span.start:%Y-%m}"
    offset = (span.start.month - first_month) % YEAR
    if offset % months or months not in {QUARTER, HALF, YEAR}:
        return f"{span.start:%Y-%m}..{span.end:%Y-%m}"
    year = span.start.year - (span.start.month < first_month)
    name = f"{year}" if first_month == 1 else f"FY{year if named_start else year + 1}"
    return name if months == YEAR else f"{name}-{_LETTER[months]}{offset // months + 1}"


def whole_months(span: Span) -> int:
    """How many calendar months a span is exactly; 0 when it begins or ends inside one."""
    after = span.end + _ONE_DAY
    if span.start.day != 1 or after.day != 1:
        return 0
    return (after.year - span.start.year) * YEAR + after.month - span.start.month


def spans_of_days(days: Sequence[date], *, told_months: int | None) -> tuple[dict[date, Span], bool]:
    """The period of each day that stands for one, and whether the last one's length had to be taken from others.

    First days of months are months, quarters, halves or years: what the header says (`told_months`), else the shortest
    distance between two. Last days of months are those months. Single days, weeks, and any other days run up to the
    next one: quota periods need not be calendar quarters.
    """
    ordered = sorted(set(days))
    if all(day.day == 1 for day in ordered):
        length = told_months or _usual_months(ordered)
        if length is not None:
            return {day: months_from(day, length) for day in ordered}, False
    if told_months is not None or _are_month_ends(ordered):
        length = told_months or MONTH
        return {day: _months_that_hold(day, length) for day in ordered}, False
    gaps = [(later - day).days for day, later in pairwise(ordered)]
    if not gaps or min(gaps) == 1:
        return {day: Span(day, day) for day in ordered}, False
    if all(gap % _WEEK == 0 for gap in gaps) and min(gaps) == _WEEK:
        return {day: Span(day, day + timedelta(days=_WEEK - 1)) for day in ordered}, False
    spans = {day: Span(day, later - _ONE_DAY) for day, later in pairwise(ordered)}
    spans[ordered[-1]] = months_from(ordered[-1], max(1, round(gaps[-1] / _DAYS_OF_MONTH)))
    return spans, True


def weeks_of_days(days: Sequence[date], *, are_last: bool) -> dict[date, Span]:
    """The week that begins on each day, or ends on it; nothing where two of them would overlap."""
    ordered = sorted(set(days))
    if any((later - day).days < _WEEK for day, later in pairwise(ordered)):
        return {}
    rest = timedelta(days=_WEEK - 1)
    return {day: Span(day - rest, day) if are_last else Span(day, day + rest) for day in ordered}


def _usual_months(ordered: Sequence[date]) -> int | None:
    """The shortest distance of first days in months, where it is a length of periods; a lone day is a month."""
    gaps = [(later.year - day.year) * YEAR + later.month - day.month for day, later in pairwise(ordered)]
    shortest = min(gaps, default=MONTH)
    fits = shortest in {MONTH, QUARTER, HALF, YEAR} and all(gap % shortest == 0 for gap in gaps)
    return shortest if fits else None


def _are_month_ends(ordered: Sequence[date]) -> bool:
    gaps = [(later - day).days for day, later in pairwise(ordered)]
    return all((day + _ONE_DAY).day == 1 for day in ordered) and all(gap <= monthrange(2024, 1)[1] for gap in gaps)


def _months_that_hold(day: date, months: int) -> Span:
    first = (day.month - 1) // months * months + 1
    return months_from(date(day.year, first, 1), months)


def _later(first: date, months: int) -> date:
    at = first.year * YEAR + first.month - 1 + months
    year, month = at // YEAR, at % YEAR + 1
    last = monthrange(year, month)[1]
    return date(year, month, min(first.day, last))
