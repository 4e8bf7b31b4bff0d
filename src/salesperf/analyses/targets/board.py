"""One metric's board: its targets matched to groups, the tree they make, and where everybody stands in each period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question
from salesperf.analyses.targets.compute import Desk, Line, lines_of
from salesperf.analyses.targets.containing import Above, containing
from salesperf.analyses.targets.matching import matched
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People, key_of, leaders
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.tree import Holding, Owner, Tree, tree_of
from salesperf.analyses.targets.weights import Weights, season_of
from salesperf.core.errors import Issue
from salesperf.core.period import Grain, Period
from salesperf.core.text import Text
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.goals import Goal
from salesperf.facts.workdays import Workdays
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric

_HOLLOW = 0.25
"""A leader's own sales are less than this part of a target that contains those of others."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What every board is made with; `actuals` by dimension, `company` for everything."""

    question: Question
    section: TargetsSection
    people: People
    workdays: Workdays
    actuals: Mapping[str, Actuals]


@dataclass(frozen=True, slots=True)
class Board:
    """One metric: its desk, its tree, the lines of each period in the order asked, and how leaders are known."""

    desk: Desk
    tree: Tree
    lines: tuple[tuple[Line, ...], ...]
    leaders: Mapping[str, Text]


def actuals_of(question: Question, known: Sequence[tuple[Metric, Goal]]) -> Mapping[str, Actuals]:
    """The metrics of all targets, over everything and by each dimension that has targets."""
    metrics = tuple(dict.fromkeys(metric.key for metric, _ in known))
    found = {COMPANY: Actuals(question.scope(metrics, ()))}
    scopes = dict.fromkeys(goal.scope for _, goal in known)
    for dimension in [REP, *scopes] if TEAM in scopes else scopes:
        if dimension in found or dimension not in DIMENSIONS:
            continue
        able = tuple(key for key in metrics if not question.lacks(question.catalog[key], (dimension,)))
        if able:
            found[dimension] = Actuals(question.scope(able, (dimension,)), dimension)
    return found


def board_of(
    hands: Hands, metric: Metric, goals: Sequence[Goal], periods: Sequence[Period]
) -> tuple[Board, tuple[Issue, ...]]:
    """The board of one metric, and the targets that fit nobody or cannot be measured."""
    actuals = {by: found for by, found in hands.actuals.items() if metric in found.scope.metrics}
    desk = Desk(hands.question, hands.section, _weights(hands, metric), metric, actuals)
    single, above = containing(goals, actuals[TEAM].groups() if TEAM in actuals else (), hands.people)
    by_key, findings = matched(single, actuals, hands.people, hands.question)
    led = _leaders(desk, by_key.get(REP, {}), hands)
    tree = tree_of(
        by_key,
        hands.people,
        leads=led.__contains__,
        team_of=hands.people.team.get,
        name_of=lambda by, key: _name(actuals.get(by), hands.people if by == REP else None, key),
    )
    tree = Tree((*tree.owners, *(_owner_above(one, actuals.get(REP), hands.people) for one in above)))
    led = {**led, **{one.name: phrases.BY_SUMS for one in above}}
    lines = tuple(tuple(lines_of(desk, tree, period)) for period in periods)
    return Board(desk, tree, lines, led), findings


def _owner_above(one: Above, reps: Actuals | None, people: People) -> Owner:
    """A name over the reps whose targets it adds up."""
    groups, labels = (reps.groups(), reps.labels) if reps is not None else ((), {})
    who = frozenset(key_of(name, groups, labels, people) or name for name in one.reps)
    return Owner(REP, one.name, one.name, 1, (Holding(one.goals, REP, who),), REP, who, leads=True)


def _weights(hands: Hands, metric: Metric) -> Weights:
    """Workdays, weighted by the seasons of the metric where it adds up and whole years tell them."""
    if not adds_up(metric, hands.question.catalog):
        return Weights(hands.workdays)
    company = hands.actuals[COMPANY]
    measure = company.scope.measure
    months = [
        (month, float(company.value(metric.key, month, None) or 0))
        for month in measure.calendar.periods(Grain.MONTH, measure.span)
        if measure.span.start <= month.start
    ]
    return Weights(hands.workdays, season_of(months, hands.workdays, before=measure.through))


def _leaders(desk: Desk, reps: Mapping[str, Sequence[Goal]], hands: Hands) -> Mapping[str, Text]:
    """The reps whose target contains those of others, and by what that is known."""
    found: dict[str, Text] = {}
    for key in leaders(reps, hands.people, hands.section):
        found[key] = phrases.BY_REPORTS if hands.people.reports.get(key) else phrases.BY_CONFIG
    for key, goals in reps.items():
        if key not in found and hands.people.is_leader_by_title(key) and _is_hollow(desk, key, goals):
            found[key] = phrases.BY_TITLE
    return found


def _is_hollow(desk: Desk, key: str, goals: Sequence[Goal]) -> bool:
    """Whether a rep's own sales are far below the targets that are over."""
    actuals = desk.actuals.get(REP)
    over = [goal for goal in goals if goal.period.end <= desk.through]
    if actuals is None or not over or not adds_up(desk.metric, desk.question.catalog):
        return False
    span = Period(min(g.period.start for g in over), max(g.period.end for g in over), "over")
    own = float(actuals.value(desk.metric.key, span, key) or 0)
    return own < _HOLLOW * float(sum(goal.amount for goal in over))


def _name(actuals: Actuals | None, people: People | None, key: str) -> str:
    named = actuals.labels.get(key) if actuals is not None else None
    return named or (people.names.get(key) if people is not None else None) or key
