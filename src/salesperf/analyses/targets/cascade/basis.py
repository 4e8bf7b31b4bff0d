"""What a cascade rests on: the metric, the period, the target, the months before, and what people sold in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.cascade import phrases
from salesperf.analyses.targets.cascade.section import CascadeSection
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM
from salesperf.core.errors import DataError, UsageError
from salesperf.core.period import Grain, Period
from salesperf.core.text import listing
from salesperf.facts.calendar import Calendar
from salesperf.facts.dimensions import column_of
from salesperf.facts.goals import aim, goals_of
from salesperf.facts.period_words import parse_period
from salesperf.metrics.adding import adds_up
from salesperf.metrics.compare import Against, View
from salesperf.metrics.model import Metric

_YEAR, _LATELY = 12, 3


class Basis(Struct, frozen=True):
    """The question, settled.

    `before` are the twelve whole months before the period, as far as the data go; `compared` the period that growth
    is asked over. Either is None where the data hold nothing of it; `by_rep` where the metric is not known by rep.
    """

    metric: Metric
    period: Period
    company: Actuals
    by_rep: Actuals | None
    before: Period | None
    compared: Period | None

    @property
    def calendar(self) -> Calendar:
        """The company's calendar."""
        return self.company.scope.measure.calendar

    @property
    def through(self) -> date:
        """The day to which the data are whole."""
        return self.company.scope.measure.through

    def sold(self) -> Mapping[str, Fraction] | None:
        """What each group brought over the months before."""
        if self.by_rep is None or self.before is None:
            return None
        values = {key: self.by_rep.value(self.metric.key, self.before, key) for key in self.by_rep.groups()}
        return {key: Fraction(value) for key, value in values.items() if value is not None}

    def lately(self) -> Period | None:
        """The last three whole months of the months before."""
        if self.before is None:
            return None
        months = self.calendar.periods(Grain.MONTH, self.before)[-_LATELY:]
        return _over(months)

    def so_far(self) -> Period | None:
        """The days of the period that the data hold; None where it has not begun."""
        last = min(self.through, self.period.end)
        return Period(self.period.start, last, self.period.key) if self.period.start <= last else None


class Lately(Struct, frozen=True):
    """The groups that sold over some days, each with its team; `over` is None where nobody did."""

    over: Period | None
    groups: tuple[tuple[str, str | None], ...]


def basis_of(question: Question, section: CascadeSection) -> Basis:
    """Raises `UsageError` and `DataError` where there is no such metric or period, or the metric does not add up."""
    metric = question.catalog.find(question.request.metrics[0])
    if not adds_up(metric, question.catalog):
        raise UsageError(phrases.NO_SUM.fill(metric=metric.label), phrases.NAME_SUM)
    company = Actuals(question.scope((metric.key,), ()))
    if metric not in company.scope.metrics:
        lacks = listing([lack.text for lack in question.lacks(metric, ())])
        raise DataError(phrases.LACKS_KIND.fill(kind=metric.label, why=lacks), phrases.NAME_SUM)
    by_rep = None
    if not question.lacks(metric, (REP,)):
        by_rep = Actuals(question.scope((metric.key,), (REP,)), REP)
    if section.period is None:
        raise UsageError(phrases.NO_PERIOD, phrases.GIVE_PERIOD)
    measure = company.scope.measure
    period = parse_period(section.period, calendar=measure.calendar, as_of=company.scope.as_of)
    before = _months_before(period, company)
    return Basis(metric, period, company, by_rep, before, _compared(period, before, company))


def target_of(question: Question, section: CascadeSection, basis: Basis) -> tuple[Decimal, bool]:
    """The company's target, and whether it comes from the target sheet."""
    if section.target is not None:
        return section.target, False
    hint = phrases.GIVE_TARGET.fill(metric=basis.metric.label, period=basis.period.key)
    table = question.bundle.get("targets")
    if table is None:
        raise UsageError(phrases.NO_TARGET, hint)
    goals = goals_of(table, calendar=basis.calendar, as_of=basis.company.scope.as_of)
    own = [goal for goal in goals if goal.scope == COMPANY and goal.metric == basis.metric.key]
    found = aim(own, basis.period, adds_up=True)
    if found is None:
        raise DataError(phrases.NO_TARGET, hint)
    if found.uncovered:
        raise DataError(phrases.UNCOVERED.fill(days=found.uncovered, period=basis.period.key), hint)
    return found.amount, True


def sold_lately(question: Question, basis: Basis) -> Lately:
    """Who sold in the three months before the period; where nobody did, who sold in the period so far."""
    for over in (basis.lately(), basis.so_far()):
        sold = _sold(over, basis)
        if over is not None and sold:
            return Lately(over, tuple(_with_teams(question, basis, over, sold)))
    return Lately(None, ())


def _sold(over: Period | None, basis: Basis) -> set[str]:
    if basis.by_rep is None or over is None:
        return set()
    return {one for one in basis.by_rep.groups() if (basis.by_rep.value(basis.metric.key, over, one) or 0) > 0}


def _with_teams(
    question: Question, basis: Basis, over: Period, sold: Collection[str]
) -> Sequence[tuple[str, str | None]]:
    """The groups, each with the team most of what they sold is of."""
    key = basis.metric.key
    if question.lacks(basis.metric, (REP, TEAM)):
        return [(one, None) for one in sold]
    measure = question.scope((key,), (REP, TEAM)).measure
    view = measure.view(over, Against.NOW)
    assert isinstance(view, View)  # noqa: S101 -- a period always finds itself
    rep, team = column_of(REP), column_of(TEAM)
    rows = sorted(
        measure.values(view, by=[rep, team]).iter_rows(named=True), key=lambda row: (row[key] or 0, str(row[team]))
    )
    team_of = {row[rep]: row[team] for row in rows}
    return [(one, team_of.get(one)) for one in sold]


def _months_before(period: Period, company: Actuals) -> Period | None:
    """The last twelve whole months before a period that the data reach."""
    measure = company.scope.measure
    month = measure.calendar.last_complete(Grain.MONTH, measure.through)
    # Other tables may reach further than the sales: months in which nothing could be sold are no history.
    while month.end >= period.start or month.start > measure.span.end:
        month = measure.calendar.previous(month)
    months = [month]
    while len(months) < _YEAR:
        months.insert(0, measure.calendar.previous(months[0]))
    there = [one for one in months if one.end >= measure.span.start]
    return _over(there) if there else None


def _compared(period: Period, before: Period | None, company: Actuals) -> Period | None:
    """The same period of the year before, where the data hold all of it; of a whole year else the months before."""
    measure = company.scope.measure
    ago = measure.calendar.year_ago(period)
    first, last = (measure.calendar.period(Grain.MONTH, day) for day in (measure.span.start, measure.span.end))
    is_held = ago is not None and first.start <= ago.start and ago.end <= last.end
    if ago is not None and is_held and measure.calendar.is_complete(ago, measure.through):
        return ago
    is_year = period.grain is Grain.YEAR and before is not None
    is_whole = is_year and before is not None and len(measure.calendar.periods(Grain.MONTH, before)) == _YEAR
    return before if is_whole else None


def _over(months: Sequence[Period]) -> Period:
    first, last = months[0], months[-1]
    return Period(first.start, last.end, f"{first.key}..{last.key}")
