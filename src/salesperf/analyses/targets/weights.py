"""How much of a period is over: its workdays, each with the weight of its season."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import fmean

from msgspec import Struct, field

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.workdays import Workdays

_MONTHS = 12


class Weights(Struct, frozen=True):
    """A workday's weight is that of its month; `season` is empty where no whole year tells it, all days being equal."""

    workdays: Workdays
    season: Mapping[int, float] = field(default_factory=dict)

    def of(self, span: Span) -> float:
        """The weighted workdays of a span."""
        return sum(self.season.get(day.month, 1.0) for day in self.workdays.of(span))

    def share(self, period: Span, part: Span) -> float:
        """The share of a period's weight that lies in another span; by days where nothing in it is worked."""
        start, end = max(period.start, part.start), min(period.end, part.end)
        if end < start:
            return 0.0
        inside, whole = Span(start, end), self.of(period)
        return self.of(inside) / whole if whole else inside.days / period.days


def season_of(
    months: Sequence[tuple[Period, float | None]], workdays: Workdays, *, before: date
) -> Mapping[int, float]:
    """The weight of a workday by month of the calendar: what it brought over what a workday of its year brought.

    Only calendar years that are over before a day and whole in the data count; their weights are averaged. Nothing
    where there is none, or where a month brought nothing.
    """
    by_year: dict[int, dict[int, float]] = {}
    for period, value in months:
        if period.grain is Grain.MONTH and period.end < before and period.start.day == 1 and value is not None:
            worked = len(workdays.of(period))
            if worked:
                by_year.setdefault(period.start.year, {})[period.start.month] = value / worked
    whole = [rates for rates in by_year.values() if len(rates) == _MONTHS and min(rates.values()) > 0]
    if not whole:
        return {}
    relative = [{month: rate / fmean(rates.values()) for month, rate in rates.items()} for rates in whole]
    return {month: fmean(one[month] for one in relative) for month in range(1, _MONTHS + 1)}
