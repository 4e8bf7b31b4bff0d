"""The spans in which a pack tells where everybody stands: the period, and the year up to its end."""

from __future__ import annotations

from salesperf.analyses.targets.compute import Line
from salesperf.app.packs.briefing import Briefing
from salesperf.core.period import Period
from salesperf.core.text import Text, same

TO_DATE = Text("year to date", "本年累计")


def horizons(briefing: Briefing, metric: str) -> tuple[tuple[Line, ...], ...]:
    """Where everybody stands in a metric, span by span; a whole year is not told again as the year to date."""
    first, to_date = briefing.lines(metric), briefing.lines(metric, at=1)
    is_told = bool(first and to_date and first[0].period == to_date[0].period)
    return tuple(lines for lines in (first, () if is_told else to_date) if lines)


def span_words(briefing: Briefing, period: Period) -> Text:
    """A span as people call it: the year to date, or the period by its name."""
    found = briefing.targets.standings
    if found is not None and period == found.to_date and period != found.period:
        return TO_DATE
    return same(period.key)
