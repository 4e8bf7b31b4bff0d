"""What was measured of the files: each split once, of everybody, for all sections and all they are told of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result, result_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.spans import looks_at_its_days, of_days, spans_of
from salesperf.app.workspace import Opened, metrics_of
from salesperf.core.errors import Issue
from salesperf.core.period import Grain, Period
from salesperf.core.registry import Registry
from salesperf.facts.calendar import Calendar
from salesperf.facts.subjects import Facts, facts_of
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import Metric
from salesperf.metrics.possible import lacks_of
from salesperf.metrics.request import Compare, Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.metrics.sold_as import as_sold

Split = tuple[str, ...]


class Measuring(Struct, frozen=True, eq=False):
    """Files and question, and what was measured of them so far; `together` are the metrics wanted of each split."""

    opened: Opened
    request: Request
    facts: Facts
    catalog: Registry[Metric]
    together: Mapping[Split, tuple[str, ...]]
    _scopes: dict[tuple[Split, tuple[str, ...]], Scope | None] = field(default_factory=dict)
    _results: dict[tuple[object, ...], Result] = field(default_factory=dict)
    _measures: dict[tuple[object, ...], Measure] = field(default_factory=dict)
    _everything: list[Scope] = field(default_factory=list)

    @property
    def everything(self) -> Scope:
        """The scope of all sections without a split; of files that tell none of its metrics, of whatever they tell."""
        found = self.scope(self.together.get((), ()), ())
        if found is not None:
            return found
        if not self._everything:
            self._everything.append(self._asked_for((), ()))
        return self._everything[0]

    @property
    def calendar(self) -> Calendar:
        """The company's calendar."""
        return self.everything.measure.calendar

    def able(self, metrics: Sequence[str], split: Split) -> tuple[Metric, ...]:
        """Those of the metrics that the files allow, split this way."""
        asked = Request(by=split, where=self.request.where)
        found = [self.catalog[key] for key in dict.fromkeys(metrics)]
        return tuple(
            one for one in found if not lacks_of(one, asked, self.facts, self.opened.loaded.bundle, self.catalog)
        )

    def scope(self, metrics: Sequence[str], split: Split, *, told_by: Split | None = None) -> Scope | None:
        """The scope of a split, of all metrics that are wanted of it together; None where the files allow none.

        `told_by` is the split that the sections ask for where more is measured.
        """
        wanted = next(
            (one for one in map(self._together, (split, told_by)) if set(metrics) <= set(one)),
            tuple(dict.fromkeys(metrics)),
        )
        key = (split, wanted)
        if key not in self._scopes:
            able = tuple(one.key for one in self.able(wanted, split))
            self._scopes[key] = self._asked_for(able, split) if able else None
        return self._scopes[key]

    def result(
        self,
        scope: Scope,
        metrics: tuple[Metric, ...],
        *,
        whole: Period,
        grain: Grain | None,
        compare: tuple[Compare, ...],
    ) -> Result:
        """Metrics of a scope in a period, or in its parts, with their bases; of a whole period with the total."""
        key = (tuple(one.key for one in metrics), scope.by, compare, whole, grain)
        if key not in self._results:
            periods = (whole,) if grain is None else self.calendar.periods(grain, whole)
            measure = self.measure(scope, periods, compare)
            # A week that goes on after the days asked for counts up to the last of them.
            is_cut = grain is not None and whole.end < periods[-1].end
            narrowed = replace(
                scope,
                whole=whole,
                is_all=False,
                periods=periods,
                metrics=metrics,
                trend=(),
                trend_grain=None,
                measure=replace(measure, until=whole.end) if is_cut else measure,
            )
            asked = Request(period=whole.key, grain=grain, compare=compare, total=grain is None)
            self._results[key] = result_of(narrowed, asked)
        return self._results[key]

    def measure(self, scope: Scope, periods: tuple[Period, ...], compare: tuple[Compare, ...]) -> Measure:
        """What measures these periods; the whole company is measured over all its days once, for its trends."""
        if not scope.by or not looks_at_its_days(scope.measure):
            return scope.measure
        spans = spans_of(periods, compare, self.calendar)
        key = (scope.by, tuple(metric.key for metric in scope.measure.metrics), spans)
        if key not in self._measures:
            self._measures[key] = of_days(scope.measure, spans)
        return self._measures[key]

    def label(self, dimension: str, key: str) -> str:
        """The name people know a group by, as far as something was split by its dimension."""
        split = (one for one in self._scopes.values() if one is not None and dimension in one.by)
        scope = next(split, None)
        return key if scope is None else scope.label(dimension, key)

    def findings(self) -> tuple[Issue, ...]:
        """What is wrong with the data as far as anything was measured by them, each once."""
        scopes = (scope for scope in self._scopes.values() if scope is not None)
        return tuple(dict.fromkeys(found for scope in scopes for found in scope.findings))

    def _together(self, split: Split | None) -> tuple[str, ...]:
        return () if split is None else self.together.get(split, ())

    def _asked_for(self, metrics: tuple[str, ...], by: Split) -> Scope:
        settings = self.opened.space.configured.settings
        return scope_of(
            self.opened.loaded.bundle,
            Request(metrics, by, where=self.request.where, as_of=self.request.as_of),
            section=settings.kpi,
            calendar=settings.fiscal_calendar,
            catalog=self.catalog,
            facts=self.facts,
        )


def measuring_of(opened: Opened, pack: Pack, request: Request) -> Measuring:
    """Nothing is measured yet of files that were read."""
    settings = opened.space.configured.settings
    facts = facts_of(opened.loaded.bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of)
    catalog = as_sold(metrics_of(opened.space.configured), facts)
    return Measuring(opened, request, facts, catalog, measured_together(pack))


def measured_together(pack: Pack) -> Mapping[Split, tuple[str, ...]]:
    """The metrics that the sections of a pack want of each split, so that each is measured once."""
    found: dict[Split, dict[str, None]] = {}
    for plan in pack.plan.sections:
        for asked in plan.asks():
            found.setdefault(asked.by, {}).update(dict.fromkeys(asked.metrics))
    return {by: tuple(metrics) for by, metrics in found.items()}
