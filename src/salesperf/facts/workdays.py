"""Which days are worked: Monday to Friday, or the workdays of China with its holidays and the days worked instead.

China's State Council publishes the holidays of a year in the autumn before; of a year that is not published yet, and of
years before 2004, weekends alone are known.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import chinese_calendar
from msgspec import Struct, field

from salesperf.core.period import Span

Country = Literal["CN"]
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class Workdays(Struct, frozen=True, eq=False):
    """The workdays of a country; without one, Monday to Friday. `unpublished` gathers the years asked for in vain."""

    country: Country | None = None
    unpublished: set[int] = field(default_factory=set)

    def is_workday(self, day: date) -> bool:
        """Whether the day is worked.

        >>> Workdays("CN").is_workday(date(2026, 10, 1)), Workdays("CN").is_workday(date(2026, 10, 10))
        (False, True)
        """
        if self.country == "CN":
            try:
                return bool(chinese_calendar.is_workday(day))
            except NotImplementedError:
                self.unpublished.add(day.year)
        return day.weekday() < _SATURDAY

    def of(self, span: Span) -> tuple[date, ...]:
        """The workdays of a span, in order."""
        days = (span.start + timedelta(days=offset) for offset in range(span.days))
        return tuple(day for day in days if self.is_workday(day))

    def after(self, day: date, until: date) -> int:
        """How many workdays lie after a day, up to another."""
        return len(self.of(Span(day + _ONE_DAY, until))) if day < until else 0
