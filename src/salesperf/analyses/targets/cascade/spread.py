"""Units of one owner spread over periods by season and workdays, so that every grain agrees with every other.

They are shared out to the months of the period, where weeks or days are asked for from the months to their days, each
time by largest remainders; quarters and weeks are what their months and days add up to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.weights import Weights
from salesperf.core.apportion import Claim, apportioned
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar

_FINEST = 1_000_000
"""The denominator of a season's weight: enough to tell any two of them apart, and the same on every machine."""
Presence = Callable[[date], Fraction]


class Spread(Struct, frozen=True):
    """The parts a period is cut into, and the weight of each of its days; parts of a week or month stay inside it."""

    months: tuple[Span, ...]
    parts: tuple[Period, ...]
    weights: Mapping[date, Fraction]
    is_daily: bool

    def over(self, units: int, presence: Presence) -> tuple[int, ...]:
        """The units of each part, for somebody who is there as `presence` says; they add up to the units.

        Someone who is never there on a workday of the period is spread over its calendar days alike.
        """
        weights = {day: weight * presence(day) for day, weight in self.weights.items()}
        if not any(weights.values()):
            weights = dict.fromkeys(self.weights, Fraction(1))
        monthly = apportioned(units, [Claim(_sum(weights, month)) for month in self.months])
        if not self.is_daily:
            return tuple(
                sum(share for month, share in zip(self.months, monthly, strict=True) if month.start in part)
                for part in self.parts
            )
        daily: dict[date, int] = {}
        for month, share in zip(self.months, monthly, strict=True):
            days = _days(month)
            claims = [Claim(weights[day]) for day in days] if share else [Claim(Fraction(1)) for _ in days]
            daily |= dict(zip(days, apportioned(share, claims), strict=True))
        return tuple(sum(daily[day] for day in _days(part)) for part in self.parts)


def spread_of(period: Period, grain: Grain, *, calendar: Calendar, weights: Weights) -> Spread:
    """How a period is cut into parts of a grain."""
    worked = frozenset(weights.workdays.of(period))
    by_month = {month: Fraction(weights.season.get(month, 1.0)).limit_denominator(_FINEST) for month in range(1, 13)}
    days = {day: by_month[day.month] if day in worked else Fraction(0) for day in _days(period)}
    if not worked:
        days = dict.fromkeys(days, Fraction(1))
    months = tuple(_inside(month, period) for month in calendar.periods(Grain.MONTH, period))
    parts = tuple(_named(_inside(part, period), part, calendar) for part in calendar.periods(grain, period))
    return Spread(months, parts, days, is_daily=grain in {Grain.WEEK, Grain.DAY})


def _inside(part: Span, whole: Span) -> Span:
    return Span(max(part.start, whole.start), min(part.end, whole.end))


def _named(span: Span, whole: Period, calendar: Calendar) -> Period:
    """A part under the key that a target sheet is read back by; what is cut off, and months of weeks, by two days."""
    is_whole = (span.start, span.end) == (whole.start, whole.end)
    is_plain = calendar.section.pattern == "calendar" and (
        whole.grain is not Grain.WEEK or calendar.section.week_start == "monday"
    )
    key = whole.key if is_whole and (is_plain or whole.grain is Grain.DAY) else str(span)
    return Period(span.start, span.end, key, whole.grain if is_whole else None)


def _days(span: Span) -> Sequence[date]:
    return [span.start + timedelta(days=offset) for offset in range(span.days)]


def _sum(weights: Mapping[date, Fraction], span: Span) -> Fraction:
    return sum((weights[day] for day in _days(span)), Fraction(0))
