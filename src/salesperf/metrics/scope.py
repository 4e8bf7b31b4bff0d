"""The scope of one question: which lines, metrics, groups and periods it is about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import Issue
from salesperf.core.period import Grain, Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.engine import Frame, collect
from salesperf.facts.calendar import MONDAY_TO_FRIDAY, Calendar
from salesperf.facts.days import Days
from salesperf.facts.filter import parse_conditions
from salesperf.facts.sales import Sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts, facts_of
from salesperf.facts.trading_days import trading_days
from salesperf.metrics.compare import Measure
from salesperf.metrics.framed import Framed, framed
from salesperf.metrics.measured_days import measured_days, reaches, with_balances
from salesperf.metrics.model import Metric
from salesperf.metrics.naming import headers_taken, understood
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.periods_asked import days_drawn, periods_asked, trend_periods
from salesperf.metrics.possible import Lacking, possible_metrics, subjects_asked
from salesperf.metrics.request import Request
from salesperf.metrics.sold_as import as_sold
from salesperf.tables.bundle import Bundle


class Scope(Struct, frozen=True):
    """What is measured.

    `whole` is the period asked for, or all the data (`is_all`); `periods` are what the rows show. `days` are
    those that count, `matching` the number of lines that satisfy the conditions.
    """

    facts: Facts
    framed: Framed
    measure: Measure
    metrics: tuple[Metric, ...]
    by: tuple[str, ...]
    whole: Period
    is_all: bool
    periods: tuple[Period, ...]
    as_of: date
    trend: tuple[Period, ...]
    trend_grain: Grain | None
    conditions: tuple[str, ...]
    days: Days
    matching: int
    lacking: Lacking
    findings: tuple[Issue, ...]
    taken: tuple[Text, ...]
    """What headers of the files that the question names were taken for."""

    @property
    def sales(self) -> Sales | None:
        """The sales, where the question is about any."""
        return _sales(self.facts, self.framed)

    @property
    def currency(self) -> str | None:
        """The currency of the amounts, where it is known."""
        return next((events.currency for events in self.facts.values() if events.currency), None)

    def label(self, dimension: str, key: str | None) -> str:
        """The name people know a group by; empty for the group without a value."""
        return "" if key is None else self.framed.labels.get(dimension, {}).get(key, key)


def scope_of(
    bundle: Bundle, request: Request, *, section: SalesSection, calendar: CalendarSection, catalog: Registry[Metric],
    facts: Facts | None = None,
) -> Scope:  # fmt: skip
    """Work out the scope, of facts that are known already or new ones; raises `UsageError` and `DataError`."""
    taken = headers_taken(request, bundle)
    request = understood(request, catalog, bundle)
    asked = subjects_asked(request, catalog)
    facts = facts or facts_of(bundle, section=section, calendar=calendar, as_of=request.as_of, wanted=asked)
    catalog = as_sold(catalog, facts)
    metrics, lacking = possible_metrics(request, facts, bundle, catalog)
    lines = framed(facts, request, metrics, bundle, catalog=catalog)
    known = with_balances(measured_days(facts, request, asked=asked), lines)
    sold = _sales(facts, lines)
    measure = _measure(facts, known, lines, metrics=metrics, catalog=catalog, calendar=calendar, grain=request.grain)
    whole, periods = periods_asked(request, measure.calendar, known, sold)
    trend_grain, trend = trend_periods(request, measure.calendar, whole, days_drawn(facts, measure), sold)
    matching = _matching(lines, request, whole, facts)
    return Scope(
        facts=facts,
        framed=lines,
        measure=measure,
        metrics=metrics,
        by=tuple(dict.fromkeys(request.by)),
        whole=whole,
        is_all=request.period is None,
        periods=periods if matching or _inside(whole, measure.span, request) else (),
        as_of=known.as_of,
        trend=trend,
        trend_grain=trend_grain,
        conditions=tuple(str(condition) for condition in parse_conditions(request.where)),
        matching=matching,
        days=known,
        lacking=lacking,
        findings=tuple(dict.fromkeys((*_findings(facts, lines), *lines.findings))),
        taken=taken,
    )


def _measure(
    facts: Facts,
    known: Days,
    lines: Framed,
    *,
    metrics: tuple[Metric, ...],
    catalog: Registry[Metric],
    calendar: CalendarSection,
    grain: Grain | None,
) -> Measure:
    """What measures the lines over the days that are known, and pools over the periods asked for, else over months."""
    span, sold = Span(known.first, known.last), _sales(facts, lines)
    days = Calendar(calendar, _workdays(sold, known))
    measure = Measure(lines.lines, metrics, catalog, days, span, known.through, reaches(facts, known))
    return replace(measure, has_months=sold is None or sold.months <= 1, pooled=grain or measure.pooled)


def _workdays(sold: Sales | None, known: Days) -> frozenset[int]:
    """The weekdays of which a complete period has data; sales that are told by months say none."""
    if sold is None or sold.days is None or sold.months:
        return MONDAY_TO_FRIDAY
    return trading_days(sold.lines, first=sold.days.first, through=known.through)


def _sales(facts: Facts, lines: Framed) -> Sales | None:
    """The sales, where some of what is measured is of them."""
    found = facts.get(Subject.SALES)
    return found if isinstance(found, Sales) and EVERY_SALE in lines.lines else None


def _findings(facts: Facts, lines: Framed) -> Iterator[Issue]:
    """What making events of rows found, of the subjects that are measured."""
    for subject in dict.fromkeys(lens.subject for lens in lines.lines):
        yield from facts[subject].findings


def _matching(lines: Framed, request: Request, whole: Period, facts: Facts) -> int:
    """How many lines the question is about; without period and conditions they need not be counted again."""
    found = facts.get(Subject.SALES)
    if not isinstance(found, Sales) or EVERY_SALE not in lines.lines:
        return sum(_count(frame, whole) for lens, frame in lines.lines.items() if not lens.conditions)
    if request.where or request.period or found.days is None:
        return _count(lines.lines[EVERY_SALE], whole)
    return found.counts.rows - found.days.later - found.days.early


def _count(lines: Frame, whole: Period) -> int:
    inside = lines.filter(nw.col("date") >= nw.lit(whole.start), nw.col("date") <= nw.lit(whole.end))
    return int(collect(inside.select(nw.len().alias("rows")))["rows"][0])


def _inside(whole: Period, span: Span, request: Request) -> bool:
    """A period inside the data in which nothing happened is a zero, not an absence; conditions may match nothing."""
    return not request.where and whole.start <= span.end and whole.end >= span.start
