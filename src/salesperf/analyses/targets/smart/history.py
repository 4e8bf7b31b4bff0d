"""Targets beside what the same owner reached on the same days of the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets.actuals import Value
from salesperf.analyses.targets.owners import COMPANY, REP
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.newcomers import first_months
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.calendar import year_before
from salesperf.facts.goals import Aim, Goal, aim
from salesperf.metrics.model import Better

_FEWEST, _FEWEST_OF_ONE = 28, 84
"""Days that are compared at least, and those of one person, whose single months say little."""
_SLACK = timedelta(days=7)
"""The data may begin after a holiday."""


class Asked(Struct, frozen=True):
    """What an owner is to reach in a fiscal year, as far as the year before can be measured, and what was reached then.

    `days` are those of the targets, first to last; `goal` is the first of them.
    """

    holder: Holder
    goal: Goal
    days: Period
    target: Decimal
    before: Decimal
    year: str

    def times(self, better: Better) -> float:
        """How many times what was reached is asked for; of what is better low, how many times less."""
        top, bottom = (self.before, self.target) if better is Better.DOWN else (self.target, self.before)
        return float(top / bottom) if bottom else float("inf")


def asked_of(case: Case, holder: Holder) -> Iterator[Asked]:
    """One for each fiscal year of targets; of rates, which do not add up, one for each target."""
    if case.data is None or case.actuals(holder.scope) is None or holder.leads:
        return
    known = [goal for goal in holder.goals if _is_known(goal.period, case, first_months(case, holder))]
    chosen: list[tuple[str, tuple[Goal, ...]]]
    if case.adds:
        chosen = [(year.key, parts) for year, parts in _by_year(case, known)]
    else:
        chosen = [(goal.period.key, (goal,)) for goal in known]
    fewest = _FEWEST_OF_ONE if holder.scope == REP else _FEWEST
    for year, parts in chosen:
        days = sum(part.period.days for part in parts)
        before = [value for run in Aim(parts, 0).runs() if (value := _reached(case, holder, _base(run))) is not None]
        reached = sum(map(Decimal, before), Decimal(0))
        if days >= fewest and reached > 0:
            yield Asked(
                holder, parts[0], _whole(case, parts), sum((p.amount for p in parts), Decimal(0)), reached, year
            )


def _by_year(case: Case, goals: Sequence[Goal]) -> Iterator[tuple[Period, tuple[Goal, ...]]]:
    """The goals that cover the most days side by side, by the fiscal year in which they end."""
    if not goals:
        return
    whole = Span(min(goal.period.start for goal in goals), max(goal.period.end for goal in goals))
    chosen = aim(goals, whole, adds_up=True)
    parts = chosen.parts if chosen is not None else ()
    years = {part: case.calendar.period(Grain.YEAR, part.period.end) for part in parts}
    for year in sorted(dict.fromkeys(years.values())):
        yield year, tuple(part for part in parts if years[part] == year)


def _whole(case: Case, parts: Sequence[Goal]) -> Period:
    """From the first day of some goals to the last, by its name where the calendar has one."""
    span = Span(min(part.period.start for part in parts), max(part.period.end for part in parts))
    named = (case.calendar.period(grain, span.start) for grain in (Grain.YEAR, Grain.QUARTER, Grain.MONTH))
    whole = next((period for period in named if (period.start, period.end) == (span.start, span.end)), None)
    return whole or Period(span.start, span.end, str(span))


def _is_known(period: Span, case: Case, newcomer: Span | None) -> bool:
    """Whether the same days of the year before lie within the data, and the owner was there and no newcomer."""
    assert case.data is not None  # noqa: S101 -- asked where there are data
    base = _base(period)
    is_there = newcomer is None or newcomer.end < base.start
    return case.data.first <= base.start + _SLACK and base.end <= case.data.through and is_there


def _base(period: Span) -> Period:
    base = Span(year_before(period.start), year_before(period.end))
    return Period(base.start, base.end, str(base))


def _reached(case: Case, holder: Holder, period: Period) -> Value:
    actuals = case.actuals(holder.scope)
    if actuals is None or (holder.scope != COMPANY and holder.key not in actuals.groups()):
        return None
    return actuals.value(case.metric.key, period, None if holder.scope == COMPANY else holder.key)
