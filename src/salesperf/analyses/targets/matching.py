"""Targets matched to metrics that can be measured and groups that have lines; a finding for each of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.naming import key_of
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People
from salesperf.core.codes import issue
from salesperf.core.errors import Issue
from salesperf.core.suggest import did_you_mean
from salesperf.core.text import Count, Lang, Text, folded, in_quotes, listing
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Metric
from salesperf.metrics.possible import Lack

ByScope = Mapping[str, Mapping[str, Sequence[Goal]]]
"""Goals by scope and group; one a period."""


def known_metrics(goals: Sequence[Goal], question: Question) -> tuple[list[tuple[Metric, Goal]], list[Issue]]:
    """The goals of metrics that exist and can be measured; a finding for each of the other metrics."""
    faults = {key: _fault(key, goals, question) for key in dict.fromkeys(goal.metric for goal in goals)}
    known = [(question.catalog[goal.metric], goal) for goal in goals if faults[goal.metric] is None]
    return known, [fault for fault in faults.values() if fault is not None]


def _fault(key: str, goals: Sequence[Goal], question: Question) -> Issue | None:
    """Why the targets of a metric cannot be measured; None where they can."""
    of_metric = [goal for goal in goals if goal.metric == key]
    hint: Text | None = None
    if key not in question.catalog:
        message = phrases.NO_METRIC.fill(metric=key)
        hint = did_you_mean(key, question.catalog.keys) or phrases.NAME_A_METRIC
    elif lacks := question.lacks(question.catalog[key], ()):
        needed = listing([lack.text for lack in lacks])
        message = phrases.UNMEASURED.fill(metric=question.catalog[key].label, lacks=needed)
    else:
        return None
    return issue("F570", message, of_metric[0].where, hint=hint or "", value=key, count=len(of_metric))


def matched(
    goals: Sequence[Goal], actuals: Mapping[str, Actuals], people: People, question: Question
) -> tuple[ByScope, tuple[Issue, ...]]:
    """The goals by scope and group; those that fit no group count under the name they were written with.

    Of two for one group and period, under one name or several, the first counts and the other is told.
    """
    found: dict[str, dict[str, list[Goal]]] = {}
    findings: dict[tuple[str, ...], Issue] = {}
    for goal in goals:
        written = goal.key or ""
        there = actuals.get(goal.scope)
        key: str | None = written
        if goal.scope == COMPANY:
            key = ""
        elif goal.key is None:
            findings.setdefault((goal.scope, "", ""), _nameless(goal, goals))
        elif there is None:
            key = people.ids.get(folded(written), written)
            findings.setdefault((goal.scope, ""), _not_split(goal, goals, question))
        else:
            key = key_of(
                written,
                there.names(),
                people if goal.scope in {REP, TEAM} else None,
                is_person=goal.scope == REP,
            )
            if key is None:
                findings.setdefault((goal.scope, written), _stranger(goal, goals, there, people))
        own = found.setdefault(goal.scope, {}).setdefault(written if key is None else key, [])
        first = next((one for one in own if one.period == goal.period), None)
        if first is None:
            own.append(goal)
        else:
            findings.setdefault((goal.scope, written, goal.period.key), _twice(goal, first))
    return found, tuple(findings.values())


def _twice(goal: Goal, first: Goal) -> Issue:
    name, other = (in_quotes([one.key]) if one.key else phrases.COMPANY for one in (goal, first))
    where = Text(first.where.say(Lang.EN), first.where.say(Lang.ZH))
    message = phrases.TWICE.fill(name=name, period=goal.period.key, other=other, where=where)
    return issue("F572", message, goal.where, value=f"{goal.amount.normalize():f}")


def _nameless(goal: Goal, goals: Sequence[Goal]) -> Issue:
    count = sum(one.scope == goal.scope and one.key is None for one in goals)
    scope = DIMENSIONS[goal.scope].label if goal.scope in DIMENSIONS else goal.scope
    message = phrases.NAMELESS.fill(targets=Count(count), scope=scope)
    return issue("F580", message, goal.where, count=count)


def _stranger(goal: Goal, goals: Sequence[Goal], there: Actuals, people: People) -> Issue:
    names = [
        *there.labels.values(),
        *(key for key in there.groups() if key not in there.labels),
        *people.names.values(),
    ]
    message = phrases.STRANGER.fill(scope=DIMENSIONS[goal.scope].label, name=goal.key)
    near = did_you_mean(folded(goal.key or ""), list(dict.fromkeys(names)))
    count = sum(one.scope == goal.scope and one.key == goal.key for one in goals)
    return issue("F571", message, goal.where, hint=near or "", value=goal.key, count=count)


def _not_split(goal: Goal, goals: Sequence[Goal], question: Question) -> Issue:
    lacks: tuple[Lack, ...] = ()
    if goal.scope in DIMENSIONS:
        lacks = question.lacks(question.catalog[goal.metric], (goal.scope,))
    needed = listing([lack.text for lack in lacks]) or phrases.NO_DIMENSION
    label = DIMENSIONS[goal.scope].label if goal.scope in DIMENSIONS else goal.scope
    message = phrases.NOT_SPLIT.fill(scope=label, lacks=needed)
    hint = None if goal.scope in DIMENSIONS else phrases.NAME_A_SCOPE
    count = sum(one.scope == goal.scope for one in goals)
    return issue("F570", message, goal.where, hint=hint or "", value=goal.scope, count=count)
