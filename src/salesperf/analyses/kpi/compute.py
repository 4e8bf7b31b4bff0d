"""The numbers behind `kpi`: metrics by period and group, each with its bases; no layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.core.period import Grain, Period
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.facts.dimensions import DIMENSIONS, column_of
from salesperf.facts.filter import parse_conditions
from salesperf.facts.needed import columns_needed
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import FAMILIES
from salesperf.metrics.atoms import ATOMS, column_needed
from salesperf.metrics.compare import NO_PERIOD_ASKED, Against
from salesperf.metrics.model import Metric
from salesperf.metrics.naming import in_keys, is_in_keys
from salesperf.metrics.parts import atoms_of, conditions_of
from salesperf.metrics.possible import subjects_asked
from salesperf.metrics.request import Compare, Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.metrics.value import of_nothing
from salesperf.tables.bundle import Bundle

ALL_PERIODS = Text(
    "the total is of all the data: there is nothing to compare it with", "合计为全部数据，没有可比的基期"
)
SEVERAL_PERIODS = Text("a total of several periods has no period before it", "多个期间的合计没有上一期间")

_FEW = 3
"""Periods whose years to date are measured one by one; of more, all of them in one look."""

Values = Mapping[str, object]
Group = tuple[str | None, ...]

BASES: Mapping[Compare, tuple[Against, ...]] = {
    Compare.PREV: (Against.PREV,),
    Compare.YOY: (Against.YOY,),
    Compare.YTD: (Against.YTD, Against.YTD_BASE),
}


class Entry(Struct, frozen=True):
    """One period of one group: the metrics now and in each base, or why a base is missing."""

    period: Period
    group: Group
    now: Values
    bases: Mapping[Against, Values | Text]
    partial: bool


class Result(Struct, frozen=True):
    """Everything `kpi` found: entries in order, the total on its own, and the months behind the trend."""

    scope: Scope
    compare: tuple[Compare, ...]
    entries: tuple[Entry, ...]
    total: Entry | None
    months: tuple[tuple[Period, Values], ...]
    is_asked: bool
    """Whether the metrics were named, not taken by default."""

    @property
    def shown(self) -> tuple[Metric, ...]:
        """The metrics a table has room for: those asked for, else the brief ones."""
        brief = () if self.is_asked else tuple(metric for metric in self.scope.metrics if metric.brief)
        return brief or self.scope.metrics


def needs(request: Request, catalog: Registry[Metric]) -> Mapping[str, frozenset[str]] | None:
    """The canonical columns a question needs by table; None when only the files can tell, or all is asked for."""
    if not request.metrics:
        return None
    request = in_keys(request, catalog)
    if not is_in_keys(request):
        return None
    metrics = [catalog.find(key) for key in request.metrics]
    conditions = parse_conditions(
        [*request.where, *(text for metric in metrics for text in conditions_of(metric, catalog))]
    )
    asked_of = subjects_asked(request, catalog) or frozenset()
    atoms = {atom for metric in metrics for atom in atoms_of(metric, catalog)}
    measures = {column_needed(atom) for atom in atoms if ATOMS[atom].subject is Subject.SALES}
    asked = [*request.by, *(condition.key for condition in conditions if condition.is_dimension)]
    # Campaigns are of a channel.
    dimensions = [DIMENSIONS.find(key).key for key in (*asked, *(("channel",) if "campaign" in asked else ()))]
    columns = [condition.key for condition in conditions if not condition.is_dimension]
    wanted = columns_needed(measures=measures, dimensions=dimensions, columns=columns)
    # Tables of other events are small beside the sales, and wanted whole.
    whole = {table for family in FAMILIES if family.subjects & asked_of for table in family.tables}
    return {table: names for table, names in wanted.items() if table not in whole}


def computed(
    bundle: Bundle,
    request: Request,
    *,
    section: SalesSection,
    calendar: CalendarSection,
    catalog: Registry[Metric],
) -> Result:
    """Answer the question; raises `UsageError` and `DataError`."""
    return result_of(scope_of(bundle, request, section=section, calendar=calendar, catalog=catalog), request)


def result_of(scope: Scope, request: Request) -> Result:
    """The numbers of a scope, compared as the request says."""
    compare = request.compare or (_usual(scope) if request.period else ())
    compare = tuple(kind for kind in Compare if kind in compare)
    if Compare.YTD in compare and len(scope.periods) > _FEW:
        scope.measure.foresee(scope.periods, by=[column_of(key) for key in scope.by])
    entries = [entry for period in scope.periods for entry in _entries(scope, period, by=scope.by, compare=compare)]
    total = None
    if request.total and scope.periods and (scope.by or request.grain is not None):
        total = next(iter(_entries(scope, scope.whole, by=(), compare=compare)), None)
        if total is not None and scope.is_all and request.grain is not None:
            total = replace(total, bases=dict.fromkeys(total.bases, ALL_PERIODS))
        elif total is not None and request.grain not in {None, scope.whole.grain} and Against.PREV in total.bases:
            # Its column holds each row against the row before; the whole against the whole before is another question.
            total = replace(total, bases={**total.bases, Against.PREV: SEVERAL_PERIODS})
    ordered = _ordered(entries, scope)
    return Result(scope, compare, tuple(ordered), total, tuple(_months(scope)), bool(request.metrics))


def _usual(scope: Scope) -> tuple[Compare, ...]:
    """What a named period is compared with; of a year, the period before is the year before."""
    is_years = all(period.grain is Grain.YEAR for period in scope.periods or (scope.whole,))
    return (Compare.YOY,) if is_years else (Compare.PREV, Compare.YOY)


def _entries(scope: Scope, period: Period, *, by: Sequence[str], compare: Sequence[Compare]) -> Iterable[Entry]:
    columns = [column_of(key) for key in by]
    now = _now(scope, period, columns)
    bases: dict[Against, dict[Group, Values] | Text] = {
        against: _base(scope, period, against, columns) for kind in compare for against in BASES[kind]
    }
    groups = dict.fromkeys(now)
    for found in bases.values():
        if not isinstance(found, Text):
            groups |= dict.fromkeys(found)
    nothing = of_nothing(scope.metrics, catalog=scope.measure.catalog)
    is_everything = scope.is_all and period is scope.whole
    partial = not is_everything and scope.measure.is_partial(period)
    for group in groups:
        yield Entry(
            period=period,
            group=group,
            now=now.get(group, nothing),
            bases={
                against: found if isinstance(found, Text) else found.get(group, nothing)
                for against, found in bases.items()
            },
            partial=partial,
        )


def _now(scope: Scope, period: Period, columns: Sequence[str]) -> dict[Group, Values]:
    view = scope.measure.view(period, Against.NOW)
    assert not isinstance(view, Text)  # noqa: S101 -- a period always finds itself
    frame = scope.measure.values(view, by=columns)
    if scope.is_all and period is scope.whole and any(metric.periodic for metric in scope.metrics):
        frame = scope.measure.with_pooled(frame, by=columns)
    return _by_group(frame, columns)


def _base(scope: Scope, period: Period, against: Against, columns: Sequence[str]) -> dict[Group, Values] | Text:
    if scope.is_all and period is scope.whole:
        return NO_PERIOD_ASKED
    view = scope.measure.view(period, against)
    return view if isinstance(view, Text) else _by_group(scope.measure.values(view, by=columns), columns)


def _by_group(frame: pl.DataFrame, columns: Sequence[str]) -> dict[Group, Values]:
    return {tuple(row[column] for column in columns): row for row in frame.iter_rows(named=True)}


def _ordered(entries: Iterable[Entry], scope: Scope) -> list[Entry]:
    """By period, then the largest first metric; nulls and the empty group last, names break ties."""
    first = scope.metrics[0].key

    def place(entry: Entry) -> tuple[object, ...]:
        value = entry.now.get(first)
        names = tuple(scope.label(key, part) for key, part in zip(scope.by, entry.group, strict=True))
        has_nothing = value is None
        size = 0 if value is None else -value  # type: ignore[operator]
        return (entry.period.start, None in entry.group, has_nothing, size, names, tuple(map(str, entry.group)))

    return sorted(entries, key=place)


def _months(scope: Scope) -> Iterable[tuple[Period, Values]]:
    """The trend: every metric by month (by week for short data), whole periods only."""
    if scope.by or not scope.periods or scope.trend_grain is None:
        return
    sequence = scope.trend
    frame = scope.measure.all_values(sequence, by=())
    for row in frame.iter_rows(named=True):
        period = sequence[row["period"]]
        if not scope.measure.is_partial(period):
            yield period, row
