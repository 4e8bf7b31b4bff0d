"""How much of a period somebody was there for, by the day count that the plan has chosen; an exact fraction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from salesperf.analyses.commission.written.answers import DayCount
from salesperf.core.period import Span, month_end

_SATURDAY = 5
_THIRTY = 30


def part_of(period: Span, spans: Iterable[Span], *, count: DayCount) -> Fraction:
    """The part of a period that lies in spans of presence, which must not overlap: 0 to 1.

    Somebody who joins on the last day of April was there for 1 of 30 days.

    >>> april = Span(date(2026, 4, 1), date(2026, 4, 30))
    >>> part_of(april, [Span(date(2026, 4, 30), date(2026, 12, 31))], count=DayCount.ACTUAL)
    Fraction(1, 30)
    """
    inside = [
        Span(max(span.start, period.start), min(span.end, period.end))
        for span in spans
        if span.start <= period.end and span.end >= period.start
    ]
    if count is DayCount.WHOLE_MONTHS:
        there = {month for span in inside for month in _months(span)}
        return Fraction(len(there), len(set(_months(period))))
    whole = _days(period, count)
    if not whole:
        # A weekend has no workdays to count.
        return part_of(period, inside, count=DayCount.ACTUAL)
    return Fraction(sum(_days(span, count) for span in inside), whole)


def _days(span: Span, count: DayCount) -> int:
    match count:
        case DayCount.ACTUAL:
            return span.days
        case DayCount.THIRTY:
            return _thirty(span)
        case DayCount.WORKDAYS:
            return sum((span.start + timedelta(days=at)).weekday() < _SATURDAY for at in range(span.days))
        case DayCount.WHOLE_MONTHS:
            return len(set(_months(span)))
        case _:
            assert_never(count)


def _thirty(span: Span) -> int:
    """Days where every month has 30: the last day of a month, whichever it is, is its thirtieth."""
    start, after = _on_thirty(span.start), _on_thirty(span.end, is_last=True)
    return after - start + 1


def _on_thirty(day: date, *, is_last: bool = False) -> int:
    number = _THIRTY if is_last and day == month_end(day) else min(day.day, _THIRTY)
    return (day.year * 12 + day.month) * _THIRTY + number


def _months(span: Span) -> list[tuple[int, int]]:
    first, last = span.start.year * 12 + span.start.month - 1, span.end.year * 12 + span.end.month - 1
    return [divmod(number, 12) for number in range(first, last + 1)]
