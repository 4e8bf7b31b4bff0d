"""What every section of a pack is told: the files read once, the facts made once, each split measured once.

A briefing may be narrowed to one team or rep: then its numbers are those of that one, taken out of a measurement of
all of them, so that a page for each of a hundred reps measures once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import takewhile
from typing import TypeVar, cast

import narwhals as nw
from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result, result_of
from salesperf.analyses.targets.compute import Line, target_in
from salesperf.analyses.targets.owners import COMPANY
from salesperf.analyses.targets.tree import Owner
from salesperf.app.packs.amounts import Amounts, amounts_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.one_of_all import Whom, is_something, of_whom
from salesperf.app.packs.spans import looks_at_its_days, of_days, spans_of
from salesperf.app.packs.standings import Told, standings_told
from salesperf.app.workspace import Opened, metrics_of
from salesperf.core.period import Grain, Period, Span
from salesperf.core.registry import Registry
from salesperf.core.text import Lang, Text
from salesperf.engine import collect
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import column_of
from salesperf.facts.period_words import parse_period
from salesperf.facts.subjects import Facts, facts_of
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import Metric
from salesperf.metrics.parts import EVERY_SALE
from salesperf.metrics.possible import lacks_of
from salesperf.metrics.request import Compare, Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.metrics.value import of_nothing

T = TypeVar("T")

BOTH = (Compare.PREV, Compare.YOY)
_SHORT = timedelta(days=92)
"""Data of less than a quarter are drawn by week."""
_LONGER = {3: Grain.QUARTER, 12: Grain.YEAR}
"""The grain of sales that say no months, by the months they are told by."""


class Briefing(Struct, frozen=True, eq=False):
    """Files, question and numbers of one report; `measured` says what all sections want of each split."""

    opened: Opened
    pack: Pack
    request: Request
    facts: Facts
    catalog: Registry[Metric]
    measured: Mapping[tuple[str, ...], tuple[str, ...]]
    whom: Whom | None = None
    _scopes: dict[tuple[tuple[str, ...], tuple[str, ...]], Scope | None] = field(default_factory=dict)
    _results: dict[tuple[object, ...], Result] = field(default_factory=dict)
    _told: dict[str, Told] = field(default_factory=dict)
    _measures: dict[tuple[object, ...], Measure] = field(default_factory=dict)
    _groups: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _once: dict[str, object] = field(default_factory=dict)

    def of(self, whom: Whom) -> Briefing:
        """The same files and measurements, told of one team or rep."""
        return replace(self, whom=whom)

    def of_company(self) -> Briefing:
        """The same, told of everybody."""
        return replace(self, whom=None)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is the same for whomever a report is of, worked out for the first of them."""
        if name not in self._once:
            self._once[name] = make()
        return cast("T", self._once[name])

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.opened.lang

    @property
    def base(self) -> Scope:
        """The scope of everything: its days, its calendar, its currency.

        Of files that tell none of the pack's metrics it is that of whatever they do tell.
        """
        found = self._scope(self.measured.get((), ()), ())
        if found is None:
            return self._asked_for((), ())
        return found

    @property
    def calendar(self) -> Calendar:
        """The company's calendar."""
        return self.base.measure.calendar

    @property
    def through(self) -> date:
        """The day to which the data are whole."""
        return self.base.measure.through

    @property
    def period(self) -> Period:
        """The period reported on."""
        word = self.request.period or self.pack.plan.period
        return parse_period(word, calendar=self.calendar, as_of=self.base.as_of)

    @property
    def is_empty(self) -> bool:
        """Whether the data tell nothing of the period: it lies outside them, or no line fits the conditions."""
        span, period = self.base.measure.span, self.period
        return period.start > span.end or period.end < span.start or not self.base.matching

    @property
    def is_idle(self) -> bool:
        """Whether the one reported on has neither lines in the period or its bases nor a target in it."""
        found = self.result(self.measured.get((), ()))
        nothing = of_nothing(found.scope.metrics, catalog=self.catalog) if found is not None else {}
        told = (
            [values for one in found.entries for values in (one.now, *one.bases.values())] if found is not None else []
        )
        does = any(not isinstance(values, Text) and is_something(values, nothing) for values in told)
        boards = self.targets.standings.boards if self.targets.standings is not None else ()
        return not does and all(self.line(board.desk.metric.key) is None for board in boards)

    @property
    def grain(self) -> Grain:
        """How a trend is drawn: by month; by week where the data are short, by what they are told by where longer."""
        span, period, sales = self.base.measure.span, self.period, self.base.sales
        if sales is not None and sales.months in _LONGER:
            return _LONGER[sales.months]
        if period.grain in {Grain.DAY, Grain.WEEK}:
            return period.grain
        return Grain.WEEK if span.end - span.start < _SHORT else Grain.MONTH

    def able(self, metrics: Sequence[str], by: Sequence[str] = ()) -> tuple[Metric, ...]:
        """Those of the metrics that the files allow, split this way."""
        asked = Request(by=self._split(by), where=self.request.where)
        found = [self.catalog[key] for key in dict.fromkeys(metrics)]
        return tuple(
            one for one in found if not lacks_of(one, asked, self.facts, self.opened.loaded.bundle, self.catalog)
        )

    def result(
        self,
        metrics: Sequence[str],
        *,
        by: Sequence[str] = (),
        compare: tuple[Compare, ...] = BOTH,
        period: Period | None = None,
        grain: Grain | None = None,
    ) -> Result | None:
        """The metrics in the period, or in its parts, with their bases and total; None where the files tell none.

        Metrics that they do not tell are left out.
        """
        scope = self._scope(metrics, tuple(by))
        able = self.able(metrics, by) if scope is not None else ()
        if scope is None or not able:
            return None
        whole = period or self.period
        every = (tuple(one.key for one in able), self._split(by), compare, whole, grain)
        if every not in self._results:
            self._results[every] = self._measured(scope, whole, grain, able, compare)
        key = (*every, tuple(by), self.whom)
        if key not in self._results:
            found = self._results[every]
            self._results[key] = found if self.whom is None else self._of_whom(found, self.whom, tuple(by))
        return self._results[key]

    def groups(self, dimension: str) -> Mapping[str, str]:
        """The name of every team, rep ... by its key, in the order of the names: who has lines or a target."""
        if dimension not in self._groups:
            self._groups[dimension] = dict(sorted(self._named(dimension).items(), key=lambda pair: pair[::-1]))
        return self._groups[dimension]

    def _named(self, dimension: str) -> Mapping[str, str]:
        scope = self.of_company()._scope(self.measured.get((dimension,), ()) or self.measured.get((), ()), (dimension,))  # noqa: SLF001 -- its own
        if scope is None:
            return {}
        keys, column = set[str](), column_of(dimension)
        lines = scope.measure.lines
        for frame in [lines[EVERY_SALE]] if EVERY_SALE in lines else lines.values():
            keys |= {key for key in collect(frame.select(nw.col(column)).unique())[column].to_list() if key is not None}
        named = {key: scope.label(dimension, key) for key in keys}
        for board in self.targets.standings.boards if self.targets.standings is not None else ():
            for one in board.tree.owners:
                if one.scope == dimension and one.key is not None and not one.leads:
                    named.setdefault(one.key, one.name)
        return named

    def amounts(self, metric: str, *, by: str, compare: Compare, period: Period | None = None) -> Amounts | None:
        """A metric of every group now and in a base, where there may be a hundred thousand; None where not told."""
        scope = self._scope((metric,), (by,))
        if scope is None or not self.able((metric,), (by,)):
            return None
        whole = period or self.period
        measure = self._measure(scope, spans_of((whole,), (compare,), self.calendar))
        return amounts_of(measure, metric, by=by, whom=self.whom, period=whole, compare=compare)

    def months(self, count: int) -> Period:
        """The last `count` periods of the trend up to the one reported on, as far as the data go back, as one span."""
        last = self.calendar.period(self.grain, min(self.period.end, max(self.through, self.period.start)))
        first, begins = last, self.base.measure.span.start
        for _ in range(count - 1):
            if first.start <= begins:
                break
            first = self.calendar.previous(first)
        span = Span(first.start, last.end)
        return Period(span.start, span.end, str(span))

    @property
    def targets(self) -> Told:
        """Where everybody stands against target, or why nobody does."""
        if "targets" not in self._told:
            asked = Request(period=self.period.key, where=self.request.where, as_of=self.request.as_of)
            self._told["targets"] = standings_told(self.opened, asked, self.facts)
        return self._told["targets"]

    def line(self, metric: str, *, at: int = 0) -> Line | None:
        """Where the one reported on stands in a metric: in the period, or (1) in the year to date."""
        board = self.targets.board(metric)
        return None if board is None else next((line for line in board.lines[at] if self._is_of(line.owner)), None)

    def lines(self, metric: str, *, at: int = 0) -> tuple[Line, ...]:
        """Where everybody stands whom the report is of: the company with all below it, a team with its reps, a rep."""
        board = self.targets.board(metric)
        lines = board.lines[at] if board is not None else ()
        if self.whom is None:
            return lines
        start = next((place for place, line in enumerate(lines) if self._is_of(line.owner)), len(lines))
        depth = lines[start].owner.depth if start < len(lines) else 0
        below = takewhile(lambda line: line.owner.depth > depth, lines[start + 1 :])
        return (*lines[start : start + 1], *below)

    def label(self, dimension: str, key: str) -> str:
        """The name people know a group by."""
        for scope in self._scopes.values():
            if scope is not None and dimension in scope.by:
                return scope.label(dimension, key)
        return key

    def target(self, metric: str, period: Span) -> Decimal | None:
        """What the one reported on was to reach in any period; None where nothing says."""
        board = self.targets.board(metric)
        owner = None if board is None else next((one for one in board.tree.owners if self._is_of(one)), None)
        return None if board is None or owner is None else target_in(board.desk, owner, period)

    def _is_of(self, owner: Owner) -> bool:
        if self.whom is None:
            return owner.scope == COMPANY
        return owner.scope == self.whom.dimension and owner.key == self.whom.key

    def _split(self, by: Sequence[str]) -> tuple[str, ...]:
        return tuple(by) if self.whom is None else self.whom.split(by)

    def _scope(self, metrics: Sequence[str], by: tuple[str, ...]) -> Scope | None:
        split = self._split(by)
        together = (self.measured.get(split, ()), self.measured.get(by, ()))
        fitting = (one for one in together if set(metrics) <= set(one))
        wanted = next(fitting, tuple(dict.fromkeys(metrics)))
        key = (split, wanted)
        if key not in self._scopes:
            able = tuple(one.key for one in self.able(wanted, by))
            self._scopes[key] = self._asked_for(able, split) if able else None
        return self._scopes[key]

    def _asked_for(self, metrics: tuple[str, ...], by: tuple[str, ...]) -> Scope:
        settings = self.opened.space.configured.settings
        return scope_of(
            self.opened.loaded.bundle,
            Request(metrics, by, where=self.request.where, as_of=self.request.as_of),
            section=settings.kpi,
            calendar=settings.fiscal_calendar,
            catalog=self.catalog,
            facts=self.facts,
        )

    def _measured(
        self, scope: Scope, whole: Period, grain: Grain | None, able: tuple[Metric, ...], compare: tuple[Compare, ...]
    ) -> Result:
        periods = (whole,) if grain is None else self.calendar.periods(grain, whole)
        narrowed = replace(
            scope,
            whole=whole,
            is_all=False,
            periods=periods,
            metrics=able,
            trend=(),
            trend_grain=None,
            measure=self._measure(scope, spans_of(periods, compare, self.calendar)),
        )
        return result_of(narrowed, Request(period=whole.key, grain=grain, compare=compare, total=grain is None))

    def _measure(self, scope: Scope, spans: tuple[Span, ...]) -> Measure:
        """What measures these days; the whole company is measured over all of them once, for its trends."""
        if not scope.by or not looks_at_its_days(scope.measure):
            return scope.measure
        key = (scope.by, tuple(metric.key for metric in scope.measure.metrics), spans)
        if key not in self._measures:
            self._measures[key] = of_days(scope.measure, spans)
        return self._measures[key]

    def _of_whom(self, found: Result, whom: Whom, by: tuple[str, ...]) -> Result:
        """The part of a measurement that is of the one reported on, its total measured on its own."""
        own = of_whom(found, whom, by)
        if not by or own.total is not None or whom.dimension in by or len(found.scope.periods) > 1:
            return own
        metrics = [one.key for one in found.scope.metrics]
        alone = self.result(metrics, compare=found.compare, period=found.scope.whole)
        return replace(own, total=alone.entries[0]) if alone is not None and alone.entries else own


def briefing_of(opened: Opened, pack: Pack, request: Request) -> Briefing:
    """What the sections of a pack are told of files that were read."""
    settings = opened.space.configured.settings
    return Briefing(
        opened=opened,
        pack=pack,
        request=request,
        facts=facts_of(
            opened.loaded.bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of
        ),
        catalog=metrics_of(opened.space.configured),
        measured=measured_together(pack),
    )


def measured_together(pack: Pack) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The metrics that the sections of a pack want of each split, so that each is measured once."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for plan in pack.plan.sections:
        for asked in plan.asks():
            found.setdefault(asked.by, {}).update(dict.fromkeys(asked.metrics))
    return {by: tuple(metrics) for by, metrics in found.items()}
