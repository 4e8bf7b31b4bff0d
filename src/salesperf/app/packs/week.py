"""`week`: the last full week and the one that runs, beside the weeks before and a year ago, with a short trend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from salesperf.analyses.kpi.compute import Entry, Result
from salesperf.analyses.kpi.growth import value_cell
from salesperf.app.pack_plans.company import WeekPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.briefing import BOTH, Briefing
from salesperf.app.packs.cells import growth_cell, number
from salesperf.core.period import Grain, Period, Span
from salesperf.core.period_words import span_words
from salesperf.core.text import Text
from salesperf.metrics.model import Metric
from salesperf.report.capitals import said
from salesperf.report.model import Cell, Column, Row, Section, Sparkline, TableBlock

TITLE = Text("The week", "本周情况")
_TABLE = Text("Week by week", "周度指标")
_SO_FAR = Text("this week so far, {days}", "本周至今（{days}）")
_ON_BEFORE = Text("on the week before", "较前一周")
_ON_SAME_DAYS = Text("on the same days before", "较前一周同日")
_ON_LAST_YEAR = Text("on the week a year ago", "较去年同周")
_ON_ITS_SAME_DAYS = Text("on the same days a year ago", "较去年同周同日")


class Week(Struct, frozen=True):
    """One week measured; `is_over` is whether the data reach its end."""

    period: Period
    entry: Entry
    is_over: bool


def week(briefing: Briefing, plan: WeekPlan) -> Section | None:
    """A table of the weeks up to the end of the period, as far as the data go; None where these tell no week."""
    weeks = tuple(_weeks(briefing, plan.metrics))
    if not weeks:
        return None
    behind = _behind(briefing, plan, weeks[0].period)
    metrics = briefing.able(plan.metrics)
    columns = (
        Column("metric", phrases.METRIC),
        *(column for at, one in enumerate(weeks, start=1) for column in _columns(briefing, one, at)),
        Column("trend", phrases.last(_count(behind), Grain.WEEK)),
    )
    rows = tuple(_row(briefing, metric, weeks, behind) for metric in metrics)
    return Section("week", plan.heading(TITLE), blocks=(TableBlock("week", _TABLE, columns, rows),))


def _weeks(briefing: Briefing, metrics: Sequence[str]) -> Iterator[Week]:
    """The last full week, and the one after it where the data end in it."""
    anchor = min(briefing.through, briefing.period.end)
    full = briefing.calendar.last_complete(Grain.WEEK, anchor)
    current = briefing.calendar.period(Grain.WEEK, anchor)
    runs = current != full and anchor == briefing.through
    for period in (full, *((current,) if runs else ())):
        found = briefing.result(metrics, period=period, compare=BOTH)
        if period.start >= briefing.base.measure.span.start and found is not None and found.entries:
            yield Week(period, found.entries[0], period is full)


def last_week(briefing: Briefing, plan: WeekPlan) -> Text | None:
    """The last week that the section tells of, in words."""
    weeks = tuple(_weeks(briefing, plan.metrics))
    return _named(briefing, weeks[-1]) if weeks else None


def _behind(briefing: Briefing, plan: WeekPlan, last: Period) -> Result | None:
    """The full weeks up to the last, as far as the data go back."""
    first = last
    for _ in range(plan.weeks - 1):
        before = briefing.calendar.previous(first)
        if before.start < briefing.base.measure.span.start:
            break
        first = before
    span = Span(first.start, last.end)
    return briefing.result(plan.metrics, period=Period(span.start, span.end, str(span)), grain=Grain.WEEK, compare=())


def _count(behind: Result | None) -> int:
    return len(behind.entries) if behind is not None else 0


def _columns(briefing: Briefing, one: Week, at: int) -> tuple[Column, ...]:
    return (
        Column(f"week{at}", _named(briefing, one)),
        Column(f"change{at}", _ON_BEFORE if one.is_over else _ON_SAME_DAYS),
        Column(f"yoy{at}", _ON_LAST_YEAR if one.is_over else _ON_ITS_SAME_DAYS),
    )


def _named(briefing: Briefing, one: Week) -> Text:
    if one.is_over:
        return span_words(one.period)
    return _SO_FAR.fill(days=span_words(Span(one.period.start, briefing.through)))


def _row(briefing: Briefing, metric: Metric, weeks: Sequence[Week], behind: Result | None) -> Row:
    cells: list[Cell | Sparkline] = [said(metric.label, briefing.lang)]
    for one in weeks:
        cells.append(value_cell(one.entry, metric, briefing.catalog))
        cells += [growth_cell(briefing, one.entry, metric, against) for against in BOTH]
    series = [number(entry.now.get(metric.key)) for entry in behind.entries] if behind is not None else []
    cells.append(Sparkline(tuple(None if value is None else float(value) for value in series)))
    return Row(tuple(cells), key=metric.key)
