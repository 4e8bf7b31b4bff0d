"""The scope of one question: which lines, metrics, groups and periods it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import narwhals as nw

from salesperf.core.codes import issue
from salesperf.core.errors import DataError, Issue, UsageError
from salesperf.core.period import Grain, Period, Span
from salesperf.core.registry import Registry
from salesperf.core.suggest import did_you_mean
from salesperf.engine import Frame, collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import Split, available, split
from salesperf.facts.filter import Condition, filtered, parse_conditions
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import Basis, Sales, sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.metrics.atoms import column_needed
from salesperf.metrics.compare import Measure
from salesperf.metrics.evaluate import atoms_of
from salesperf.metrics.model import Metric
from salesperf.metrics.naming import in_keys
from salesperf.metrics.request import Request
from salesperf.tables.bundle import Bundle

_CALENDARS = range(1000, 3000)
"""Years beyond which there are no periods to measure: they are slips such as 0001-01-01 and 9999-12-31."""
_SLIP = {Basis.ORDERS: timedelta(0), Basis.INVOICES: timedelta(0), Basis.WON_DEALS: timedelta(days=365)}
"""A line further than this beyond all that the reader believes is a slip of the pen, not the day the data reach; of
deals the reader believes the dates of stages it knows only, so a year more is granted."""
_DATED = {Basis.ORDERS: "orders", Basis.INVOICES: "invoices"}
"""The tables whose only date is that of their lines, so that the first one believed begins the sales."""
_SHORT = timedelta(days=92)
"""Data of less than a quarter are drawn by week."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is measured.

    `whole` is the period asked for, or all the data (`is_all`); `periods` are what the rows show. `lines` counts
    those that satisfy the conditions; `left_out` those after the as-of date.
    """

    sales: Sales
    split: Split
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
    matching: int
    left_out: int
    skipped: tuple[Metric, ...]
    findings: tuple[Issue, ...]

    def label(self, dimension: str, key: str | None) -> str:
        """The name people know a group by; empty for the group without a value."""
        return "" if key is None else self.split.labels.get(dimension, {}).get(key, key)


def scope_of(
    bundle: Bundle,
    request: Request,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
) -> Scope:
    """Work out the scope; raises `UsageError` for words that mean nothing and `DataError` for missing columns."""
    request = in_keys(request, catalog)
    facts = sales(bundle, section=section, as_of=request.as_of)
    metrics, skipped = _metrics(request, facts, bundle, catalog)
    cut = _as_of(facts, bundle, request)
    conditions = parse_conditions(request.where)
    own = {metric.where: parse_conditions(metric.where) for metric in metrics}
    every = [*conditions, *(condition for listed in own.values() for condition in listed)]
    parts = split(facts, bundle, by=[*request.by, *(part.key for part in every if part.is_dimension)])
    framed = _framed(parts, conditions, own, cut)
    days = Calendar(calendar)
    measure = Measure(framed, metrics, catalog, days, cut.span, cut.through)
    whole, periods = _periods(request, days, cut)
    trend_grain = _trend_grain(request, whole, cut.span)
    matching = _matching(framed[()], request, whole, facts, cut)
    return Scope(
        sales=facts,
        split=parts,
        measure=measure,
        metrics=metrics,
        by=tuple(dict.fromkeys(request.by)),
        whole=whole,
        is_all=request.period is None,
        periods=periods if matching or _inside(whole, cut.span, request) else (),
        as_of=cut.as_of,
        trend=_trend(days, cut.span, whole, trend_grain),
        trend_grain=trend_grain,
        conditions=tuple(str(condition) for condition in conditions),
        matching=matching,
        left_out=cut.left_out,
        skipped=skipped,
        findings=tuple(dict.fromkeys((*facts.findings, *parts.findings))),
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """The days of the data that count: `span` up to the as-of date, whole up to `through`."""

    as_of: date
    span: Span
    through: date
    left_out: int
    begins: date | None = None
    """The first day that is believed, where lines lie before it; these `early` ones are left out too."""
    early: int = 0


def _as_of(facts: Sales, bundle: Bundle, request: Request) -> _Cut:
    first, last = facts.counts.first, facts.counts.last
    if first is None or last is None:
        raise DataError(f"the {facts.basis.value} hold no dated lines", "nothing can be measured")
    believed = bundle.tables[_DATED[facts.basis]].data_from if facts.basis in _DATED else None
    begins = believed if believed is not None and first < believed else None
    early = 0 if begins is None else _before(facts.lines, begins)
    first = begins or first
    through = bundle.data_through or last
    reached = through if last - through > _SLIP[facts.basis] else max(last, through)
    as_of = request.as_of or reached
    if first.year < _CALENDARS[0] or as_of.year > _CALENDARS[-1]:
        raise DataError(
            f"the {facts.basis.value} hold lines from {first} to {last}: no calendar has these days",
            "correct the dates; lines after the day of --as-of are left out",
        )
    if as_of < first:
        raise UsageError(f"as of {as_of} there are no data: they begin on {first}")
    left_out, before = _around(facts.lines, as_of) if as_of < last else (0, last)
    end = before if request.as_of is None else min(last, as_of)
    return _Cut(as_of, Span(first, end), as_of if request.as_of else reached, left_out, begins, early)


def _framed(
    parts: Split,
    conditions: Sequence[Condition],
    own: Mapping[tuple[str, ...], Sequence[Condition]],
    cut: _Cut,
) -> Mapping[tuple[str, ...], Frame]:
    """The lines of the question, first, and of each metric's own conditions beside it, up to the as-of date.

    Every condition is checked against all lines: a region that another condition leaves out is no unknown region.
    """
    return {
        where: _until(filtered(parts.lines, (*conditions, *listed), labels=parts.labels), cut)
        for where, listed in {(): (), **own}.items()
    }


def _until(lines: Frame, cut: _Cut) -> Frame:
    kept = lines.filter(nw.col("date") <= nw.lit(cut.as_of)) if cut.left_out else lines
    return kept if cut.begins is None else kept.filter(nw.col("date") >= nw.lit(cut.begins))


def _before(lines: Frame, day: date) -> int:
    """How many lines come before a day."""
    return int(collect(lines.filter(nw.col("date") < nw.lit(day)).select(nw.len().alias("rows")))["rows"][0])


def _around(lines: Frame, day: date) -> tuple[int, date]:
    """How many lines come after a day, and the last day with lines before it is over."""
    later = nw.col("date") > nw.lit(day)
    after = collect(lines.filter(later).select(nw.len().alias("rows")))
    return int(after["rows"][0]), collect(lines.filter(~later).select(nw.col("date").max()))["date"][0]


def _matching(lines: Frame, request: Request, whole: Period, facts: Sales, cut: _Cut) -> int:
    """How many lines the question is about; without period and conditions they need not be counted again."""
    if request.where or request.period:
        return _count(lines, whole)
    return facts.counts.rows - cut.left_out - cut.early


def _count(lines: Frame, whole: Period) -> int:
    inside = lines.filter(nw.col("date") >= nw.lit(whole.start), nw.col("date") <= nw.lit(whole.end))
    return int(collect(inside.select(nw.len().alias("rows")))["rows"][0])


def _inside(whole: Period, span: Span, request: Request) -> bool:
    """A period inside the data in which nothing happened is a zero, not an absence; conditions may match nothing."""
    return not request.where and whole.start <= span.end and whole.end >= span.start


def _metrics(
    request: Request, facts: Sales, bundle: Bundle, catalog: Registry[Metric]
) -> tuple[tuple[Metric, ...], tuple[Metric, ...]]:
    """The metrics asked for, all of which the files must allow; else the defaults, as far as they do."""
    asked = [catalog.find(key) for key in dict.fromkeys(request.metrics)]
    possible = available(facts, bundle)
    missing = {metric.key: _missing(metric, facts, possible, catalog) for metric in asked or catalog}
    if asked:
        lacking = {key: columns for key, columns in missing.items() if columns}
        if lacking:
            raise _lacking(lacking, facts, bundle)
        return tuple(asked), ()
    defaults = [metric for metric in catalog if metric.default]
    there = tuple(metric for metric in defaults if not missing[metric.key])
    return there, tuple(metric for metric in defaults if missing[metric.key])


_CANONICAL = {
    "units": "quantity",
    "priced_net": "quantity",
    "cost_of_net": "cost",
    "costed_net": "cost",
    "list_value": "list_amount or discount",
    "listed_gross": "list_amount or discount",
    "customer": "customer_id or customer_name",
    "rep": "rep_id or rep_name",
}


def _missing(metric: Metric, facts: Sales, possible: Sequence[str], catalog: Registry[Metric]) -> tuple[str, ...]:
    columns = dict.fromkeys(column_needed(atom) for atom in atoms_of(metric, catalog))
    lacking = [_CANONICAL.get(name, name) for name in columns if not facts.has(name)]
    judged = [condition.key for condition in parse_conditions(metric.where)]
    return tuple(dict.fromkeys([*lacking, *(key for key in judged if key not in possible and not facts.has(key))]))


def _lacking(lacking: Mapping[str, Sequence[str]], facts: Sales, bundle: Bundle) -> DataError:
    issues = []
    for key, columns in lacking.items():
        wanted = " and ".join(columns)
        near = [hint for column in columns for hint in [did_you_mean(column.split(" or ")[0], bundle.unmapped)] if hint]
        unread = f"headers not understood: {', '.join(bundle.unmapped[:10])}" if bundle.unmapped else ""
        hint = "; ".join(near) or unread or "no header is left that it could be"
        message = f"{key} needs {wanted}, which the {facts.basis.value} do not have"
        issues.append(issue("F509", message, hint=hint))
    return DataError(
        issues[0].message if len(issues) == 1 else f"{len(issues)} metrics cannot be measured from these files",
        'map a header with [[table]] columns = { cost = "header" } in salesperf.toml',
        tuple(issues),
    )


def _periods(request: Request, days: Calendar, cut: _Cut) -> tuple[Period, tuple[Period, ...]]:
    """The whole asked about, and the periods of the rows."""
    if request.period is None:
        whole = Period(cut.span.start, cut.span.end, str(cut.span))
    else:
        whole = parse_period(request.period, calendar=days, as_of=cut.as_of)
    if request.grain is None:
        return whole, (whole,)
    last = min(whole.end, max(cut.through, cut.span.end))
    if last < whole.start:
        return whole, ()
    return whole, days.periods(request.grain, Span(whole.start, last))


def _trend_grain(request: Request, whole: Period, span: Span) -> Grain | None:
    if request.grain is not None or request.by:
        return None
    if whole.grain in {Grain.DAY, Grain.WEEK}:
        return whole.grain
    return Grain.WEEK if span.end - span.start < _SHORT else Grain.MONTH


def _trend(days: Calendar, span: Span, whole: Period, grain: Grain | None) -> tuple[Period, ...]:
    if grain is None:
        return ()
    last = min(span.end, max(whole.end, span.start))
    return days.periods(grain, Span(span.start, last))
