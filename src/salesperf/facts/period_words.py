"""Periods as people type them: `2026-03`, `2026-Q1`, `2026-H1`, `2026-W05`, `FY2026`, `last-month`, two days."""

from __future__ import annotations

import re
from datetime import date

from salesperf.core.errors import UsageError
from salesperf.core.late import late
from salesperf.core.period import Grain, Period
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar

_KINDS = (
    (late(r"(\d{4})-(\d{2})-(\d{2})"), Grain.DAY),
    (late(r"(\d{4})-(\d{2})"), Grain.MONTH),
    (late(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE), Grain.WEEK),
    (late(r"(?:FY)?(\d{4})-?Q([1-4])", re.IGNORECASE), Grain.QUARTER),
    (late(r"(?:FY)?(\d{4})-?P(\d{1,2})", re.IGNORECASE), Grain.MONTH),
    (late(r"(?:FY)?(\d{4})", re.IGNORECASE), Grain.YEAR),
)
_HALF = late(r"(?:FY)?(\d{4})-?H([12])", re.IGNORECASE)
WORDS = (*(f"{word}-{grain.value}" for grain in Grain for word in ("last", "this")), "ytd")
_CHINESE = {
    "昨日": "last-day", "今日": "this-day", "昨天": "last-day", "今天": "this-day",
    "上周": "last-week", "本周": "this-week", "上月": "last-month", "本月": "this-month", "上个月": "last-month",
    "上季度": "last-quarter", "上个季度": "last-quarter", "上季": "last-quarter", "本季度": "this-quarter",
    "本季": "this-quarter", "上星期": "last-week", "本星期": "this-week", "上个星期": "last-week",
    "去年": "last-year", "上年": "last-year", "今年": "this-year",
    "本年": "this-year", "本年累计": "ytd", "今年累计": "ytd",
}  # fmt: skip
_NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
_CHINESE_FORMS = (
    (late(r"(\d{4})年?(\d{1,2})月(\d{1,2})[日号]"), "{:04d}-{:02d}-{:02d}"),
    (late(r"(\d{4})年(\d{1,2})月份?"), "{:04d}-{:02d}"),
    (late(r"(\d{4})年第?([1-4一二三四])季度?"), "{:04d}-Q{:d}"),
    (late(r"(\d{4})年([上下])半年"), "{:04d}-H{:d}"),
    (late(r"(\d{4})年度?"), "{:04d}"),
)
_YEARS = range(1900, 3000)
"""Years a period can lie in: beyond them calendars run out of days."""
_WRITE = Text(
    "write 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W05, 2026-03-15, last-month, ytd or 2026-01-01..2026-03-15",
    "请写成 2026-03、2026-Q1、2026-H1、2026、2026-W05、2026-03-15、上月、ytd 或 2026-01-01..2026-03-15",
)


def parse_period(text: str, *, calendar: Calendar, as_of: date) -> Period:
    """The period a text names; anything else is a usage error that shows the forms.

    `last-month` is the last month that data reaching `as_of` complete; `this-month` the month of `as_of`.
    """
    word = _in_english(text.strip())
    if ".." in word:
        return _range(word, calendar=calendar, as_of=as_of)
    if match := _HALF.fullmatch(word):
        return _half(calendar, int(match[1]), int(match[2]), text)
    if word.lower() in WORDS:
        return _named(word.lower(), calendar=calendar, as_of=as_of)
    for pattern, grain in _KINDS:
        if match := pattern.fullmatch(word):
            found = _found(calendar, grain, [int(group) for group in match.groups()])
            if found is not None:
                return found
    raise UsageError(_no_period(text), did_you_mean(word, WORDS) or _WRITE)


def _no_period(text: str) -> Text:
    return Text(f"{text!r} is not a period", f"「{text}」不是有效的期间")


def unfinished(text: str, *, calendar: Calendar, as_of: date) -> Period | None:
    """The period that `last-month` and its like pass over, because data that reach `as_of` do not complete it."""
    word = _in_english(text.strip()).lower()
    if word not in WORDS or not word.startswith("last-"):
        return None
    current = calendar.period(Grain(word.removeprefix("last-")), as_of)
    return None if calendar.is_complete(current, as_of) else current


def _in_english(word: str) -> str:
    """Chinese periods in the forms that stand for them: `2026年3月`, `2026年上半年`, `上月`."""
    if word in _CHINESE:
        return _CHINESE[word]
    for pattern, form in _CHINESE_FORMS:
        if match := pattern.fullmatch(word):
            parts = [_NUMERALS.get(part, part) for part in match.groups()]
            return form.format(*(int(part) for part in parts))
    return word


def _range(text: str, *, calendar: Calendar, as_of: date) -> Period:
    """From the first day of one period to the last of another; days, months, quarters and years alike."""
    ends = [part.strip() for part in text.split("..")]
    if len(ends) != 2 or not all(ends):  # noqa: PLR2004 -- a range has two ends
        raise UsageError(Text(f"{text!r} is not a range", f"「{text}」不是有效的日期范围"), _WRITE)
    first = parse_period(ends[0], calendar=calendar, as_of=as_of).start
    last = parse_period(ends[1], calendar=calendar, as_of=as_of).end
    if last < first:
        told = Text(
            f"{text!r} is not a range of days: it cannot end before it starts",
            f"「{text}」不是有效的日期范围：结束不能早于开始",
        )
        raise UsageError(told, _WRITE)
    if first.year not in _YEARS or last.year not in _YEARS:
        raise UsageError(
            Text(f"{text!r} is out of range", f"「{text}」超出范围"),
            Text(f"write years from {_YEARS[0]} to {_YEARS[-1]}", f"年份须在 {_YEARS[0]} 至 {_YEARS[-1]} 之间"),
        )
    return Period(first, last, f"{first.isoformat()}..{last.isoformat()}", None)


def _half(calendar: Calendar, year: int, number: int, text: str) -> Period:
    """Two quarters of a fiscal year as one period."""
    quarters = [_found(calendar, Grain.QUARTER, [year, 2 * number - 1 + offset]) for offset in (0, 1)]
    first, last = quarters
    if first is None or last is None:
        raise UsageError(_no_period(text), _WRITE)
    return Period(first.start, last.end, f"{first.key[:-2]}H{number}", None)


def _named(word: str, *, calendar: Calendar, as_of: date) -> Period:
    if word == "ytd":
        return calendar.year_to_date(as_of)
    which, grain = word.split("-")
    if which == "this":
        return calendar.period(Grain(grain), as_of)
    return calendar.last_complete(Grain(grain), as_of)


def _found(calendar: Calendar, grain: Grain, numbers: list[int]) -> Period | None:
    """The period with exactly this key, found from a day near it."""
    year = numbers[0]
    if year not in _YEARS:
        return None
    try:
        if grain is Grain.DAY:
            return calendar.period(grain, date(*numbers))
        if grain is Grain.MONTH and calendar.section.pattern == "calendar":
            return calendar.period(grain, date(year, numbers[1], 1))
        if grain is Grain.WEEK:
            return calendar.period(grain, date.fromisocalendar(year, numbers[1], 4))
    except ValueError:
        return None
    return _numbered(calendar, grain, year, numbers[1] if len(numbers) > 1 else 1)


def _numbered(calendar: Calendar, grain: Grain, year: int, number: int) -> Period | None:
    suffix = {Grain.YEAR: "", Grain.QUARTER: f"-Q{number}", Grain.MONTH: f"-P{number:02d}"}[grain]
    months = {Grain.YEAR: 12, Grain.QUARTER: 3, Grain.MONTH: 1}[grain]
    for start_year in (year, year - 1):
        offset = calendar.section.first_month - 1 + (number - 1) * months
        if offset >= 24:  # noqa: PLR2004 -- past the end of any fiscal year
            return None
        middle = date(start_year + offset // 12, offset % 12 + 1, 15)
        found = calendar.period(grain, middle)
        if found.key in {f"{year}{suffix}", f"FY{year}{suffix}"}:
            return found
    return None
