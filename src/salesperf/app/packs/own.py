"""Whose events the sections of a report are of, and of which day their balances are."""

from __future__ import annotations

from datetime import date

from salesperf.app.packs.briefing import Briefing
from salesperf.facts.whose import Whose

REP = "rep"


def whose_of(briefing: Briefing) -> Whose:
    """The one reported on, under the conditions of the question."""
    whom = briefing.whom
    if whom is None:
        return Whose(where=briefing.request.where)
    return Whose(whom.dimension, whom.key, briefing.request.where)


def day_of(briefing: Briefing) -> date:
    """The last day of the period that the data reach: what is owed and open is told as of its end."""
    return min(briefing.period.end, briefing.through)


def shows_reps(briefing: Briefing) -> bool:
    """Whether reps are named: in the report of one rep nobody is."""
    return briefing.whom is None or briefing.whom.dimension != REP
