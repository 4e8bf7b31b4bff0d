"""`open_deals` and `stalled_deals`: the deals that go on, and those in which nothing moves."""

from __future__ import annotations

from salesperf.analyses.open_deals.compute import OpenDeals, open_deals_of
from salesperf.analyses.open_deals.report import (
    STALLED_TITLE,
    open_deals_section,
    open_title,
    stalled_deals_section,
)
from salesperf.app.pack_plans.people import OpenDealsPlan, StalledDealsPlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.own import day_of, shows_reps, whose_of
from salesperf.facts.events import Events
from salesperf.facts.open_deals import open_deals as events_on
from salesperf.facts.open_deals import usual_gap
from salesperf.report.model import Section


def open_deals(briefing: Briefing, plan: OpenDealsPlan) -> Section | None:
    """The largest deals; None where no table tells of deals, or of whose they are."""
    found = deals_of(briefing)
    if found is None:
        return None
    section = open_deals_section(
        found, lang=briefing.lang, shows_reps=shows_reps(briefing), draws=plan.figure, most=plan.top
    )
    return headed(section, plan, open_title(found))


def stalled_deals(briefing: Briefing, plan: StalledDealsPlan) -> Section | None:
    """The deals that stand still; None where no table tells of deals, or of whose they are."""
    found = deals_of(briefing, days=plan.days)
    if found is None:
        return None
    section = stalled_deals_section(found, lang=briefing.lang, shows_reps=shows_reps(briefing), most=plan.top)
    return headed(section, plan, STALLED_TITLE)


def deals_of(briefing: Briefing, *, days: int | None = None) -> OpenDeals | None:
    """The open deals of the one reported on, those of everybody looked up once."""
    bundle, on = briefing.opened.loaded.bundle, day_of(briefing)
    section = briefing.opened.space.configured.settings.kpi

    def told() -> tuple[Events | None, float | None]:
        return events_on(bundle, section, on=on), usual_gap(bundle, on=on)

    events, usual = briefing.once(f"open deals on {on}", told)
    if events is None:
        return None
    return open_deals_of(events, bundle, whose_of(briefing), on=on, days=days, usual=usual)
