"""`decisions`: what rules over the other sections ask to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from salesperf.analyses.actions.compute import days_late
from salesperf.analyses.actions.report import KEY as ACTIONS_KEY
from salesperf.analyses.actions.report import TITLE as ACTIONS
from salesperf.analyses.decisions.compute import Debtor, Late, Limits, Owner, Rule, Stuck, decisions_of
from salesperf.analyses.decisions.report import TITLE, decisions_section
from salesperf.analyses.open_deals.report import STALLED_KEY, STALLED_TITLE
from salesperf.analyses.open_deals.table import reason_of
from salesperf.analyses.receivables.report import KEY as OWED_KEY
from salesperf.analyses.receivables.report import TITLE as OWED
from salesperf.analyses.targets.amounts import gap_of
from salesperf.analyses.targets.board import Board
from salesperf.analyses.targets.compute import Line, weeks_short
from salesperf.analyses.targets.owners import COMPANY
from salesperf.app.pack_plans.people import DecisionsPlan
from salesperf.app.pack_plans.plan import SectionPlan
from salesperf.app.packs import phrases
from salesperf.app.packs.actions import agreed
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.headed import headed
from salesperf.app.packs.open_deals import deals_of
from salesperf.app.packs.receivables import owed_to
from salesperf.app.packs.reds import TITLE as REDS
from salesperf.app.packs.targets_board import TITLE as TARGETS
from salesperf.core.status import Status
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.adding import adds_up
from salesperf.metrics.attainment import MOST_WEEKS
from salesperf.report.model import Section


def decisions(briefing: Briefing, plan: DecisionsPlan) -> Section | None:
    """The decisions; a section in any case, for none to take is an answer too."""
    limits = Limits(plan.weeks, plan.probability, plan.days_overdue, plan.largest)
    found = decisions_of(
        owners=tuple(_owners(briefing)),
        debtors=tuple(_debtors(briefing)),
        stuck=tuple(_stuck(briefing, plan)),
        late=tuple(_late(briefing)),
        limits=limits,
    )
    section = decisions_section(found, lang=briefing.lang, sources=_sources(briefing), most=plan.top)
    return headed(section, plan, TITLE)


def _owners(briefing: Briefing) -> Iterator[Owner]:
    standings = briefing.targets.standings
    for board in standings.boards if standings is not None else ():
        lines = briefing.lines(board.desk.metric.key)
        for line in lines:
            if line.standing is None:
                continue
            # What the company lacks is what the others lack together.
            is_whole = line.owner.scope == COMPANY and len(lines) > 1
            name = phrases.COMPANY.say(briefing.lang) if line.owner.scope == COMPANY else line.owner.name
            stands, weeks = line.standing, _weeks_short(briefing, board, line)
            is_red = line.status is Status.RED
            told = (name, line.metric.label, is_red, weeks, stands.pace, stands.probability, _missing(line))
            yield Owner(*told, is_whole=is_whole)


def _missing(line: Line) -> Decimal | None:
    """The money that an owner lacks to the target; None of what is no money."""
    gap = gap_of(line)
    return -gap if line.metric.unit is Unit.MONEY and isinstance(gap, Decimal) and gap < 0 else None


def _weeks_short(briefing: Briefing, board: Board, line: Line) -> int:
    """Weeks in a row below what was expected, up to the last whole one of a period that the data end in."""
    is_going_on = line.period.start <= briefing.through <= line.period.end
    if line.status is not Status.RED or not is_going_on or not adds_up(line.metric, briefing.catalog):
        return 0
    return weeks_short(board.desk, line.owner, MOST_WEEKS)


def _debtors(briefing: Briefing) -> Iterator[Debtor]:
    found = owed_to(briefing)
    for debt in found.debts if found is not None else ():
        if debt.name is not None and debt.overdue is not None and debt.oldest is not None:
            yield Debtor(debt.name, debt.overdue, debt.oldest)


def _stuck(briefing: Briefing, plan: DecisionsPlan) -> Iterator[Stuck]:
    found = deals_of(briefing, days=plan.days)
    for place, deal in enumerate(found.deals if found is not None else (), start=1):
        # Without an amount nothing says that a deal is among the largest.
        if deal.stalled and deal.amount is not None:
            yield Stuck(deal.name or deal.key, deal.amount, place, reason_of(deal, lang=briefing.lang))


def _late(briefing: Briefing) -> Iterator[Late]:
    found = agreed(briefing)
    if found is not None:
        yield from (Late(one.text, one.name, days_late(one, on=found.on)) for one in found.late)


def _sources(briefing: Briefing) -> Mapping[Rule, tuple[str | None, Text]]:
    """The section that each rule reads, linked to where the pack has it."""
    headings: dict[str, SectionPlan] = {plan.kind: plan for plan in briefing.pack.plan.sections}

    def source(kind: str, key: str, usual: Text) -> tuple[str | None, Text]:
        plan = headings.get(kind)
        return (None, usual) if plan is None else (key, plan.heading(usual))

    standings = source("reds", "reds", REDS) if "reds" in headings else source("targets", "targets", TARGETS)
    return {
        Rule.RED_FOR_WEEKS: standings,
        Rule.OUT_OF_REACH: standings,
        Rule.LONG_OVERDUE: source("receivables", OWED_KEY, OWED),
        Rule.LARGE_AND_STALLED: source("stalled_deals", STALLED_KEY, STALLED_TITLE),
        Rule.LATE_ACTION: source("open_actions", ACTIONS_KEY, ACTIONS),
    }
