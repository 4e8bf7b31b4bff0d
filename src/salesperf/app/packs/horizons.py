"""The spans in which a pack tells where everybody stands: the period, and the year up to its end."""

from __future__ import annotations

from collections.abc import Callable

from salesperf.analyses.targets.compute import Line
from salesperf.app.packs.briefing import Briefing
from salesperf.core.period import Grain, Period
from salesperf.core.period_words import span_words
from salesperf.core.text import Text, same

TO_DATE = Text("year to date", "本年累计")
_BEGUN = Text("{whole} to date", "{whole}累计")
_LONG = (Grain.QUARTER, Grain.YEAR)


def horizons(briefing: Briefing, metric: str) -> tuple[tuple[Line, ...], ...]:
    """Where everybody stands in a metric, span by span; a whole year is not told again as the year to date."""
    first, to_date = briefing.lines(metric), briefing.lines(metric, at=1)
    has_targets = any(line.target is not None for line in first)
    is_told = bool(has_targets and to_date and are_same_days(first[0], to_date[0]))
    return tuple(lines for lines in (first, () if is_told else to_date) if lines)


def are_same_days(one: Line, other: Line) -> bool:
    """Whether two lines are of the same days: a first quarter is the year to date at its end."""
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)


def horizon_words(briefing: Briefing, period: Period) -> Text:
    """A span as titles and sentences call it: the year to date, a quarter to date, or the period as people write it."""
    return _called(briefing, period, span_words(period), begun=span_words)


def horizon_name(briefing: Briefing, period: Period) -> Text:
    """A span as the cells of a table name it: by its key, or that of the quarter or year to date."""
    return _called(briefing, period, same(period.key), begun=lambda whole: same(whole.key))


def is_to_date(briefing: Briefing, period: Period) -> bool:
    """Whether a span is the year up to the end of the period, and not the period itself."""
    found = briefing.targets.standings
    return found is not None and period == found.to_date and period != found.period


def _called(briefing: Briefing, period: Period, name: Text, *, begun: Callable[[Period], Text]) -> Text:
    if is_to_date(briefing, period):
        return TO_DATE
    if period.grain is None and period != briefing.period:
        whole = _whole(briefing, period)
        return name if whole is None else _BEGUN.fill(whole=begun(whole))
    return name


def longer_line(briefing: Briefing, metric: str) -> Line | None:
    """Where the one reported on stands in the longer period that is told in place of one without targets."""
    line = briefing.line(metric)
    return None if line is None or line.standing is None or not is_longer(briefing, line) else line


def is_longer(briefing: Briefing, line: Line) -> bool:
    """Whether a line is of a longer period that holds the one reported on: of a quarter also in its first month."""
    found = briefing.targets.standings
    return found is not None and line.period != found.period


def whole_of(briefing: Briefing, period: Period) -> Text | None:
    """The quarter or year that a span is of, in words; None of any other."""
    whole = _whole(briefing, period)
    return None if whole is None else span_words(whole)


def _whole(briefing: Briefing, period: Period) -> Period | None:
    around = (briefing.calendar.period(grain, period.end) for grain in _LONG)
    return next((one for one in around if one.start == period.start), None)
