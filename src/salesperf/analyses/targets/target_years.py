"""Where the years of the targets begin: sheets of twelve months from April are of years from April.

The settings come first; without them a year to date and the names of periods follow the targets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import Calendar
from salesperf.facts.goals import Goal

_ONE_DAY = timedelta(days=1)
_SOME_YEAR, _LEAP_YEAR = 365, 366


def calendar_of_targets(goals: Sequence[Goal], calendar: Calendar) -> Calendar:
    """The calendar with years as the sheets have them, each of one whole year from the same month; else as it is.

    Only where nobody set `first_month` and months are those of the calendar.
    """
    section = calendar.section
    if "first_month" in section.model_fields_set or section.pattern != "calendar":
        return calendar
    firsts = {span.start.month for span in _years(goals)}
    if len(firsts) != 1 or firsts == {section.first_month}:
        return calendar
    return Calendar(section.model_copy(update={"first_month": firsts.pop()}))


def renamed(period: Period, calendar: Calendar) -> Period:
    """The period under the name that a calendar has for its days."""
    for grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        named = calendar.period(grain, period.start)
        if (named.start, named.end) == (period.start, period.end):
            return named
    return period


def _years(goals: Sequence[Goal]) -> Iterator[Span]:
    """The whole years, from the first of a month, that the goals of a sheet cover without a gap or more."""
    sheets: dict[tuple[str | None, str | None], set[Span]] = defaultdict(set)
    for goal in goals:
        sheets[goal.where.file, goal.where.sheet].add(Span(goal.period.start, goal.period.end))
    for spans in sheets.values():
        ordered = sorted(spans, key=lambda span: span.start)
        whole = Span(ordered[0].start, max(span.end for span in ordered))
        reached = whole.start - _ONE_DAY
        for span in ordered:
            reached = max(reached, span.end) if span.start <= reached + _ONE_DAY else reached
        if reached == whole.end and whole.start.day == 1 and whole.days in {_SOME_YEAR, _LEAP_YEAR}:
            yield whole
