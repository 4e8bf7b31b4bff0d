"""What was reached: a metric of one owner over any period, measured over the owner's own lines, never added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import narwhals as nw
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.targets.naming import Names, names_of
from salesperf.core.period import Grain, Period
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.engine import collect
from salesperf.facts.dimensions import column_of
from salesperf.facts.sales import Sales
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.by_month import is_whole
from salesperf.metrics.compare import Against, Measure
from salesperf.metrics.model import Metric
from salesperf.metrics.possible import Lack, lacks_of
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.metrics.value import of_nothing
from salesperf.tables.bundle import Bundle

Value = Decimal | int | float | None
Who = str | frozenset[str] | None
Rows = Mapping[str | None, Mapping[str, object]]


class Question(Struct, frozen=True):
    """What all targets are measured with."""

    bundle: Bundle
    facts: Facts
    section: SalesSection
    calendar: CalendarSection
    catalog: Registry[Metric]
    request: Request

    def of_anything(self) -> Question:
        """The same without conditions."""
        return replace(self, request=replace(self.request, where=()))

    def lacks(self, metric: Metric, by: Sequence[str]) -> tuple[Lack, ...]:
        """What the files lack to measure a metric by these dimensions."""
        asked = Request(by=tuple(by), where=self.request.where)
        return lacks_of(metric, asked, self.facts, self.bundle, self.catalog)

    def scope(self, metrics: Sequence[str], by: Sequence[str]) -> Scope:
        """The metrics over all the data, split by the dimensions."""
        asked = Request(tuple(metrics), tuple(by), where=self.request.where, as_of=self.request.as_of)
        return scope_of(
            self.bundle,
            asked,
            section=self.section,
            calendar=self.calendar,
            catalog=self.catalog,
            facts=self.facts,
        )


class Actuals(Struct, frozen=True, eq=False):
    """The metrics of one dimension (None: of everything), each period measured once for all owners."""

    scope: Scope
    dimension: str | None = None
    _seen: dict[tuple[Period, Who], Rows] = field(default_factory=dict)
    _names: list[Names] = field(default_factory=list)

    def groups(self) -> tuple[str, ...]:
        """Every group that has lines, on any day."""
        return self.names().groups

    def names(self) -> Names:
        """The same, and how each is found by what people write; gathered once."""
        if not self._names:
            span = self.scope.measure.span
            found = self._rows(Period(span.start, span.end, str(span)), None)
            self._names.append(names_of((key for key in found if key is not None), self.labels))
        return self._names[0]

    def first_days(self) -> Mapping[str, date]:
        """The day of the first line of every group, in the order of their keys."""
        assert self.dimension is not None  # noqa: S101 -- everything is no group
        by, found = column_of(self.dimension), dict[str, date]()
        for frame in self.scope.measure.lines.values():
            firsts = collect(frame.filter(~nw.col("date").is_null()).group_by(by).agg(nw.col("date").min()))
            for key, day in firsts.iter_rows():
                if key is not None:
                    found[key] = min(day, found.get(key, day))
        return dict(sorted(found.items()))

    @property
    def labels(self) -> Mapping[str, str]:
        """The names of the groups that are ids."""
        return {} if self.dimension is None else self.scope.framed.labels.get(self.dimension, {})

    def value(self, metric: str, period: Period, who: Who) -> Value:
        """A metric in a period, of everything (None), of one group, or of several groups taken together.

        Sales that are told by the quarter or year say nothing (None) of a period that parts one.
        """
        if not self.scope.measure.has_months and not self._is_whole(period):
            return None
        rows = self._rows(period, who)
        row = rows.get(who if isinstance(who, str) else None)
        if row is None:
            row = of_nothing(self.scope.metrics, catalog=self.scope.measure.catalog)
        value = row[metric]
        return value if isinstance(value, Decimal | int | float) else None

    def _is_whole(self, period: Period) -> bool:
        found = self.scope.facts.get(Subject.SALES)
        return not isinstance(found, Sales) or is_whole(found, period, last=self.scope.days.last)

    def _rows(self, period: Period, who: Who) -> Rows:
        of = who if isinstance(who, frozenset) else None
        if (period, of) not in self._seen:
            self._seen[period, of] = self._measured(period, of)
        return self._seen[period, of]

    def _measured(self, period: Period, of: frozenset[str] | None) -> Rows:
        measure, by = self.scope.measure, []
        if self.dimension is not None and of is None:
            by = [column_of(self.dimension)]
        elif self.dimension is not None and of is not None:
            measure = self._narrowed(of)
        view = measure.view(period, Against.NOW)
        assert not isinstance(view, Text)  # noqa: S101 -- a period always finds itself
        found = measure.values(view, by=by)
        return {row[by[0]] if by else None: row for row in found.iter_rows(named=True)}

    def _narrowed(self, keys: frozenset[str]) -> Measure:
        assert self.dimension is not None  # noqa: S101 -- sets are of groups
        return self.scope.measure.narrowed(nw.col(column_of(self.dimension)).is_in(sorted(keys)))


def actuals_by(
    question: Question, metrics: Sequence[str], dimension: str, *, beside: str | None = None
) -> Actuals | None:
    """Those of the metrics that the files tell by a dimension (`beside` another one); None where they tell none so."""
    by = (dimension,) if beside is None else (dimension, beside)
    able = tuple(key for key in metrics if key in question.catalog and not question.lacks(question.catalog[key], by))
    return Actuals(question.scope(able, by), dimension) if able else None


def weeks_before(measure: Measure, most: int) -> tuple[Period, ...]:
    """The last complete weeks of the data, at most so many."""
    week = measure.calendar.last_complete(Grain.WEEK, measure.through)
    weeks: list[Period] = []
    while len(weeks) < most and week.start >= measure.span.start:
        weeks.insert(0, week)
        week = measure.calendar.previous(week)
    return tuple(weeks)
