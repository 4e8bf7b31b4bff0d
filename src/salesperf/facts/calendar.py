"""The calendar: which days make a week, month, quarter and year, and which period lies a year before.

Months are calendar months or, with a week pattern, 4 or 5 whole weeks of a 52/53-week year whose extra week
falls into its last month (the retail convention of the US National Retail Federation).
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.section import CalendarSection

MONDAY_TO_FRIDAY = frozenset(range(5))
_ONE_DAY = timedelta(days=1)
_WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}
_MONTHS, _QUARTERS = 12, 4
_LEAP_DAY = (2, 29)


CIVIL = CalendarSection()
"""Calendar months, weeks from Monday, years from January."""


class Calendar(Struct, frozen=True):
    """Periods of any grain under one company's conventions; `workdays` are those that a complete period has data of."""

    section: CalendarSection = CIVIL
    workdays: frozenset[int] = MONDAY_TO_FRIDAY

    def period(self, grain: Grain, day: date) -> Period:
        """The period of this grain that holds the day."""
        match grain:
            case Grain.DAY:
                return Period(day, day, day.isoformat(), grain)
            case Grain.WEEK:
                return self._week(day)
            case Grain.MONTH | Grain.QUARTER | Grain.YEAR:
                year = self._year_of(day)
                parts = _parts(self.section, year, grain)
                return parts[bisect_right(parts, day, key=lambda part: part.start) - 1]

    def periods(self, grain: Grain, span: Span) -> tuple[Period, ...]:
        """Every period that shares a day with the span, in order."""
        found = [self.period(grain, span.start)]
        while found[-1].end < span.end:
            found.append(self.next(found[-1]))
        return tuple(found)

    def next(self, period: Period) -> Period:
        """The period after: of the same grain, or as many whole months, or the same number of days."""
        if period.grain is None and (months := _whole_months(period)):
            return _months_from(period.end + _ONE_DAY, months)
        if period.grain is None:
            start = period.end + _ONE_DAY
            return _free(Span(start, start + timedelta(days=period.days - 1)))
        return self.period(period.grain, period.end + _ONE_DAY)

    def previous(self, period: Period) -> Period:
        """The period just before: of the same grain, or as many whole months, or the same number of days."""
        if period.grain is None and (months := _whole_months(period)):
            return _months_from(_month_start(period.start.month, period.start.year, -months), months)
        if period.grain is None:
            end = period.start - _ONE_DAY
            return _free(Span(end - timedelta(days=period.days - 1), end))
        return self.period(period.grain, period.start - _ONE_DAY)

    def year_ago(self, period: Period) -> Period | None:
        """The same period of the year before; None where there is none (29 February, a 53rd week)."""
        match period.grain:
            case None:
                return _free(Span(year_before(period.start), year_before(period.end)))
            case Grain.DAY:
                is_leap_day = (period.start.month, period.start.day) == _LEAP_DAY
                return None if is_leap_day else self.period(Grain.DAY, year_before(period.start))
            case Grain.WEEK:
                year, week = _week_number(period.start)
                try:
                    monday = date.fromisocalendar(year - 1, week, 1)
                except ValueError:
                    return None
                return self._week(monday + timedelta(days=3))
            case Grain.MONTH | Grain.QUARTER | Grain.YEAR:
                year = self._year_of(period.start)
                position = _parts(self.section, year, period.grain).index(period)
                return _parts(self.section, year - 1, period.grain)[position]

    def year_to_date(self, day: date) -> Period:
        """The fiscal year that holds the day, up to the day; the year itself on its last day."""
        year = self.period(Grain.YEAR, day)
        return year if day == year.end else _free(Span(year.start, day))

    def is_complete(self, period: Span, through: date | None) -> bool:
        """Whether data that reach `through` reach the period's last workday."""
        return is_complete(period, through, self.workdays)

    def last_complete(self, grain: Grain, through: date) -> Period:
        """The last period that data reaching `through` complete."""
        period = self.period(grain, through)
        return period if self.is_complete(period, through) else self.previous(period)

    def _week(self, day: date) -> Period:
        start = day - timedelta(days=(day.weekday() - _WEEKDAYS[self.section.week_start]) % 7)
        year, week = _week_number(start)
        return Period(start, start + timedelta(days=6), f"{year}-W{week:02d}", Grain.WEEK)

    def _year_of(self, day: date) -> int:
        """The number of the fiscal year, counted by the calendar year its first month lies in."""
        guess = day.year if day.month >= self.section.first_month else day.year - 1
        for year in (guess + 1, guess, guess - 1):
            if _year_start(self.section, year) <= day:
                return year
        raise AssertionError("a fiscal year starts within a week of its first month")


def is_complete(period: Span, through: date | None, workdays: frozenset[int] = MONDAY_TO_FRIDAY) -> bool:
    """Whether data that reach `through` reach the period's last workday."""
    return through is not None and through >= _last_workday(period, workdays)


def _whole_months(span: Span) -> int:
    """How many calendar months a span is exactly; 0 when it begins or ends inside one."""
    after = span.end + _ONE_DAY
    if span.start.day != 1 or after.day != 1:
        return 0
    return (after.year - span.start.year) * _MONTHS + after.month - span.start.month


def _months_from(start: date, months: int) -> Period:
    return _free(Span(start, _month_start(start.month, start.year, months) - _ONE_DAY))


def _free(span: Span) -> Period:
    return Period(span.start, span.end, str(span), None)


def _week_number(start: date) -> tuple[int, int]:
    """ISO 8601 year and number of the week, judged by its fourth day whatever day it starts on."""
    year, week, _ = (start + timedelta(days=3)).isocalendar()
    return year, week


def year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    last = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, min(day.day, last))


def _last_workday(period: Span, workdays: frozenset[int]) -> date:
    day = period.end
    while day.weekday() not in workdays and day > period.start:
        day -= _ONE_DAY
    return day if day.weekday() in workdays else period.end


def _month_start(first_month: int, year: int, offset: int) -> date:
    """The first day of the month that lies `offset` months after the one named."""
    months = first_month - 1 + offset
    return date(year + months // _MONTHS, months % _MONTHS + 1, 1)


def _year_start(section: CalendarSection, year: int) -> date:
    first = date(year, section.first_month, 1)
    if section.pattern == "calendar":
        return first
    last_day = first - _ONE_DAY
    week_end = (_WEEKDAYS[section.week_start] - 1) % 7
    back = (last_day.weekday() - week_end) % 7
    end = last_day - timedelta(days=back)
    half_week = 3
    if section.year_end == "nearest" and back > half_week:
        end += timedelta(days=7)
    return end + _ONE_DAY


def _year_key(section: CalendarSection, year: int) -> str:
    if section.first_month == 1:
        return f"{year}"
    return f"FY{year if section.year_named == 'start' else year + 1}"


@lru_cache(maxsize=512)
def _parts(section: CalendarSection, year: int, grain: Grain) -> tuple[Period, ...]:
    """The months, quarters or the one year of a fiscal year."""
    starts = _month_starts(section, year)
    step = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: _MONTHS}[grain]
    edges = starts[::step]
    spans = [Span(a, b - _ONE_DAY) for a, b in pairwise(edges)]
    name = _year_key(section, year)
    return tuple(
        Period(span.start, span.end, _part_key(section, name, grain, number, span.start), grain)
        for number, span in enumerate(spans, start=1)
    )


def _part_key(section: CalendarSection, year_key: str, grain: Grain, number: int, start: date) -> str:
    if grain is Grain.YEAR:
        return year_key
    if grain is Grain.QUARTER:
        return f"{year_key}-Q{number}"
    if section.pattern == "calendar":
        return f"{start:%Y-%m}"
    return f"{year_key}-P{number:02d}"


def _month_starts(section: CalendarSection, year: int) -> list[date]:
    """Thirteen days: the first of each month of the fiscal year, and the first of the next year."""
    end = _year_start(section, year + 1)
    if section.pattern == "calendar":
        return [*(_month_start(section.first_month, year, offset) for offset in range(_MONTHS)), end]
    weeks = [int(part) for part in section.pattern.split("-")] * _QUARTERS
    starts = [_year_start(section, year)]
    for count in weeks[:-1]:
        starts.append(starts[-1] + timedelta(weeks=count))
    return [*starts, end]
