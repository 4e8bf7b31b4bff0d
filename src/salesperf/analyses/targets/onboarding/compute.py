"""Onboarding time: months from hire until a newcomer's attainment over the last months reaches most of the peers'.

Months are those of the calendar, counted from the first that begins on the day of hire or later. Attainment is the
pooled actual over the pooled target of the months up to one (three of them), the peers' that of all who were hired
earlier and were there to the end of those months. Whoever left or is still on the way never arrived: told, not dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from statistics import median

from msgspec import Struct

from salesperf.analyses.targets.onboarding.section import OnboardingSection
from salesperf.analyses.targets.owners import REP
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.goals import aim
from salesperf.metrics.attainment import attained


class State(StrEnum):
    """Where a newcomer has come to."""

    ON_BOARD = "on_board"
    SINCE_UNKNOWN = "since_unknown"
    """On board, but the months before cannot be held against the peers: it may have been earlier."""
    LEFT = "left"
    """Left before."""
    ON_THE_WAY = "on_the_way"
    UNKNOWN = "unknown"
    """No month can be held against the peers."""


class Newcomer(Struct, frozen=True):
    """One newcomer: `months` since hire when on board, else so far; attainment of the last months looked at."""

    holder: Holder
    hired: date
    state: State
    months: int
    until: Period | None
    attained: float | None
    peers: float | None


def newcomers(case: Case, rules: OnboardingSection, hired: Span | None = None) -> tuple[Newcomer, ...]:
    """Who was hired while there are data (or in the days of `hired`) and has targets, by the day of hire."""
    if case.data is None or not case.adds or case.actuals(REP) is None:
        return ()
    found = []
    for holder in case.of(REP):
        day = case.stay(holder).hired
        if day is None or not case.data.first <= day <= case.data.through:
            continue
        if hired is None or hired.start <= day <= hired.end:
            found.append(_newcomer(case, rules, holder, day))
    return tuple(sorted(found, key=lambda one: (one.hired, one.holder.name, one.holder.key)))


def onboarding_months(found: Sequence[Newcomer]) -> float | None:
    """The median months of those who are on board; None where nobody is.

    >>> onboarding_months([])
    """
    months = [one.months for one in found if one.state is State.ON_BOARD]
    return float(median(months)) if months else None


def _newcomer(case: Case, rules: OnboardingSection, holder: Holder, hired: date) -> Newcomer:
    months = _months(case, holder, hired)
    last: tuple[Period | None, float | None, float | None] = (None, None, None)
    is_told = True
    for number in range(rules.months, len(months) + 1):
        first, until = months[number - rules.months], months[number - 1]
        window = Period(first.start, until.end, f"{first.key}..{until.key}")
        own, peers = _pooled(case, [holder], window), _pooled(case, _peers(case, holder, hired, window), window)
        # Of whom nothing is asked yet while the peers have targets is not on board; without peers nobody can tell.
        is_told = is_told and peers is not None
        if own is None or peers is None:
            continue
        last = (window, own, peers)
        if own >= rules.reaches * peers:
            return Newcomer(holder, hired, State.ON_BOARD if is_told else State.SINCE_UNKNOWN, number, *last)
    left = case.stay(holder).left
    is_gone = left is not None and case.data is not None and left <= case.data.through
    state = State.LEFT if is_gone else State.UNKNOWN if last[0] is None else State.ON_THE_WAY
    return Newcomer(holder, hired, state, len(months), *last)


def _months(case: Case, holder: Holder, hired: date) -> tuple[Period, ...]:
    """The whole months since the day of hire, as far as the data reach and the newcomer stayed."""
    assert case.data is not None  # noqa: S101 -- newcomers are of data
    end = min(case.data.through, case.stay(holder).left or date.max)
    if end < hired:
        return ()
    every = case.calendar.periods(Grain.MONTH, Span(hired, end))
    return tuple(month for month in every if hired <= month.start and month.end <= end)


def _peers(case: Case, newcomer: Holder, hired: date, window: Span) -> Iterator[Holder]:
    """Reps who were hired earlier (or nobody knows when) and were there to the end of the months."""
    for holder in case.of(REP):
        stay = case.stay(holder)
        came_earlier = stay.hired is None or stay.hired < hired
        if holder.key != newcomer.key and came_earlier and (stay.left is None or stay.left >= window.end):
            yield holder


def _pooled(case: Case, holders: Sequence[Holder] | Iterator[Holder], window: Period) -> float | None:
    """Actual over target of several reps in the same months; of those alone whose targets cover them."""
    actuals = case.actuals(REP)
    assert actuals is not None  # noqa: S101 -- newcomers are of reps that can be measured
    actual = target = 0.0
    for holder in holders:
        wanted = aim(holder.goals, window, adds_up=True)
        if wanted is not None and not wanted.uncovered:
            actual += float(actuals.value(case.metric.key, window, holder.key) or 0)
            target += float(wanted.amount)
    return attained(actual, target, case.metric.better) if target > 0 else None
