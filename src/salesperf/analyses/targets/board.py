"""One metric's board: its targets matched to groups, the tree they make, and where everybody stands in each period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.targets import phrases
from salesperf.analyses.targets.actuals import Actuals, Question, actuals_by
from salesperf.analyses.targets.compute import Desk, Line, lines_of
from salesperf.analyses.targets.containing import Above, containing, members
from salesperf.analyses.targets.leading import Leading, is_hollow, leading
from salesperf.analyses.targets.matching import matched
from salesperf.analyses.targets.naming import NOBODY, key_of
from salesperf.analyses.targets.over_others import over_the_others, with_titles
from salesperf.analyses.targets.owners import COMPANY, REP, TEAM, People
from salesperf.analyses.targets.prorated import Partly, partly_there, prorated
from salesperf.analyses.targets.seasons import seasons
from salesperf.analyses.targets.section import TargetsSection
from salesperf.analyses.targets.stays import Stay
from salesperf.analyses.targets.team_leads import with_team_leads
from salesperf.analyses.targets.tree import Holding, Owner, Tree, tree_of
from salesperf.analyses.targets.weights import Weights
from salesperf.analyses.targets.wholes import added_up
from salesperf.core.errors import Issue
from salesperf.core.period import Period
from salesperf.facts.dimensions import DIMENSIONS
from salesperf.facts.goals import Goal
from salesperf.facts.workdays import Workdays
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric


class Hands(Struct, frozen=True):
    """What every board is made with; `actuals` by dimension, `company` for everything."""

    question: Question
    section: TargetsSection
    people: People
    workdays: Workdays
    actuals: Mapping[str, Actuals]
    stays: Mapping[str, Stay] = {}


class Board(Struct, frozen=True):
    """One metric: its desk, its tree, the lines of each period in the order asked, and who leads others."""

    desk: Desk
    tree: Tree
    lines: tuple[tuple[Line, ...], ...]
    leading: Leading
    partly: tuple[Partly, ...] = ()


def actuals_of(question: Question, known: Sequence[tuple[Metric, Goal]]) -> Mapping[str, Actuals]:
    """The metrics of all targets, over everything and by each dimension that has targets."""
    metrics = tuple(dict.fromkeys(metric.key for metric, _ in known))
    found = {COMPANY: Actuals(question.scope(metrics, ()))}
    scopes = dict.fromkeys(goal.scope for _, goal in known)
    for dimension in [REP, *scopes] if TEAM in scopes else scopes:
        if dimension in found or dimension not in DIMENSIONS:
            continue
        by = actuals_by(question, metrics, dimension)
        if by is not None:
            found[dimension] = by
    return found


def board_of(
    hands: Hands, metric: Metric, goals: Sequence[Goal], periods: Sequence[Period]
) -> tuple[Board, tuple[Issue, ...]]:
    """The board of one metric, and the targets that fit nobody or cannot be measured."""
    actuals = {by: found for by, found in hands.actuals.items() if metric in found.scope.metrics}
    desk = Desk(hands.question, hands.section, _weights(hands, metric), metric, actuals)
    single, above = containing(goals, actuals[TEAM].groups() if TEAM in actuals else (), hands.people)
    by_key, findings = matched(single, actuals, hands.people, hands.question)
    reps = by_key.get(REP, {})
    titled = with_titles(hands.people, reps)
    people, team_leads = with_team_leads(
        titled,
        reps if adds_up(metric, hands.question.catalog) else {},
        sells_little=lambda key: is_hollow(desk, key, reps[key]) is True,
        sellers=hands.section.sellers,
    )
    known = [(one.goals, tuple(_by_key(dict.fromkeys(one.reps, ""), actuals.get(REP), people))) for one in above]
    led = leading(desk, reps, people, sums=added_up(reps, people, by_key, known))
    people = over_the_others(people, reps, led.leaders) if adds_up(metric, hands.question.catalog) else people
    findings = tuple(one for one in findings if one.code != "F571" or not people.reports.get(one.value or ""))
    stays = hands.stays if adds_up(metric, hands.question.catalog) else {}
    partly = partly_there(reps, people, stays, workdays=hands.workdays, leaders=led.leaders)
    if hands.section.prorated:
        by_key = {**by_key, REP: prorated(reps, partly)}
    teams = {**_by_key(members(single, hands.people.team.__contains__), actuals.get(REP), people), **hands.people.team}
    tree = tree_of(
        by_key,
        people,
        leads=led.leaders.__contains__,
        team_of=teams.get,
        name_of=lambda by, key: _name(actuals.get(by), hands.people if by == REP else None, key),
    )
    tree = Tree((*tree.owners, *(_owner_above(one, actuals.get(REP), hands.people) for one in above)))
    by_sums = dict.fromkeys(team_leads & led.leaders.keys(), phrases.BY_TEAM) | {
        one.name: phrases.BY_SUMS for one in above
    }
    led = replace(led, leaders={**led.leaders, **by_sums})
    lines = tuple(tuple(lines_of(desk, tree, period)) for period in periods)
    return Board(desk, tree, lines, led, partly), findings


def _owner_above(one: Above, reps: Actuals | None, people: People) -> Owner:
    """A name over the reps whose targets it adds up."""
    who = frozenset(_by_key(dict.fromkeys(one.reps, ""), reps, people))
    return Owner(REP, one.name, one.name, 1, (Holding(one.goals, REP, who),), REP, who, leads=True)


def _by_key(told: Mapping[str, str], reps: Actuals | None, people: People) -> Mapping[str, str]:
    """What is told of reps as they are written, by their keys."""
    names = NOBODY if reps is None else reps.names()
    return {key_of(name, names, people, is_person=True) or name: word for name, word in told.items()}


def _weights(hands: Hands, metric: Metric) -> Weights:
    """Workdays, weighted by the seasons of the metric where it adds up and whole years tell them."""
    if not adds_up(metric, hands.question.catalog):
        return Weights(hands.workdays)
    return Weights(hands.workdays, seasons(hands.actuals[COMPANY], metric.key, hands.workdays))


def _name(actuals: Actuals | None, people: People | None, key: str) -> str:
    named = actuals.labels.get(key) if actuals is not None else None
    return named or (people.names.get(key) if people is not None else None) or key
