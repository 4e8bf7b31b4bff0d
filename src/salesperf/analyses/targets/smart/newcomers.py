"""The first months of those who are new, and what others had reached in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from msgspec import Struct

from salesperf.analyses.targets.owners import REP
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.core.period import Period, Span
from salesperf.facts.goals import Goal

_MONTHS = 12
_LEAST = 2
"""Others whose first months tell what a newcomer reaches."""


class Start(Struct, frozen=True):
    """What somebody is asked for in the first months, and what each of the others had reached on the same days."""

    holder: Holder
    goal: Goal
    days: Span
    target: Decimal
    others: tuple[Decimal, ...]

    @property
    def usual(self) -> Decimal:
        """What those in the middle had reached."""
        return median(self.others)


def first_months(case: Case, holder: Holder) -> Span | None:
    """The first months of a rep, as many as the rules say; None where nobody knows when they came."""
    joined = case.joined(holder)
    return None if joined is None else _months_from(joined, case.rules.newcomer_months)


def starts(case: Case) -> Iterator[Start]:
    """The newcomers with targets in their first months, where at least two others began within the data."""
    actuals = case.actuals(REP)
    if actuals is None or case.data is None or not case.adds:
        return
    began = _began(case)
    for holder in case.of(REP):
        months = first_months(case, holder)
        goals = [] if months is None else [goal for goal in holder.goals if _share(goal.period, months)]
        if months is None or not goals:
            continue
        start, end = max(months.start, min(g.period.start for g in goals)), max(g.period.end for g in goals)
        days = Span(start, min(end, months.end))
        offset = days.start - months.start
        others = []
        for key, first in began.items():
            same = Span(first + offset, first + offset + (days.end - days.start))
            if key != holder.key and same.end <= case.data.through:
                reached = actuals.value(case.metric.key, Period(same.start, same.end, str(same)), key)
                others.append(Decimal(reached or 0))
        if len(others) >= _LEAST:
            target = sum((goal.amount * _share(goal.period, days) for goal in goals), Decimal(0))
            yield Start(holder, goals[0], days, target, tuple(others))


def _began(case: Case) -> dict[str, date]:
    """The day everybody came who did so within the data, also of those without a target."""
    assert case.data is not None  # noqa: S101 -- asked where there are data
    found = ((key, case.joined(Holder(REP, key, key, ()))) for key in case.firsts)
    return {key: day for key, day in found if day is not None and day >= case.data.first}


def _share(period: Span, days: Span) -> Decimal:
    """The part of a period's days that lie within some days."""
    first, last = max(period.start, days.start), min(period.end, days.end)
    return Decimal((last - first).days + 1) / period.days if first <= last else Decimal(0)


def _months_from(day: date, months: int) -> Span:
    ahead = day.month - 1 + months
    year, month = day.year + ahead // _MONTHS, ahead % _MONTHS + 1
    after = date(year, month, min(day.day, 28))
    return Span(day, after - timedelta(days=1))
