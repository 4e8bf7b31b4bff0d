"""`receivables`: what customers owe to the one reported on."""

from __future__ import annotations

from salesperf.analyses.receivables.compute import Receivables, receivables_of
from salesperf.analyses.receivables.report import TITLE, receivables_section
from salesperf.app.pack_plans.people import ReceivablesPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.own import day_of, shows_reps, whose_of
from salesperf.facts.subject import Subject
from salesperf.report.model import Section


def receivables(briefing: Briefing, plan: ReceivablesPlan) -> Section | None:
    """A table of debts and one of overdue invoices; None where the files tell neither."""
    found = owed_to(briefing)
    if found is None:
        return None
    section = receivables_section(
        found,
        lang=briefing.lang,
        shows_reps=shows_reps(briefing),
        shows_ages=plan.ages,
        most=plan.top,
        most_bills=plan.invoices,
    )
    return headed(section, plan, TITLE)


def owed_to(briefing: Briefing) -> Receivables | None:
    """What is owed to the one reported on; None where the files do not tell it, or told it for other days only."""
    events, day = briefing.facts.get(Subject.RECEIVABLES), day_of(briefing)
    if events is None or events.days is None or day < events.days.first:
        return None
    if events.unsettled is not None and events.unsettled.start <= day <= events.unsettled.end:
        return None
    return receivables_of(events, briefing.opened.loaded.bundle, whose_of(briefing), on=day)
