"""Where everybody stands: the targets of one metric beside what was reached, company over teams over reps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question, Value, weeks_before
from salesperf.analyses.targets.owners import COMPANY, REP, scope_words
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.tree import Owner, Tree
from salesperf.analyses.targets.wanted import Wanted, begins_of, none_for, untargeted_days, wanted_of
from salesperf.analyses.targets.weights import Weights
from salesperf.core.period import Period, Span
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.facts.goals import Goal
from salesperf.metrics.adding import adds_up
from salesperf.metrics.attainment import MOST_WEEKS, Elapsed, Standing, standing
from salesperf.metrics.lights import light, steady_light, weeks_below
from salesperf.metrics.model import Better, Metric

_PERIODS_BACK = 12
"""Periods that hysteresis looks back over."""


class Line(Struct, frozen=True):
    """One owner in one horizon; `reason` says why there is no standing or what it leaves out.

    Without a standing `actual` is what the owner reached alone.
    """

    metric: Metric
    owner: Owner
    period: Period
    standing: Standing | None
    status: Status
    actual: Value
    partial: bool
    reason: Text | None = None
    weeks_below: int = 0
    target: Decimal | None = None
    better_from: float | None = None
    """The pace from which the light would be better, where the period before holds it back."""
    untargeted: int = 0
    """Days of the period that no target covers: of them `actual` holds nothing."""


class Aimed(Struct, frozen=True):
    """A target of any period, and what counts against it."""

    target: Decimal
    reached: Value


class Desk(Struct, frozen=True):
    """What standings of one metric are worked out from."""

    question: Question
    section: TargetsSection
    weights: Weights
    metric: Metric
    actuals: Mapping[str, Actuals]
    """By dimension; under `company` those of everything."""

    @property
    def through(self) -> date:
        """The day to which the data are whole."""
        return self.actuals[COMPANY].scope.measure.through

    @property
    def begins(self) -> date:
        """The first day that the tables of the metric tell of."""
        return begins_of(self.metric, self.actuals[COMPANY].scope)


def lines_of(desk: Desk, tree: Tree, period: Period) -> Iterator[Line]:
    """Every owner of the tree in one period, in its order; not who has neither a target in it nor reached anything."""
    for owner in tree.owners:
        line = _line(desk, owner, period)
        if line.target is not None or line.actual not in {None, 0}:
            yield line


def _line(desk: Desk, owner: Owner, period: Period) -> Line:
    actuals = desk.actuals.get(owner.measured_by)
    partial = desk.actuals[COMPANY].scope.measure.is_partial(period)
    wanted = aim_of(desk, owner, period)
    if actuals is None or owner.unmeasured is not None:
        unknown = owner.unmeasured or phrases.NOT_BY.fill(dimension=scope_words(owner.measured_by))
        own = actuals.value(desk.metric.key, period, owner.key) if actuals is not None else None
        amount = wanted.amount if wanted is not None else None
        return Line(desk.metric, owner, period, None, Status.UNKNOWN, own, partial, unknown, target=amount)
    if wanted is None:
        none = none_for(owner, period, adds_up=adds_up(desk.metric, desk.question.catalog))
        actual = actuals.value(desk.metric.key, period, owner.who)
        return Line(desk.metric, owner, period, None, Status.UNKNOWN, actual, partial, none)
    if not wanted.aims:
        before = phrases.BEFORE_DATA.fill(day=wanted.begins)
        return Line(desk.metric, owner, period, None, Status.UNKNOWN, None, partial, before, target=wanted.amount)
    actual = _reached(desk, owner, period, wanted)
    stands = _standing(desk, owner, period, wanted, actual)
    found = _status(desk, owner, period, stands)
    untargeted = untargeted_days(wanted, period)
    reason = wanted.reason(untargeted)
    rest = (reason, found.weeks_below, stands.target, found.better_from, untargeted)
    return Line(desk.metric, owner, period, stands, found.status, actual, partial, *rest)


def aimed_in(desk: Desk, owner: Owner, period: Period) -> Aimed | None:
    """What an owner is to reach in a period; None where there is no target, or only one before the data begin."""
    wanted = aim_of(desk, owner, period)
    if wanted is None or not wanted.aims:
        return None
    is_measured = owner.unmeasured is None and owner.measured_by in desk.actuals
    return Aimed(wanted.amount, _reached(desk, owner, period, wanted) if is_measured else None)


def aim_of(desk: Desk, owner: Owner, period: Span) -> Wanted | None:
    """What an owner is to reach in a period; None where no target says."""
    adding = adds_up(desk.metric, desk.question.catalog)
    return wanted_of(owner, period, adds_up=adding, begins=desk.begins, through=desk.through, weights=desk.weights)


def _reached(desk: Desk, owner: Owner, period: Period, wanted: Wanted) -> Value:
    """What was reached against it, by all who hold a part of it, on the days for which any of them has a goal."""
    runs = wanted.runs(period)
    spans = (period,) if sum(run.days for run in runs) == period.days else runs
    values = [desk.actuals[owner.measured_by].value(desk.metric.key, span, owner.who) for span in spans]
    known = [Decimal(value) for value in values if value is not None]
    if len(spans) == 1:
        return values[0]
    return sum(known, Decimal(0)) if known else None


def _standing(desk: Desk, owner: Owner, period: Period, wanted: Wanted, actual: Value) -> Standing:
    better = desk.metric.better
    if not adds_up(desk.metric, desk.question.catalog):
        return standing(actual, wanted.amount, better=better, elapsed=None)
    measure = desk.actuals[COMPANY].scope.measure
    over = Span(min(period.start, desk.through), desk.through)
    expected = sum(float(part.amount) * desk.weights.share(part.days, over) for part in wanted.parts)
    last = wanted.until or period.end
    remaining = desk.weights.workdays.after(desk.through, last)
    rest = Span(max(period.start, desk.through + timedelta(days=1)), last) if remaining else None
    weeks = weeks_before(measure, MOST_WEEKS) if remaining else ()
    history = _history(desk, owner, weeks)
    return standing(
        actual,
        wanted.amount,
        better=better,
        elapsed=Elapsed(expected, remaining),
        weeks=history,
        week_weights=[desk.weights.of(week) for week in weeks],
        rest_weight=desk.weights.of(rest) if rest else 0.0,
    )


def _history(desk: Desk, owner: Owner, weeks: Sequence[Period]) -> list[float]:
    actuals = desk.actuals[owner.measured_by]
    return [float(actuals.value(desk.metric.key, week, owner.who) or 0) for week in weeks]


class _Light(Struct, frozen=True):
    """A light, how many weeks in a row lie below what was expected, and the pace from which it would be better."""

    status: Status
    weeks_below: int = 0
    better_from: float | None = None


def _status(desk: Desk, owner: Owner, period: Period, stands: Standing) -> _Light:
    """The light of an owner by pace, by the periods before and by the weeks."""
    rule = desk.section.rule(desk.metric.key)
    if desk.metric.better is Better.DOWN and not adds_up(desk.metric, desk.question.catalog) and stands.actual == 0:
        # Target over nothing is no number, and less than none of a rate that is better low cannot be asked for.
        return _Light(Status.GREEN)
    status = light(stands.pace, green=rule.green, yellow=rule.yellow)
    better_from, below = None, 0
    if desk.section.hysteresis and period.grain is not None:
        paces = [*paces_before(desk, owner, period), stands.pace]
        steady = steady_light(paces, green=rule.green, yellow=rule.yellow, hysteresis=desk.section.hysteresis)
        if steady is not status:
            threshold = rule.yellow if steady is Status.RED else rule.green
            status, better_from = steady, threshold + desk.section.hysteresis
    if desk.section.red_after_weeks and adds_up(desk.metric, desk.question.catalog):
        below = weeks_short(desk, owner, desk.section.red_after_weeks)
        if below >= desk.section.red_after_weeks:
            status, better_from = Status.RED, None
    return _Light(status, below, better_from)


def weeks_short(desk: Desk, owner: Owner, most: int) -> int:
    """How many whole weeks in a row, up to the last and at most so many, fell short of what was expected of them."""
    weeks = weeks_before(desk.actuals[COMPANY].scope.measure, most)
    return weeks_below(_history(desk, owner, weeks), [_due(desk, owner, week) for week in weeks])


def paces_before(desk: Desk, owner: Owner, period: Period) -> Iterator[float | None]:
    """The paces of the periods before, the oldest first, as far back as there are targets without a gap."""
    measure = desk.actuals[COMPANY].scope.measure
    periods: list[Period] = []
    one = measure.calendar.previous(period)
    while len(periods) < _PERIODS_BACK and one.end >= measure.span.start and aim_of(desk, owner, one) is not None:
        periods.insert(0, one)
        one = measure.calendar.previous(one)
    for one in periods:
        wanted = aim_of(desk, owner, one)
        if wanted is not None and wanted.aims:
            yield _standing(desk, owner, one, wanted, _reached(desk, owner, one, wanted)).pace


def _due(desk: Desk, owner: Owner, week: Span) -> float:
    """What a week was to bring: of each target the share of its workdays that lie in the week."""
    every = [goal for holding in owner.holdings for goal in _shortest(holding.goals)]
    return sum(float(goal.amount) * desk.weights.share(goal.days, week) for goal in every)


def _shortest(goals: Sequence[Goal]) -> Iterator[Goal]:
    """The goals that hold no others: a year beside its months is not counted again."""
    for goal in goals:
        inside = (
            other
            for other in goals
            if other is not goal
            and goal.period.start <= other.period.start
            and other.period.end <= goal.period.end
            and other.period.days < goal.period.days
        )
        if not any(inside):
            yield goal


def untargeted(desk: Desk, tree: Tree, period: Period) -> tuple[tuple[str, ...], Value]:
    """Reps with sales and no target at all, and what they come to; nothing where no rep has a target."""
    targeted = {owner.key for owner in tree.owners if owner.scope == REP and owner.key}
    actuals = desk.actuals.get(REP)
    if actuals is None or not targeted:
        return (), None
    without = tuple(
        key
        for key in actuals.groups()
        if key not in targeted and actuals.value(desk.metric.key, period, key) not in {0, None}
    )
    return without, actuals.value(desk.metric.key, period, frozenset(without)) if without else None
