"""Grains of time and spans of days; what a fiscal month is, `facts.calendar` knows."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from salesperf.core.text import Text


class Grain(StrEnum):
    """The length of one period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


GRAIN_WORDS = {
    Grain.DAY: Text("day", "日"),
    Grain.WEEK: Text("week", "周"),
    Grain.MONTH: Text("month", "月"),
    Grain.QUARTER: Text("quarter", "季度"),
    Grain.YEAR: Text("year", "年"),
}


def month_end(day: date) -> date:
    """The last day of the calendar month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def last_day(day: date, *, months: int) -> date:
    """The last day of the month, quarter (3) or year (12) of the calendar that a day lies in.

    >>> last_day(date(2026, 4, 1), months=3)
    datetime.date(2026, 6, 30)
    """
    return month_end(day.replace(day=1, month=-(-day.month // months) * months))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    @property
    def days(self) -> int:
        """Calendar days, both ends included."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def head(self, days: int) -> Span:
        """The first days of the span, at most all of them."""
        return Span(self.start, min(self.end, self.start + timedelta(days=days - 1)))

    def __str__(self) -> str:
        return f"{self.start.isoformat()}..{self.end.isoformat()}"


@dataclass(frozen=True, slots=True, order=True)
class Period(Span):
    """A named span: `key` is stable (`2026-03`, `2026-Q1`, `2026-W05`), `grain` is None for any other span."""

    key: str = ""
    grain: Grain | None = None
