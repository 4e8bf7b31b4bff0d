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

from salesperf.analyses.kpi.compute import Entry, Result, Values, result_of
from salesperf.analyses.targets.compute import Line, target_in
from salesperf.analyses.targets.owners import COMPANY
from salesperf.analyses.targets.tree import Owner
from salesperf.app.packs.library import Pack
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


class Whom(Struct, frozen=True):
    """Whom a report is of, where not of the company: one group of a dimension."""

    dimension: str
    key: str
    name: str


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
        """The scope of everything: its days, its calendar, its currency."""
        found = self._scope(self.measured.get((), ()), ())
        if found is None:
            # Says what the files would have to tell.
            return self._asked_for(self.measured.get((), ()) or ("net_revenue",), ())
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
        does = any(not isinstance(values, Text) and _something(values, nothing) for values in told)
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
        key = (tuple(one.key for one in able), tuple(by), compare, whole, grain, self.whom)
        if key not in self._results:
            found = self._measured(scope, whole, grain, able, compare)
            self._results[key] = found if self.whom is None else self._of_whom(found, tuple(by))
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
        """The dimensions to measure by, so that those of one team or rep can be taken out."""
        return tuple(by) if self.whom is None or self.whom.dimension in by else (self.whom.dimension, *by)

    def _scope(self, metrics: Sequence[str], by: tuple[str, ...]) -> Scope | None:
        together = self.measured.get(by, ())
        wanted = together if set(metrics) <= set(together) else tuple(dict.fromkeys(metrics))
        key = (self._split(by), wanted)
        if key not in self._scopes:
            able = tuple(one.key for one in self.able(wanted, by))
            self._scopes[key] = self._asked_for(able, self._split(by)) if able else None
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
        narrowed = replace(scope, whole=whole, is_all=False, periods=periods, metrics=able, trend=(), trend_grain=None)
        return result_of(narrowed, Request(period=whole.key, grain=grain, compare=compare))

    def _of_whom(self, found: Result, by: tuple[str, ...]) -> Result:
        """The part of a measurement that is of the one reported on, its total measured on its own."""
        whom = self.whom
        assert whom is not None  # noqa: S101 -- asked by those narrowed
        split = self._split(by)
        at = split.index(whom.dimension)
        own = [one for one in found.entries if one.group[at] == whom.key]
        if whom.dimension in by:
            return replace(found, entries=tuple(own), total=own[0] if len(own) == 1 else None)
        entries = [
            replace(one, group=tuple(part for place, part in enumerate(one.group) if place != at)) for one in own
        ]
        total = None
        if by and len(found.scope.periods) == 1:
            alone = self.result(
                [one.key for one in found.scope.metrics], compare=found.compare, period=found.scope.whole
            )
            total = next(iter(alone.entries), None) if alone is not None else None
        elif not by:
            entries = [_of_period(entries, found, period) for period in found.scope.periods]
        return replace(found, scope=replace(found.scope, by=by), entries=tuple(entries), total=total)


def _of_period(entries: Sequence[Entry], found: Result, period: Period) -> Entry:
    """The entry of a period; in one in which nothing happened, nothing."""
    own = next((one for one in entries if one.period == period), None)
    if own is not None:
        return own
    nothing = of_nothing(found.scope.metrics, catalog=found.scope.measure.catalog)
    some = next((one for one in found.entries if one.period == period), None)
    bases = {} if some is None else {at: base if isinstance(base, Text) else nothing for at, base in some.bases.items()}
    return Entry(period, (), nothing, bases, partial=found.scope.measure.is_partial(period))


def _something(values: Values, nothing: Values) -> bool:
    """Whether a metric is other than that of no lines at all."""
    return any(values.get(key) != value for key, value in nothing.items() if key != "rows" and key in values)


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
