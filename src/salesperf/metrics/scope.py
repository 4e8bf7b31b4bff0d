"""The scope of one question: which lines, metrics, groups and periods it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

import narwhals as nw
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.errors import DataError, Issue, UsageError
from salesperf.core.period import Grain, Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.engine import Frame, collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.days import Days, together
from salesperf.facts.filter import parse_conditions
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import NONE_WON, NONE_WON_HINT, Basis, Sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts, facts_of
from salesperf.metrics.by_month import must_be_whole_months
from salesperf.metrics.compare import Measure
from salesperf.metrics.framed import Framed, framed
from salesperf.metrics.model import Metric
from salesperf.metrics.naming import headers_taken, understood
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.possible import Lacking, possible_metrics, subjects_asked
from salesperf.metrics.reach import Told
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle

_NOTHING = Text("nothing can be measured", "没有可计算的内容")
_CALENDARS = range(1000, 3000)
"""Years beyond which there are no periods to measure: they are slips such as 0001-01-01 and 9999-12-31."""
_SHORT = timedelta(days=92)
"""Data of less than a quarter are drawn by week."""


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
    bundle: Bundle,
    request: Request,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
    facts: Facts | None = None,
) -> Scope:
    """Work out the scope, of facts that are known already or new ones; raises `UsageError` and `DataError`."""
    taken = headers_taken(request, bundle)
    request = understood(request, catalog, bundle)
    asked = subjects_asked(request, catalog)
    facts = facts or facts_of(bundle, section=section, calendar=calendar, as_of=request.as_of, wanted=asked)
    metrics, lacking = possible_metrics(request, facts, bundle, catalog)
    lines = framed(facts, request, metrics, bundle, catalog=catalog)
    known = _with_balances(_days(facts, request, asked=asked), lines)
    span = Span(known.first, known.last)
    measure = Measure(lines.lines, metrics, catalog, Calendar(calendar), span, known.through, _reaches(facts, known))
    whole, periods = _known_periods(request, measure.calendar, known, _sales(facts, lines))
    trend_grain, trend = _trend(request, measure.calendar, whole, _drawn(facts, span), _sales(facts, lines))
    matching = _matching(lines, request, whole, facts)
    return Scope(
        facts=facts,
        framed=lines,
        measure=measure,
        metrics=metrics,
        by=tuple(dict.fromkeys(request.by)),
        whole=whole,
        is_all=request.period is None,
        periods=periods if matching or _inside(whole, span, request) else (),
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


def _sales(facts: Facts, lines: Framed) -> Sales | None:
    """The sales, where some of what is measured is of them."""
    found = facts.get(Subject.SALES)
    return found if isinstance(found, Sales) and EVERY_SALE in lines.lines else None


def _findings(facts: Facts, lines: Framed) -> Iterator[Issue]:
    """What making events of rows found, of the subjects that are measured."""
    for subject in dict.fromkeys(lens.subject for lens in lines.lines):
        yield from facts[subject].findings


def _days(facts: Facts, request: Request, *, asked: Collection[Subject] | None) -> Days:
    """The days that count, checked: from the first sale on, of questions without sales from the first of all others."""
    found = facts.get(Subject.SALES)
    is_of_sales = asked is None or Subject.SALES in asked
    measured = facts if is_of_sales else {subject: facts[subject] for subject in asked or () if subject in facts}
    others = [events.days for subject, events in measured.items() if subject is not Subject.SALES and events.days]
    if isinstance(found, Sales) and not (others and (found.days is None or not is_of_sales)):
        days = _sold_days(found)
        if found.basis is Basis.WON_DEALS:
            # The deals that were won are some of those created before: one table, one span of days.
            every = together([days, *others])
            days = replace(days, first=every.first, last=every.last, as_of=every.as_of, through=every.through)
        # Cash comes after the last sale, and what fell due before is known.
        days = replace(days, last=max(days.last, *(other.last for other in others), days.first))
    else:
        dated = others
        if not dated:
            tables = " and ".join(dict.fromkeys(events.source for events in facts.values()))
            told = Text("the {tables} hold no dated rows", "{tables} 中没有带日期的行")
            raise DataError(told.fill(tables=tables), _NOTHING)
        days = together(dated)
    if days.first.year < _CALENDARS[0] or days.as_of.year > _CALENDARS[-1]:
        table = found.source if found else "tables"
        last = found.counts.last if isinstance(found, Sales) else days.as_of
        raise DataError(
            Text(
                f"the {table} hold lines from {days.first} to {last}: no calendar has these days",
                f"{table} 的行从 {days.first} 到 {last}：超出日历范围",
            ),
            Text(
                "correct the dates; lines after the day of --as-of are left out",
                "请更正日期；晚于 --as-of 当日的行不计入",
            ),
        )
    if request.as_of is not None and request.as_of < days.first:
        told = Text(
            f"as of {request.as_of} there are no data: they begin on {days.first}",
            f"截至 {request.as_of} 没有数据：数据从 {days.first} 开始",
        )
        raise UsageError(told)
    return days


def _with_balances(known: Days, lines: Framed) -> Days:
    """The days, to the as-of day where balances are measured: they are of that day, not of the last invoice."""
    if all(lens.subject is not Subject.RECEIVABLES for lens in lines.lines):
        return known
    return replace(known, last=max(known.last, known.as_of))


def _reaches(facts: Facts, known: Days) -> Mapping[Subject, Told]:
    """The days that the lines of each subject tell of; of the sales only where others go on after them."""
    return {
        subject: Told(events.reach or Span(events.days.first, events.days.last), events.ends)
        for subject, events in facts.items()
        if events.days is not None and (subject is not Subject.SALES or events.days.last < known.last)
    }


def _sold_days(found: Sales) -> Days:
    if found.days is not None:
        return found.days
    if found.basis is Basis.WON_DEALS:
        raise DataError(NONE_WON, NONE_WON_HINT)
    if not found.counts.rows:
        told = Text("the {basis} have no rows, only a header", "{basis} 只有表头，没有数据行")
        raise DataError(told.fill(basis=found.basis.value), _NOTHING)
    told = Text("the {basis} hold no dated lines", "{basis} 中没有带日期的行")
    raise DataError(told.fill(basis=found.basis.value), _NOTHING)


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


def _known_periods(
    request: Request, days: Calendar, known: Days, found: Sales | None
) -> tuple[Period, tuple[Period, ...]]:
    """The whole asked about and the periods of the rows, of which the sales tell whatever they are of."""
    whole, periods = _periods(request, days, known, Span(known.first, known.last))
    must_be_whole_months(found, (whole, *periods), last=known.last)
    return whole, periods


def _periods(request: Request, days: Calendar, known: Days, span: Span) -> tuple[Period, tuple[Period, ...]]:
    """The whole asked about, and the periods of the rows."""
    if request.period is None:
        whole = Period(span.start, span.end, str(span))
    else:
        whole = parse_period(request.period, calendar=days, as_of=known.as_of)
    if request.grain is None:
        return whole, (whole,)
    last = min(whole.end, max(known.through, span.end))
    if last < whole.start:
        return whole, ()
    return whole, days.periods(request.grain, Span(whole.start, last))


def _trend_grain(request: Request, whole: Period, span: Span, *, is_by_month: bool) -> Grain | None:
    if request.grain is not None or request.by:
        return None
    if whole.grain in {Grain.DAY, Grain.WEEK}:
        return whole.grain
    return Grain.WEEK if span.end - span.start < _SHORT and not is_by_month else Grain.MONTH


def _drawn(facts: Facts, span: Span) -> Span:
    """The days a trend is drawn of: to the last sale, where there are any."""
    found = facts.get(Subject.SALES)
    return span if found is None or found.days is None else Span(span.start, max(found.days.last, span.start))


def _trend(
    request: Request, days: Calendar, whole: Period, span: Span, found: Sales | None
) -> tuple[Grain | None, tuple[Period, ...]]:
    """The periods of a trend over these days; none beside groups and periods asked for."""
    grain = _trend_grain(request, whole, span, is_by_month=found is not None and found.is_by_month)
    if grain is None:
        return None, ()
    last = min(span.end, max(whole.end, span.start))
    return grain, days.periods(grain, Span(span.start, last))
