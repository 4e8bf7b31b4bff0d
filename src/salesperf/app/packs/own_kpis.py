"""`own_kpis`: how a rep stands beside the others, of whom nobody is named."""

from __future__ import annotations

from collections.abc import Mapping

from salesperf.analyses.kpi.compute import Entry
from salesperf.analyses.peers.compute import Own, peers_of, teams_in
from salesperf.analyses.peers.report import TITLE, own_kpis_section
from salesperf.app.pack_plans.people import OwnKpisPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.late_bases import begun_late
from salesperf.app.packs.own import REP
from salesperf.facts.subject import Subject
from salesperf.metrics.compare import Against
from salesperf.report.model import Section


def own_kpis(briefing: Briefing, plan: OwnKpisPlan) -> Section | None:
    """The metrics of the rep; None in a report of others, or where the files do not tell them by rep."""
    whom = briefing.whom
    if whom is None or whom.dimension != REP:
        return None
    found = briefing.of_company().result(plan.metrics, by=(REP,))
    if found is None:
        return None
    sales, period = briefing.facts.get(Subject.SALES), briefing.period
    teams: Mapping[str, str] = {}
    if sales is not None:
        bundle = briefing.opened.loaded.bundle
        teams = briefing.once(f"teams in {period.key}", lambda: teams_in(sales, bundle, period))
    reps = [_own(briefing, entry) for entry in found.entries if entry.group[0] is not None]
    peers = peers_of(whom.key, reps, found.scope.metrics, teams)
    partial = briefing.base.measure.is_partial(period)
    return headed(own_kpis_section(peers, lang=briefing.lang, partial=partial), plan, TITLE)


def _own(briefing: Briefing, entry: Entry) -> Own:
    before, year_ago = (
        begun_late(briefing.base.measure, entry.period, against) or entry.bases[against]
        for against in (Against.PREV, Against.YOY)
    )
    return Own(str(entry.group[0]), entry.now, before, year_ago)
