"""Targets that fit nothing in the files: no such metric, nothing to measure it by, nobody of that name, two for one."""

from __future__ import annotations

from salesperf.analyses.targets.actuals import Question
from salesperf.analyses.targets.board import actuals_of
from salesperf.analyses.targets.containing import containing
from salesperf.analyses.targets.matching import known_metrics, matched
from salesperf.analyses.targets.narrowing import narrowed
from salesperf.analyses.targets.owners import TEAM, people_on
from salesperf.analyses.targets.team_names import with_team_names
from salesperf.core.errors import Issue
from salesperf.facts.goals import goals_of
from salesperf.facts.subject import Subject


def target_faults(question: Question) -> tuple[Issue, ...]:
    """Every target of the files that cannot be held against them; nothing without targets."""
    table = question.bundle.get("targets")
    if table is None or table.frame.is_empty():
        return ()
    base = question.scope(("net_revenue",) if Subject.SALES in question.facts else (), ())
    goals = goals_of(table, calendar=base.measure.calendar, as_of=base.as_of)
    known, faults = known_metrics(goals, question)
    if known:
        actuals = actuals_of(question, known)
        people = people_on(question.bundle.get("people"), base.measure.through)
        named = with_team_names(known, actuals, people, question)
        faults += named.findings
        actuals = named.actuals
        known = list(narrowed(named.known, question, actuals, people).known)
        for metric in dict.fromkeys(metric for metric, _ in known):
            able = {by: found for by, found in actuals.items() if metric in found.scope.metrics}
            teams = able[TEAM].groups() if TEAM in able else ()
            single, _ = containing([goal for of, goal in known if of is metric], teams, people)
            faults += matched(single, able, people, question)[1]
    return tuple(dict.fromkeys(faults))
