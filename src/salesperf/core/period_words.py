"""Spans of days as people write them: June 2026, the second quarter, week 25, Jan 5 – 11.

The names stand here because messages and titles say them in two languages at once; how a machine calls a period is
its key, which never changes.
"""

from __future__ import annotations

from datetime import date

from salesperf.core.period import Grain, Period, Span, last_day, month_end
from salesperf.core.text import Text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3
_QUARTERS = ("一", "二", "三", "四")
_QUARTER_MONTHS, _YEAR_MONTHS = 3, 12
_WEEK_DAYS = 7
_KEYED = Text("{key} ({days})", "{key}（{days}）")
_QUARTER = Text("Q{number} {year}", "{year}年第{name}季度")
_WEEK = Text("week {number}, {days}", "{year}年第{number}周（{days}）")
_WEEK_OF = Text("week {number} of {year}, {days}", "{year}年第{number}周（{days}）")


def span_words(span: Span) -> Text:
    """A span as people call it: a month, quarter, year or week of the calendar by its name, any other by its days.

    A quarter or year that a company counts in its own way, and its months of weeks, keep their key beside their days.
    A period cut short is no longer called by its name.

    >>> span_words(Span(date(2026, 1, 1), date(2026, 6, 30)))
    Text(en='January – June 2026', zh='2026年1–6月')
    """
    if isinstance(span, Period) and span.grain is not None:
        return _period_words(span, span.grain)
    return _free_words(span)


def day_words(day: date) -> Text:
    """A day with its month in words or signs.

    >>> day_words(date(2026, 6, 18)).en
    'Jun 18, 2026'
    """
    return Text(f"{_short(day)}, {day.year}", f"{day.year}年{day.month}月{day.day}日")


def _period_words(period: Period, grain: Grain) -> Text:
    if grain is Grain.WEEK:
        return _week_words(period)
    days = _free_words(period)
    if grain is not Grain.DAY and period.key != _civil_key(period.start, grain):
        return _KEYED.fill(key=period.key, days=days)
    if grain is not Grain.QUARTER or period.end != last_day(period.start, months=_QUARTER_MONTHS):
        return days
    number = _quarter(period.start)
    return _QUARTER.fill(number=number, year=period.start.year, name=_QUARTERS[number - 1])


def _civil_key(start: date, grain: Grain) -> str | None:
    """How the month, quarter or year of the calendar that begins on a day is called; None where none does."""
    key, months = {
        Grain.MONTH: (f"{start:%Y-%m}", 1),
        Grain.QUARTER: (f"{start.year}-Q{_quarter(start)}", _QUARTER_MONTHS),
        Grain.YEAR: (f"{start.year}", _YEAR_MONTHS),
    }[grain]
    return key if start.day == 1 and (start.month - 1) % months == 0 else None


def _week_words(week: Period) -> Text:
    """A week by its number; the year it is counted in is said where its days lie in two."""
    year, _, number = week.key.partition("-W")
    if not number or week.days != _WEEK_DAYS:
        return _free_words(week)
    start, end = week.start, week.end
    if start.year != end.year:
        return _WEEK_OF.fill(number=int(number), year=year, days=_days(week))
    days = Text(_days(week).en, _days(week).zh.removeprefix(f"{year}年"))
    return _WEEK.fill(number=int(number), year=year, days=days)


def _free_words(span: Span) -> Text:
    """Whole years, whole months, or days."""
    start, end = span.start, span.end
    if start.day != 1 or end != month_end(end):
        return _days(span)
    if start.month == 1 and end.month == _YEAR_MONTHS:
        return _years(start.year, end.year)
    return _whole_months(start, end)


def _years(first: int, last: int) -> Text:
    if first == last:
        return Text(f"{first}", f"{first}年")
    return Text(f"{first} – {last}", f"{first}–{last}年")


def _whole_months(start: date, end: date) -> Text:
    if start.year != end.year:
        return Text(
            f"{_month(start)} {start.year} – {_month(end)} {end.year}",
            f"{start.year}年{start.month}月–{end.year}年{end.month}月",
        )
    if start.month == end.month:
        return Text(f"{_month(start)} {start.year}", f"{start.year}年{start.month}月")
    return Text(f"{_month(start)} – {_month(end)} {start.year}", f"{start.year}年{start.month}–{end.month}月")


def _days(span: Span) -> Text:
    start, end = span.start, span.end
    if start == end:
        return day_words(start)
    if start.year != end.year:
        first, last = day_words(start), day_words(end)
        return Text(f"{first.en} – {last.en}", f"{first.zh}–{last.zh}")
    last = day_words(end)
    if start.month != end.month:
        return Text(f"{_short(start)} – {last.en}", f"{day_words(start).zh}–{end.month}月{end.day}日")
    return Text(f"{_short(start)} – {end.day}, {end.year}", f"{start.year}年{start.month}月{start.day}–{end.day}日")


def _quarter(day: date) -> int:
    return (day.month - 1) // _QUARTER_MONTHS + 1


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _short(day: date) -> str:
    return f"{_month(day)[:_SHORT]} {day.day}"
