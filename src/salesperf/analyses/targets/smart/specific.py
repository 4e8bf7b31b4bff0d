"""Specific: of what and whose a target is. Metrics, names and double targets are told where targets are matched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from salesperf.analyses.targets.owners import REP, TEAM
from salesperf.analyses.targets.smart.case import Case, Holder
from salesperf.analyses.targets.smart.figures import figure, scope_word
from salesperf.core.codes import issue
from salesperf.core.errors import Issue, Where
from salesperf.core.period import Period
from salesperf.core.text import Text, folded, in_quotes

_MONTH = timedelta(days=31)
_LATELY = 3
"""Months of sales that tell who sells when targets are for days to come."""
_SPELLINGS = Text("one {scope} under several names: {names}", "同一{scope}有多种写法：{names}")
_UNTARGETED = Text(
    "{scope} {name!r} has {metric} of {amount} in {span} and no target",
    "{scope}「{name}」在 {span} 的{metric}为 {amount}，但没有目标",
)


def specific(cases: tuple[Case, ...]) -> Iterator[Issue]:
    """Findings on whose targets there are, one a group."""
    yield from _spellings(cases)
    for scope in (TEAM, REP):
        yield from _without_target(cases, scope)


def _spellings(cases: tuple[Case, ...]) -> Iterator[Issue]:
    told: set[tuple[str, str]] = set()
    for case in cases:
        for holder in case.holders:
            words = dict.fromkeys(folded(goal.key) for goal in holder.goals if goal.key)
            if len(words) > 1 and (holder.scope, holder.key) not in told:
                told.add((holder.scope, holder.key))
                second = next(goal for goal in holder.goals if folded(goal.key or "") != next(iter(words)))
                message = _SPELLINGS.fill(scope=scope_word(holder.scope), names=in_quotes(words))
                yield issue("F581", message, second.where, value=second.key, count=len(words))


def _without_target(cases: tuple[Case, ...], scope: str) -> Iterator[Issue]:
    """Groups that reached something while others of their kind have targets; a target of any metric is one."""
    targeted = {holder.key for case in cases for holder in case.holders if holder.scope == scope}
    case = next((one for one in cases if one.adds and one.of(scope) and one.actuals(scope) is not None), None)
    span = None if case is None else _measured(case)
    actuals = None if case is None else case.actuals(scope)
    if case is None or actuals is None or span is None:
        return
    for key in sorted(set(actuals.groups()) - targeted):
        reached = actuals.value(case.metric.key, span, key)
        holder = Holder(scope, key, actuals.labels.get(key, key), ())
        if reached and reached > 0 and not _is_excused(case, holder, span):
            message = _UNTARGETED.fill(
                scope=scope_word(scope),
                name=holder.name,
                metric=case.metric.label,
                amount=figure(Decimal(reached), case.metric.unit),
                span=span.key,
            )
            first = case.of(scope)[0].goals[0].where
            yield issue("F582", message, Where(first.file, first.sheet), value=holder.name)


def _measured(case: Case) -> Period | None:
    """The days that have targets, as far as there are data; the last three months of data of targets to come."""
    assert case.data is not None  # noqa: S101 -- only what is measured has actuals
    goals = [goal for holder in case.holders for goal in holder.goals]
    begin = min(goal.period.start for goal in goals)
    start = max(begin if begin <= case.data.through else case.data.through - _LATELY * _MONTH, case.data.first)
    end = min(max(goal.period.end for goal in goals), case.data.through)
    return Period(start, end, f"{start}..{end}") if start <= end else None


def _is_excused(case: Case, holder: Holder, span: Period) -> bool:
    """Newcomers get their first target later, who left gets none, and who leads others need not sell."""
    joined, left = case.joined(holder), case.stay(holder).left
    is_new = joined is not None and joined > span.end - case.rules.newcomer_months * _MONTH
    has_left = left is not None and left <= span.end
    return is_new or has_left or bool(holder.scope == REP and case.people.reports.get(case.identity(holder)))
