"""What every section of a pack is told: whom it is about, which days, what was measured and where everybody stands.

A briefing may be narrowed to one team or rep: then its numbers are those of that one, taken out of a measurement of
all of them, so that a page for each of a hundred reps measures once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.kpi.compute import Result
from salesperf.analyses.targets.compute import Aimed, Line
from salesperf.app.packs.amounts import Amounts, amounts_of
from salesperf.app.packs.behind import periods_up_to, trend_grain
from salesperf.app.packs.groups import groups_of
from salesperf.app.packs.library import Pack
from salesperf.app.packs.measuring import Measuring, measuring_of
from salesperf.app.packs.one_of_all import Whom, of_whom
from salesperf.app.packs.standings import Told, standings_told
from salesperf.app.workspace import Opened
from salesperf.core.period import Grain, Period
from salesperf.core.registry import Registry
from salesperf.core.text import Lang
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.subjects import Facts
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Compare, Request
from salesperf.metrics.scope import Scope

T = TypeVar("T")

BOTH = (Compare.PREV, Compare.YOY)


class Briefing(Struct, frozen=True, eq=False):
    """Question and numbers of one report; those of one team or rep share what was measured with those of all."""

    pack: Pack
    measuring: Measuring
    whom: Whom | None = None
    _results: dict[tuple[object, ...], Result] = field(default_factory=dict)
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
    def opened(self) -> Opened:
        """The files and their settings."""
        return self.measuring.opened

    @property
    def request(self) -> Request:
        """The question."""
        return self.measuring.request

    @property
    def facts(self) -> Facts:
        """What the files say happened."""
        return self.measuring.facts

    @property
    def catalog(self) -> Registry[Metric]:
        """The metrics there are."""
        return self.measuring.catalog

    @property
    def measured(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """What all sections want of each split."""
        return self.measuring.together

    @property
    def lang(self) -> Lang:
        """The language of the report."""
        return self.opened.lang

    @property
    def base(self) -> Scope:
        """The scope of everything: its days, its calendar, its currency."""
        return self.measuring.everything

    @property
    def calendar(self) -> Calendar:
        """The company's calendar."""
        return self.measuring.calendar

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
    def grain(self) -> Grain:
        """How a trend is drawn."""
        return trend_grain(self.base, self.period)

    def months(self, count: int) -> Period:
        """The last `count` periods of the trend up to the one reported on, as far as the data go back, as one span."""
        return periods_up_to(self.base, self.period, count=count)

    @property
    def is_empty(self) -> bool:
        """Whether the data tell nothing of the period: it lies outside them, or no line fits the conditions."""
        span, period = self.base.measure.span, self.period
        return period.start > span.end or period.end < span.start or not self.base.matching

    def able(self, metrics: Sequence[str], by: Sequence[str] = ()) -> tuple[Metric, ...]:
        """Those of the metrics that the files allow, split this way."""
        return self.measuring.able(metrics, self._split(by))

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
        scope = self._scope(metrics, by)
        able = self.able(metrics, by) if scope is not None else ()
        if scope is None or not able:
            return None
        found = self.measuring.result(scope, able, whole=period or self.period, grain=grain, compare=compare)
        if self.whom is None:
            return found
        key = (tuple(one.key for one in able), tuple(by), compare, found.scope.whole, grain, self.whom)
        if key not in self._results:
            self._results[key] = self._of_whom(found, self.whom, tuple(by))
        return self._results[key]

    def amounts(self, metric: str, *, by: str, compare: Compare, period: Period | None = None) -> Amounts | None:
        """A metric of every group now and in a base, where there may be a hundred thousand; None where not told."""
        scope = self._scope((metric,), (by,))
        if scope is None or not self.able((metric,), (by,)):
            return None
        whole = period or self.period
        measure = self.measuring.measure(scope, (whole,), (compare,))
        return amounts_of(measure, metric, by=by, whom=self.whom, period=whole, compare=compare)

    def groups(self, dimension: str) -> Mapping[str, str]:
        """The name of every team, rep ... by its key, in the order of the names: who has lines or a target."""
        if dimension not in self._groups:
            self._groups[dimension] = groups_of(self.measuring, self.targets, dimension)
        return self._groups[dimension]

    def label(self, dimension: str, key: str) -> str:
        """The name people know a group by."""
        return self.measuring.label(dimension, key)

    @property
    def targets(self) -> Told:
        """Where everybody stands against target, or why nobody does."""
        return self.once("targets", self._standings)

    def line(self, metric: str, *, at: int = 0) -> Line | None:
        """Where the one reported on stands in a metric: in the period, or (1) in the year to date."""
        return self.targets.line(metric, self.whom, at=at)

    def lines(self, metric: str, *, at: int = 0) -> tuple[Line, ...]:
        """Where everybody stands whom the report is of: the company with all below it, a team with its reps, a rep."""
        return self.targets.lines(metric, self.whom, at=at)

    def whole_year(self, metric: str) -> Decimal | None:
        """What the one reported on is to reach in the whole year; None where nothing says."""
        return self.targets.whole_year(metric, self.whom)

    def target(self, metric: str, period: Period) -> Aimed | None:
        """What the one reported on was to reach in any period, and what counts against it; None where nothing says."""
        return self.targets.target(metric, self.whom, period)

    def _standings(self) -> Told:
        asked = Request(period=self.period.key, where=self.request.where, as_of=self.request.as_of)
        return standings_told(self.opened, asked, self.facts)

    def _split(self, by: Sequence[str]) -> tuple[str, ...]:
        return tuple(by) if self.whom is None else self.whom.split(by)

    def _scope(self, metrics: Sequence[str], by: Sequence[str]) -> Scope | None:
        return self.measuring.scope(metrics, self._split(by), told_by=tuple(by))

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
    return Briefing(pack, measuring_of(opened, pack, request))
