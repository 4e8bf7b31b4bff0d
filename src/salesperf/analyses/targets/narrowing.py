"""Targets under conditions: which of them are of what a question is narrowed to, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People, key_of
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

    A condition on the scope of a target decides by its name. One on something else leaves the owners with lines that
    fit, whose targets are of all they sell; the target of the company, and of a team under a rep, is then of more and
    is left out.
    """
    conditions = parse_conditions(question.request.where)
    if not conditions:
        return Narrowed(tuple(known), ())
    kept, gone, wide = [], [], []
    for metric, goal in known:
        if not _fits(goal, conditions, actuals.get(goal.scope), people):
            gone.append((metric, goal))
            continue
        kept.append((metric, goal))
        if any(one.key != goal.scope for one in conditions):
            wide.append((metric, goal))
    said = " ".join(question.request.where)
    return Narrowed(tuple(kept), (*_told(gone, phrases.NOT_OF, said), *_told(wide, phrases.WIDER, said)))


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
    key = key_of(
        goal.key,
        there.groups(),
        there.labels,
        people if goal.scope in {REP, TEAM} else None,
        is_person=goal.scope == REP,
    )
    return key in there.groups()


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
