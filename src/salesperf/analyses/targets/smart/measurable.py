"""Measurable: amounts that no target can have. Metrics and tables that lack are told where targets are matched."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, named
from salesperf.analyses.targets.smart.newcomers import first_months
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.text import Count, Text
from salesperf.core.unit import Unit
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Better, Metric

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_BEYOND = frozenset({"nrr", "plan_completion", "sales_cost_ratio", "relative_market_share"})
"""Rates that may well be above 100 %."""
_MUCH = Decimal(5)
"""Times 100 % from which even such a rate is one written without its per cent sign."""
_NOTHING = Text(
    "{owner}: {metric} of {amount} for {period} asks for nothing{more}",
    "{owner}：{period} 的{metric}目标为 {amount}，没有意义{more}",
)
_TOO_MUCH = Text(
    "{owner}: {written} of {metric} for {period} is {meant}{more}",
    "{owner}：{period} 的{metric}目标 {written} 即 {meant}{more}",
)
_POINTS = Text("{points:,f} points", "{points:,f} 分")
_WRITE = Text("write {percent:,f}% or {share:f}", "请写成 {percent:,f}% 或 {share:f}")
_MORE = Text("; likewise {others:other|others}", "；另有 {others} 个类似")


def measurable(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on amounts, one an owner and kind."""
    for case in cases:
        for holder in case.holders:
            yield from _asks_for_nothing(case, holder)
            yield from out_of_bounds(case.metric, holder)


def _asks_for_nothing(case: Case, holder: Holder) -> Iterator[Issue]:
    found = [goal for goal in holder.goals if _is_nothing(goal, case, holder)]
    if found:
        first = found[0]
        message = _NOTHING.fill(
            owner=named(holder),
            metric=case.metric.label,
            amount=figure(first.amount, case.metric.unit),
            period=first.period.key,
            more=_more(found),
        )
        yield issue("F583", message, first.where, value=f"{first.amount.normalize():f}", count=len(found))


def _is_nothing(goal: Goal, case: Case, holder: Holder) -> bool:
    """Nothing to reach: less than zero, or zero of what is better high.

    Zero is right for days on which nobody works, for the first months of a newcomer and for who has left. A balance of
    scores may be below zero, and none of what is better low is a fine target.
    """
    unit = case.metric.unit
    if unit in {Unit.SCORE, Unit.GROWTH, Unit.POINTS}:
        return False
    if goal.amount or case.metric.better is not Better.UP:
        return goal.amount < 0
    months, left = first_months(case, holder), case.stay(holder).left
    is_new = months is not None and goal.period.start <= months.end
    has_left = left is not None and goal.period.start > left
    return not is_new and not has_left and bool(case.workdays.of(goal.period))


def out_of_bounds(metric: Metric, holder: Holder) -> Iterator[Issue]:
    """Rates above 100 %, and scores beyond 100 points: as a rule 25 was written for 25 %."""
    unit = metric.unit
    found = [goal for goal in holder.goals if is_beyond(metric, goal.amount)]
    if found:
        first = found[0]
        amount = first.amount.normalize()
        meant = _POINTS.fill(points=amount * _HUNDRED) if unit is Unit.SCORE else figure(amount, unit)
        message = _TOO_MUCH.fill(
            owner=named(holder),
            written=f"{amount:f}",
            metric=metric.label,
            period=first.period.key,
            meant=meant,
            more=_more(found),
        )
        hint = _WRITE.fill(percent=amount, share=(amount / _HUNDRED).normalize())
        yield issue("F584", message, first.where, hint=hint, value=f"{amount:f}", count=len(found))


def is_beyond(metric: Metric, amount: Decimal) -> bool:
    """Whether no target of a metric can be so high: a rate above 100 %, a score beyond 100 points."""
    is_built_in = metric.key not in _BEYOND and metric.group != "custom"
    return metric.unit in {Unit.RATIO, Unit.SCORE} and abs(amount) > (_ONE if is_built_in else _MUCH)


def _more(found: list[Goal]) -> Text:
    return _MORE.fill(others=Count(len(found) - 1)) if len(found) > 1 else Text("", "")
