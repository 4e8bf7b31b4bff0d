"""Targets under conditions: which of them are of what a question is narrowed to, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.board import actuals_of
from salesperf.analyses.targets.naming import key_of
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People
from salesperf.core.period import Period
from salesperf.core.text import Count, Text, folded
from salesperf.facts.filter import Condition, parse_conditions
from salesperf.facts.goals import Goal
from salesperf.metrics.model import Metric

Known = Sequence[tuple[Metric, Goal]]
_COARSER = {COMPANY: None, TEAM: frozenset({REP})}
"""Scopes whose targets are of more than a condition leaves: the company's of anything, a team's of its reps."""


class Narrowed(Struct, frozen=True):
    """The targets that the conditions leave, and a sentence for each metric that loses some or keeps wider ones."""

    known: tuple[tuple[Metric, Goal], ...]
    told: tuple[Text, ...]


def narrowed(known: Known, question: Question, actuals: Mapping[str, Actuals], people: People) -> Narrowed:
    """Leave out the targets that the conditions exclude.

    A condition on the scope of a target decides by its name. One that picks something else leaves the owners all of
    whose lines fit: the targets of others, of the company, and of a team under a rep, are of more. One that leaves
    something out (`!=`) keeps the targets.
    """
    conditions = parse_conditions(question.request.where)
    if not conditions:
        return Narrowed(tuple(known), ())
    picks = [one for one in conditions if one.is_dimension and one.operator == "="]
    whole = actuals_of(question.of_anything(), known) if picks else {}
    kept, gone, wide, more = [], [], [], []
    for metric, goal in known:
        if not _fits(goal, conditions, actuals.get(goal.scope), people):
            gone.append((metric, goal))
            continue
        if any(one.key != goal.scope for one in picks) and not _is_all(metric, goal, actuals, whole, people):
            more.append((metric, goal))
            continue
        kept.append((metric, goal))
        if any(one.key != goal.scope for one in conditions if one not in picks):
            wide.append((metric, goal))
    said = " ".join(question.request.where)
    told = ((gone, phrases.NOT_OF), (more, phrases.OF_MORE), (wide, phrases.WIDER))
    return Narrowed(tuple(kept), tuple(text for goals, phrase in told for text in _told(goals, phrase, said)))


def _is_all(
    metric: Metric, goal: Goal, fitting: Mapping[str, Actuals], whole: Mapping[str, Actuals], people: People
) -> bool:
    """Whether all that the owner of a target ever reached fits the conditions."""
    there, every = fitting.get(goal.scope), whole.get(goal.scope)
    if there is None or every is None or goal.key is None or metric not in there.scope.metrics:
        return False
    span, key = every.scope.measure.span, _key(goal, there, people)
    days = Period(span.start, span.end, str(span))
    return there.value(metric.key, days, key) == every.value(metric.key, days, key)


def _fits(goal: Goal, conditions: Sequence[Condition], there: Actuals | None, people: People) -> bool:
    own = [one for one in conditions if one.key == goal.scope]
    if not all(_names(one, goal, there, people) == (one.operator == "=") for one in own):
        return False
    others = [one for one in conditions if one.is_dimension and one.operator == "=" and one.key != goal.scope]
    if not others or own:
        return True
    if goal.scope in _COARSER:
        finer = _COARSER[goal.scope]
        if finer is None or any(one.key in finer for one in others):
            return False
    if there is None or goal.key is None:
        return True
    return _key(goal, there, people) in there.groups()


def _key(goal: Goal, there: Actuals, people: People) -> str | None:
    """The group that a target with a name is of."""
    return key_of(
        goal.key or "",
        there.names(),
        people if goal.scope in {REP, TEAM} else None,
        is_person=goal.scope == REP,
    )


def _names(condition: Condition, goal: Goal, there: Actuals | None, people: People) -> bool:
    """Whether one of the values of a condition is whose the target is, by key, name or second id."""
    labels = dict(there.labels) if there is not None else {}
    names = {folded(value) for value in (*condition.values, condition.whole)}
    own = folded(goal.key or "")
    same = {own}
    if goal.scope in {REP, TEAM} and own in people.ids:
        same |= {word for word, key in people.ids.items() if key == people.ids[own]}
    same |= {folded(label) for key, label in labels.items() if folded(key) in same}
    same |= {folded(key) for key, label in labels.items() if folded(label) in same}
    return bool(same & names)


def _told(of: Known, sentence: Text, said: str) -> Iterator[Text]:
    for metric in dict.fromkeys(metric for metric, _ in of):
        goals = [goal for other, goal in of if other is metric]
        amount = f"{sum((goal.amount for goal in goals), Decimal(0)).normalize():,f}"
        yield sentence.fill(targets=Count(len(goals)), metric=metric.label, amount=amount, conditions=said)
