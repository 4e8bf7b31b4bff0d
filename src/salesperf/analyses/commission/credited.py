"""What each participant is credited with, by component and period of the plan: metrics over credited lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct, field
from msgspec.structs import replace

from salesperf.analyses.commission.by_part import ByPart, ReadByPart
from salesperf.analyses.commission.event import Event
from salesperf.analyses.commission.measured import PARTICIPANT, Columns, MeasuredRow, measured_frame, rows_in
from salesperf.analyses.commission.needs import Needs
from salesperf.analyses.commission.proportion import Proportion
from salesperf.analyses.commission.proportions import PROPORTIONS
from salesperf.analyses.commission.stretches import Stretch, stretches
from salesperf.analyses.commission.told_apart import DERIVED, with_derived
from salesperf.analyses.commission.unknown import refuse_unknown
from salesperf.core.money import EXACT
from salesperf.core.period import Period, Span
from salesperf.core.registry import Registry
from salesperf.facts.calendar import Calendar
from salesperf.facts.credits import credited_sales
from salesperf.facts.order_cash import PaidOrders
from salesperf.facts.rep_names import RepKeys, rep_keys
from salesperf.facts.sales import Sales
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

UNCOVERED = "not_covered"
"""The column that has the rep of an event on a day on which the plan does not hold for them."""


class Ground(Struct, frozen=True):
    """What every component is measured with: the tables, what they tell, and how."""

    bundle: Bundle
    facts: Facts
    section: SalesSection
    calendar: CalendarSection
    catalog: Registry[Metric]
    overlaid: Facts | None = None
    """The same events with what is credited beside the whole; None where nothing is."""
    paid: PaidOrders | None = None
    """What is owed and received by order, where it was looked up already."""
    _reps: list[RepKeys] = field(default_factory=list)

    @property
    def reps(self) -> RepKeys:
        """The keys that the sales know reps by; gathered once for the ground and all that is made of it."""
        if not self._reps:
            self._reps.append(rep_keys(self.facts[Subject.SALES], self.bundle))
        return self._reps[0]

    @property
    def days(self) -> Calendar:
        """The calendar that periods are of."""
        return Calendar(self.calendar)

    def scope(
        self, measure: str, *, by: tuple[str, ...], where: tuple[str, ...], beside: tuple[str, ...] = ()
    ) -> Scope:
        """One metric over all the data, by dimensions, and others beside it; raises `UsageError` and `DataError`."""
        asked = Request((measure, *beside), by, where=where, total=False)
        return scope_of(
            self.bundle, asked, section=self.section, calendar=self.calendar, catalog=self.catalog, facts=self.facts
        )


def as_credited(ground: Ground) -> Ground:
    """The same ground with the sales of those who share them; raises `DataError` for splits that cannot be used."""
    sold = ground.facts.get(Subject.SALES)
    if not isinstance(sold, Sales):
        return ground
    found = credited_sales(sold, ground.bundle)
    beside = found.with_overlays
    overlaid = None if beside is None else {**ground.facts, Subject.SALES: beside}
    return replace(ground, facts={**ground.facts, Subject.SALES: found.sales}, overlaid=overlaid)


def with_overlays(ground: Ground) -> Ground:
    """The same ground where what is credited beside the whole counts like the rest."""
    return ground if ground.overlaid is None else replace(ground, facts=ground.overlaid, overlaid=None)


class Credited(Struct, frozen=True):
    """One measure by participant and period; what has no participant stands under None.

    `scope` is what it was measured in: the rows behind it are there.
    """

    scope: Scope
    metric: Metric
    currency: str | None
    amounts: Mapping[str | None, Mapping[Period, Decimal]]
    parts: ByPart
    """The same amounts by what a rate table or a deal tells apart; empty where the rule asks for none."""
    reached: Mapping[tuple[str | None, Period], Decimal]
    """Another measure that decides the tier; empty where the rule names none."""
    proportions: Mapping[tuple[str | None, Period], Proportion]
    """The margin or discount of all parts together; empty where the rule asks for none."""
    history: Mapping[str | None, Mapping[Period, Decimal]]
    """What was measured in the periods before the plan, as far as the data reach."""
    rows: Mapping[tuple[str | None, Period], tuple[Event, ...]] | None = None
    """The rows behind it, by day; None where the scope has them."""

    def of(self, participant: str | None, period: Period) -> Decimal:
        """What was credited in a period; nothing where nothing was."""
        return self.amounts.get(participant, {}).get(period, ZERO)

    def name(self, participant: str) -> str:
        """What people call a participant."""
        return self.scope.label(PARTICIPANT, participant)

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """What people call the keys of each dimension."""
        return self.scope.framed.labels

    def ever(self, participant: str | None) -> Mapping[Period, Decimal]:
        """What was measured in every period, of the plan and before it."""
        return {**self.history.get(participant, {}), **self.amounts.get(participant, {})}

    def within(self, participant: str | None, span: Span) -> Decimal:
        """What was credited in the periods inside a span."""
        inside = (amount for period, amount in self.amounts.get(participant, {}).items() if _is_in(period, span))
        return reduce(EXACT.add, inside, ZERO)

    def reached_within(self, participant: str | None, span: Span) -> Decimal:
        """What decides the tier, in the periods inside a span."""
        inside = (self.reached[participant, one] for one in self._periods(participant, span))
        return reduce(EXACT.add, inside, ZERO)

    def proportion_within(self, participant: str | None, span: Span) -> Proportion:
        """The margin or discount of the periods inside a span together."""
        inside = (self.proportions[participant, one] for one in self._periods(participant, span))
        return reduce(Proportion.plus, inside, Proportion(ZERO, ZERO))

    def parts_within(
        self, participant: str | None, periods: Sequence[Period], keys: Sequence[tuple[str, ...]]
    ) -> Mapping[tuple[str, ...], Decimal]:
        """What some parts had in periods together; nothing of parts that had nothing."""
        found: dict[tuple[str, ...], Decimal] = {}
        for period in periods:
            known = self.parts.get((participant, period), {})
            found |= {key: EXACT.add(found.get(key, ZERO), known[key]) for key in keys if key in known}
        return found

    def _periods(self, participant: str | None, span: Span) -> Iterator[Period]:
        return (period for period in self.amounts.get(participant, {}) if _is_in(period, span))


def _is_in(period: Period, span: Span) -> bool:
    return span.start <= period.start and period.end <= span.end


def credited(
    ground: Ground,
    measure: str,
    periods: tuple[Period, ...],
    *,
    where: tuple[str, ...] = (),
    needs: Needs = NOTHING,
    alike: Credited | None = None,
) -> Credited:
    """Measure one component over the periods of a plan, and further by what its rule tells apart.

    What is `alike` is the same measure of the same ground, told apart by something else: its amounts are these.
    Raises `UsageError` for a measure or dimension that is none, `DataError` for one that the files do not tell, and
    where lines lack the cost, list price, quantity or customer that it is worked out from.
    """
    parts, of = needs.parts, None if needs.proportion is None else PROPORTIONS[needs.proportion]
    beside = [key for key in (needs.reached, of.metric if of else None) if key is not None]
    dimensions = tuple(part for part in parts if part not in DERIVED)
    scope = ground.scope(measure, by=(PARTICIPANT, *dimensions), where=where, beside=tuple(beside))
    refuse_unknown(scope, since=None if needs.record else periods[0].start, until=periods[-1].end)
    metric = scope.metrics[0]
    sold = ground.facts.get(Subject.SALES)
    scope = replace(scope, measure=with_derived(scope.measure, sold, parts, periods, called=metric.label))
    days = stretches(ground.days, periods, scope.measure.span, needs)
    found = alike or _gathered(scope.measure, days, Columns(metric.key, needs.reached, of), needs)
    asked = Columns(metric.key, None, of)
    return Credited(
        scope=scope,
        metric=metric,
        currency=scope.currency,
        amounts=found.amounts,
        parts=ReadByPart(scope.measure, metric, days, asked, parts) if parts else ByPart(),
        reached=found.reached,
        proportions=found.proportions,
        history=found.history,
    )


def _gathered(measure: Measure, days: Sequence[Stretch], asked: Columns, needs: Needs) -> _Gathered:
    """The amounts of participants in all of each period."""
    found = _Gathered(needs)
    for row in rows_in(measured_frame(measure, days, asked, ()), days, asked, ()):
        found.add(row)
    return found


class _Gathered:
    """Rows laid out by participant and period."""

    def __init__(self, needs: Needs) -> None:
        self._needs = needs
        self.amounts: dict[str | None, dict[Period, Decimal]] = {}
        self.history: dict[str | None, dict[Period, Decimal]] = {}
        self.reached: dict[tuple[str | None, Period], Decimal] = {}
        self.proportions: dict[tuple[str | None, Period], Proportion] = {}

    def add(self, row: MeasuredRow) -> None:
        """What a participant has in all of a period."""
        period = row.stretch.period
        if row.stretch.is_earlier:
            self.history.setdefault(row.who, {})[period] = row.amount
        if row.stretch.counts:
            self.amounts.setdefault(row.who, {})[period] = row.amount
            if self._needs.reached is not None:
                self.reached[row.who, period] = row.reached
            if self._needs.proportion is not None:
                self.proportions[row.who, period] = row.proportion
