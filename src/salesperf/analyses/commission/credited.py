"""What each participant is credited with, by component and period of the plan: metrics over credited lines."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import reduce

import polars as pl
from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.told_apart import DERIVED, columns_of_parts, with_derived
from salesperf.core.money import EXACT, exact
from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.facts.calendar import Calendar
from salesperf.facts.section import CalendarSection, SalesSection
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.compare import Measure
from salesperf.metrics.model import Metric
from salesperf.metrics.request import Request
from salesperf.metrics.scope import Scope, scope_of
from salesperf.tables.bundle import Bundle

ZERO = Decimal(0)
NOTHING = Needs()
PARTICIPANT = "rep"


class Ground(Struct, frozen=True):
    """What every component is measured with: the tables, what they tell, and how."""

    bundle: Bundle
    facts: Facts
    section: SalesSection
    calendar: CalendarSection
    catalog: Registry[Metric]

    @property
    def days(self) -> Calendar:
        """The calendar that periods are of."""
        return Calendar(self.calendar)

    def scope(self, measure: str, *, by: tuple[str, ...], where: tuple[str, ...]) -> Scope:
        """One metric over all the data, by dimensions; raises `UsageError` and `DataError`."""
        asked = Request((measure,), by, where=where, total=False)
        return scope_of(
            self.bundle, asked, section=self.section, calendar=self.calendar, catalog=self.catalog, facts=self.facts
        )


class Credited(Struct, frozen=True):
    """One measure by participant and period; what has no participant stands under None.

    `scope` is what it was measured in: the rows behind it are there.
    """

    scope: Scope
    metric: Metric
    currency: str | None
    amounts: Mapping[str | None, Mapping[Period, Decimal]]
    names: Mapping[str, str]
    parts: Mapping[tuple[str | None, Period], Mapping[tuple[str, ...], Decimal]]
    """The same amounts by what a rate table or a deal tells apart; empty where the rule asks for none."""

    def of(self, participant: str | None, period: Period) -> Decimal:
        """What was credited in a period; nothing where nothing was."""
        return self.amounts.get(participant, {}).get(period, ZERO)

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """What people call the keys of each dimension."""
        return self.scope.framed.labels

    def within(self, participant: str | None, span: Span) -> Decimal:
        """What was credited in the periods inside a span."""
        inside = (amount for period, amount in self.amounts.get(participant, {}).items() if _is_in(period, span))
        return reduce(EXACT.add, inside, ZERO)


def _is_in(period: Period, span: Span) -> bool:
    return span.start <= period.start and period.end <= span.end


def credited(
    ground: Ground,
    measure: str,
    periods: tuple[Period, ...],
    *,
    where: tuple[str, ...] = (),
    needs: Needs = NOTHING,
) -> Credited:
    """Measure one component over the periods of a plan, and further by what its rule tells apart.

    Raises `UsageError` for a measure or dimension that is none, `DataError` for one that the files do not tell.
    """
    parts = needs.parts
    scope = ground.scope(measure, by=(PARTICIPANT, *(part for part in parts if part not in DERIVED)), where=where)
    metric = scope.metrics[0]
    sold = ground.facts.get(Subject.SALES)
    scope = replace(scope, measure=with_derived(scope.measure, sold, parts, periods, called=metric.label))
    amounts: dict[str | None, dict[Period, Decimal]] = {}
    for number, who, amount in _rows(scope.measure, periods, metric.key, ()):
        amounts.setdefault(who, {})[periods[number]] = amount
    split: dict[tuple[str | None, Period], dict[tuple[str, ...], Decimal]] = {}
    for number, who, amount, *keys in _rows(scope.measure, periods, metric.key, parts) if parts else ():
        split.setdefault((who, periods[number]), {})[tuple(key or "" for key in keys)] = amount
    names = {who: scope.label(PARTICIPANT, who) for who in amounts if who is not None}
    return Credited(scope, metric, scope.currency, amounts, names, split)


def _rows(measure: Measure, periods: tuple[Period, ...], key: str, parts: tuple[str, ...]) -> list[tuple]:  # type: ignore[type-arg]
    """(number of the period, participant, amount, key of each part) where there is an amount."""
    columns = columns_of_parts(parts)
    found = measure.all_values(periods, by=(PARTICIPANT, *columns))
    kept = found.filter(pl.col(key).is_not_null(), pl.col("period") >= 0).sort("period", PARTICIPANT, *columns)
    return [
        (number, who, exact(amount), *keys)
        for number, who, amount, *keys in kept.select("period", PARTICIPANT, key, *columns).iter_rows()
    ]
