"""`open_actions`: what the one reported on, or the company, agreed to do."""

from __future__ import annotations

from salesperf.analyses.actions.compute import Actions, actions_of
from salesperf.analyses.actions.report import TITLE, open_actions_section
from salesperf.app.pack_plans.people import OpenActionsPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.own import day_of, shows_reps
from salesperf.core.text import folded
from salesperf.facts.actions import Action, actions_told
from salesperf.report.model import Section


def open_actions(briefing: Briefing, plan: OpenActionsPlan) -> Section | None:
    """The open actions; None where no table tells of actions."""
    found = agreed(briefing, days=plan.days)
    if found is None:
        return None
    return headed(open_actions_section(found, shows_owners=shows_reps(briefing)), plan, TITLE)


def agreed(briefing: Briefing, *, days: int = 7) -> Actions | None:
    """The actions of the one reported on; those of a team are of the people in it today."""
    on = day_of(briefing)
    told = actions_told(briefing.opened.loaded.bundle, on=on)
    if told is None:
        return None
    return actions_of([one for one in told if _is_of(one, briefing)], on=on, days=days)


def _is_of(action: Action, briefing: Briefing) -> bool:
    whom = briefing.whom
    if whom is None:
        return True
    if whom.dimension == "team":
        return action.team == whom.key
    return {folded(action.owner), folded(action.name)} & {folded(whom.key), folded(whom.name)} != set()
