"""Comparison: the same metrics in the period before, a year before and for the year to date.

A partial period is compared with the same elapsed part of its base: as many days for the period before, the same
days of the calendar for the year before. A base that lies before the data is missing, not zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

import narwhals as nw
import polars as pl
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.core.period import Grain, Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.engine import Frame
from salesperf.facts.calendar import Calendar, year_before
from salesperf.facts.subject import Subject
from salesperf.metrics.evaluate import evaluated, evaluated_to_date
from salesperf.metrics.model import Derived, Metric, Ratio
from salesperf.metrics.parts import Lens, period_columns, pooled_column
from salesperf.metrics.reach import Reach, Told
from salesperf.metrics.value import expression_of


class Against(StrEnum):
    """What a period is held against."""

    NOW = "now"
    PREV = "prev"
    YOY = "yoy"
    YTD = "ytd"
    YTD_BASE = "ytd_base"


NO_DATA_THEN = Text("the data begin on {first}, after the period compared with", "数据自{first}起，晚于对比期间")
NO_PERIOD_ASKED = Text("needs a period: use --period or --grain", "需要指定期间：请使用 --period 或 --grain")
NO_SUCH_PERIOD = Text("the year before has no such period", "上一年没有对应期间")


class View(Struct, frozen=True):
    """One evaluation: a row of period number `number` in `periods`, of lines up to `until`."""

    periods: tuple[Period, ...]
    number: int
    until: date | None = None


class Measure(Struct, frozen=True, eq=False):
    """Metrics over business events, at any period; results are remembered, so that bases cost nothing twice.

    `lines` holds the lines of each lens that metrics or their parts are measured over;
    `span` is the first to last day of the data, `through` the day to which the data are known to be whole; `reaches`
    are the days of the subjects that may have fewer than that. Without `has_months` sales are told by longer periods.
    `pooled` is the length of the periods over which ratios of all the data are pooled. Of a period that goes on after
    `until` only the days up to it count.
    """

    lines: Mapping[Lens, Frame]
    metrics: tuple[Metric, ...]
    catalog: Registry[Metric]
    calendar: Calendar
    span: Span
    through: date
    reaches: Mapping[Subject, Told] = field(default_factory=dict)
    has_months: bool = True
    pooled: Grain = Grain.MONTH
    until: date | None = None
    _seen: dict[tuple[object, ...], pl.DataFrame] = field(default_factory=dict)

    def is_partial(self, period: Period) -> bool:
        """Whether the data, or the days that count, do not reach the period's end."""
        return self._is_cut(period) or not self.calendar.is_complete(period, self.through)

    def _is_cut(self, period: Period) -> bool:
        return self.until is not None and self.until in period and self.until < period.end

    @property
    def sold_from(self) -> date:
        """The first day that the sales tell of, where other events begin before them; else the first of the data."""
        told = self.reaches.get(Subject.SALES)
        return self.span.start if told is None else max(told.days.start, self.span.start)

    @property
    def _reached(self) -> date:
        return self.through if self.until is None else min(self.through, self.until)

    def narrowed(self, condition: nw.Expr) -> Measure:
        """The same metrics over the lines that satisfy a condition, which every lens must have the columns for."""
        lines = {lens: frame.filter(condition) for lens, frame in self.lines.items()}
        return replace(self, lines=lines, _seen={})

    def sequence(self, period: Period) -> tuple[Period, ...]:
        """The periods like this one, without gaps, from the first day of the data to the last."""
        whole = Span(min(self.span.start, period.start), max(self.span.end, period.end))
        if period.grain is not None:
            return self.calendar.periods(period.grain, whole)
        found = [period]
        while found[0].start > whole.start:
            found.insert(0, self.calendar.previous(found[0]))
        while found[-1].end < whole.end:
            found.append(self.calendar.next(found[-1]))
        return tuple(found)

    def values(self, view: View, *, by: Sequence[str]) -> pl.DataFrame:
        """One row a group with every metric for the view's period; no row for groups in which nothing happened."""
        found = self.all_values(view.periods, by=by, until=view.until)
        return found.filter(pl.col("period") == view.number)

    def all_values(self, periods: tuple[Period, ...], *, by: Sequence[str], until: date | None = None) -> pl.DataFrame:
        """One row a period and group with every metric."""
        key = (periods, tuple(by), until)
        if key not in self._seen:
            self._seen[key] = self._evaluated(periods, by=by, until=until)
        return self._seen[key]

    def _evaluated(self, periods: tuple[Period, ...], *, by: Sequence[str], until: date | None) -> pl.DataFrame:
        return evaluated(
            self.lines,
            self.metrics,
            catalog=self.catalog,
            periods=periods,
            by=by,
            span=self.span,
            until=until,
            reach=Reach(self.through, self.reaches),
        )

    def foresee(self, periods: Sequence[Period], *, by: Sequence[str]) -> None:
        """Measure the years to date of many periods, and of their bases, in one look at the lines."""
        wanted: dict[tuple[Period, ...], dict[int, set[date]]] = {}
        for period in periods:
            for against in (Against.YTD, Against.YTD_BASE):
                view = self.view(period, against)
                if isinstance(view, View) and view.until is not None:
                    wanted.setdefault(view.periods, {}).setdefault(view.number, set()).add(view.until)
        for years, numbers in wanted.items():
            days = {number: sorted(listed) for number, listed in numbers.items()}
            found = evaluated_to_date(
                self.lines,
                self.metrics,
                catalog=self.catalog,
                years=years,
                by=by,
                span=self.span,
                days=days,
                reach=Reach(self.through, self.reaches),
            )
            parts = found.partition_by("until", as_dict=True, include_key=False)
            nothing = found.drop("until").clear()
            for day in (day for listed in days.values() for day in listed):
                self._seen[years, tuple(by), day] = parts.get((day,), nothing)

    def with_pooled(self, whole: pl.DataFrame, *, by: Sequence[str]) -> pl.DataFrame:
        """The values of all the data, with ratios between a period and the one before pooled over its complete periods.

        One row a group: the sum of the numerators over the sum of the denominators, from the second period on. The
        counts themselves are null: a sum of periods would count a customer many times.
        """
        metrics = [metric for metric in self.metrics if metric.periodic]
        columns = [
            expression_of(metric, self.catalog, is_pooled=True).alias(metric.key)
            if isinstance(metric.formula, Ratio | Derived)
            else pl.lit(None, dtype=pl.Int64).alias(metric.key)
            for metric in metrics
        ]
        return self.beside_pooled(whole, by=by).with_columns(columns).select(whole.columns)

    def beside_pooled(self, whole: pl.DataFrame, *, by: Sequence[str]) -> pl.DataFrame:
        """The values of all the data, and beside each atom what it is over the complete periods."""
        parts = self.pooled_parts(by=by)
        parts = parts.rename({name: pooled_column(name) for name in parts.columns if name not in by})
        if not by:
            return whole.join(parts, how="cross")
        return whole.join(parts, on=list(by), how="left", nulls_equal=True, maintain_order="left")

    def pooled_parts(self, *, by: Sequence[str]) -> pl.DataFrame:
        """The atoms, added up over the complete periods of the data from the second on: what pooled ratios are of.

        What is of the period itself is that of the average one.
        """
        periods = self.calendar.periods(self.pooled, self.span)
        known = enumerate(periods) if self.has_months or self.pooled is not Grain.MONTH else ()
        complete = [number for number, period in known if number and not self.is_partial(period)]
        found = self.all_values(periods, by=by).filter(pl.col("period").is_in(complete))
        of_period = period_columns(self.metrics, self.catalog)
        atoms = [name for name in found.columns if name.startswith("atom:")]
        sums = [pl.col(name).mean() if name in of_period else pl.col(name).sum() for name in atoms]
        return found.group_by(*by).agg(sums) if by else found.select(sums)

    def view(self, period: Period, against: Against) -> View | Text:
        """Where a period's value, or that of its base, is found; or why there is none."""
        match against:
            case Against.NOW:
                sequence = self.sequence(period)
                return View(sequence, sequence.index(period), self.until if self._is_cut(period) else None)
            case Against.PREV:
                return self._base(self.calendar.previous(period), self._cut_prev(period))
            case Against.YOY:
                base = self.calendar.year_ago(period)
                return NO_SUCH_PERIOD if base is None else self._base(base, self._cut_yoy(period, base))
            case Against.YTD:
                return self._to_date(min(period.end, self._reached))
            case Against.YTD_BASE:
                return self._year_ago_to_date(period)

    def _base(self, base: Period, until: date | None) -> View | Text:
        if min(base.end, until or base.end) < self.span.start:
            return self._before_the_data()
        sequence = self.sequence(base)
        return View(sequence, sequence.index(base), until)

    def _before_the_data(self) -> Text:
        return NO_DATA_THEN.fill(first=self.span.start)

    def _cut_prev(self, period: Period) -> date | None:
        if not self.is_partial(period):
            return None
        base = self.calendar.previous(period)
        return min(base.end, base.start + (max(self._reached, period.start) - period.start))

    def _cut_yoy(self, period: Period, base: Period) -> date | None:
        if not self.is_partial(period):
            return None
        reached = max(self._reached, period.start)
        if period.grain is Grain.WEEK or self.calendar.section.pattern != "calendar":
            return min(base.end, base.start + (reached - period.start))
        return min(base.end, year_before(reached))

    def _to_date(self, day: date) -> View:
        year = self.calendar.period(Grain.YEAR, day)
        sequence = self.sequence(year)
        return View(sequence, sequence.index(year), day)

    def _year_ago_to_date(self, period: Period) -> View | Text:
        base = self.calendar.year_ago(period)
        if base is None:
            return NO_SUCH_PERIOD
        day = self._cut_yoy(period, base) or base.end
        return self._before_the_data() if day < self.span.start else self._to_date(day)
