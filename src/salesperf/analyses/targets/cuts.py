"""Targets of which a span holds a part alone: shared out by workdays, or taken whole where the span still runs.

A number and its target are of the same days: what a week or 1 January to 14 June cuts off a month's target counts by
the share of the workdays inside, weighted as the pace weighs them. Months, quarters and half-years inside a longer
target stay without one, for nobody shared it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets.weights import Weights
from salesperf.core.money import exact, settle
from salesperf.core.period import Grain, Period, Span
from salesperf.facts.goals import Goal, aim

_SHORT = frozenset({Grain.DAY, Grain.WEEK})


class Cut(Struct, frozen=True):
    """A goal of which the days `inside` count, with its amount by the share of these."""

    goal: Goal
    inside: Span
    part: Goal


class Fitted(Struct, frozen=True):
    """The goals of one holding as a span takes them: `span` is longer than asked where the last target still runs."""

    goals: tuple[Goal, ...]
    span: Span
    cuts: tuple[Cut, ...] = ()


def fitted(goals: Sequence[Goal], period: Span, *, through: date, weights: Weights) -> Fitted:
    """The goals of metrics that add up, those that the span cuts beside those that lie in it."""
    if not _may_cut(period):
        return Fitted(tuple(goals), period)
    span = _to_the_end(goals, period, through)
    cuts = tuple(_cuts(goals, span, weights))
    return Fitted((*goals, *(one.part for one in cuts)), span, cuts)


def _may_cut(span: Span) -> bool:
    """Whether a span is of days, and no month, quarter, half or whole year of the calendar."""
    if not isinstance(span, Period):
        return True
    return span.grain in _SHORT or (span.grain is None and span.key == str(span))


def _to_the_end(goals: Sequence[Goal], period: Span, through: date) -> Span:
    """The span up to the end of the shortest target that begins in it and goes on, where the data end in the span."""
    if (isinstance(period, Period) and period.grain is not None) or not period.start <= through <= period.end:
        return period
    running = [one.period for one in goals if period.start <= one.period.start <= period.end < one.period.end]
    return Span(period.start, min(running, key=lambda one: one.days).end) if running else period


def _cuts(goals: Sequence[Goal], span: Span, weights: Weights) -> Iterator[Cut]:
    """The goals that an edge of the span cuts, the shortest first, where nothing that counts already has their days."""
    whole = aim(goals, span, adds_up=True)
    taken: list[Span] = [one.period for one in whole.parts] if whole is not None else []
    for goal in sorted(goals, key=lambda one: one.period.days):
        if _is_apart(goal.period, span) or any(not _is_apart(goal.period, one) for one in taken):
            continue
        inside = Span(max(goal.period.start, span.start), min(goal.period.end, span.end))
        taken.append(goal.period)
        yield Cut(goal, inside, _part(goal, inside, weights))


def _part(goal: Goal, inside: Span, weights: Weights) -> Goal:
    share = weights.share(goal.days, inside)
    there = None
    if goal.there is not None and not _is_apart(goal.there, inside):
        there = Span(max(goal.there.start, inside.start), min(goal.there.end, inside.end))
    days = Period(inside.start, inside.end, str(inside))
    return replace(goal, period=days, amount=settle(goal.amount * exact(share)), there=there)


def _is_apart(one: Span, other: Span) -> bool:
    return one.end < other.start or other.end < one.start
