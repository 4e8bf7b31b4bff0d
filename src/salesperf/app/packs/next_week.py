"""`next_week`: what the one reported on has to do, from what the other sections found."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.next_week.compute import WEEK, Pace, Task, Todo, next_week_of
from salesperf.analyses.next_week.report import TITLE, next_week_section
from salesperf.analyses.open_deals.table import CLOSE_SOON, reason_of
from salesperf.analyses.targets.amounts import gap_of, in_unit
from salesperf.app.pack_plans.people import NextWeekPlan
from salesperf.app.packs.actions import agreed
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.app.packs.headed import headed
from salesperf.app.packs.open_deals import deals_of
from salesperf.app.packs.own import day_of
from salesperf.app.packs.receivables import owed_to
from salesperf.app.packs.top_customers import sold_to
from salesperf.core.text import Count, Lang, Text
from salesperf.core.unit import Unit
from salesperf.report.grid import formatted
from salesperf.report.model import Section

_QUIET = Text("silent for {days:day|days}, usually {usual} between orders", "已{days}天未下单，通常间隔{usual}")
_QUIET_TO_ALL = Text(
    "silent for {days:day|days}, usually {usual} between orders with all reps",
    "已{days}天未下单，在全公司通常间隔{usual}",
)
_LATE = Text("{count} past due, the oldest for {days:day|days}", "{count}张逾期，最长{days}天")
_LATE_ACTION = Text("late since {day}", "已于{day}到期")
_DUE_ACTION = Text("due", "即将到期")


def next_week(briefing: Briefing, plan: NextWeekPlan) -> Section | None:
    """The list; a section in any case, for nothing to do is an answer too."""
    todos = (*_calls(briefing), *_debts(briefing), *_deals(briefing, plan), *_actions(briefing))
    found = next_week_of(todos, on=day_of(briefing), pace=_pace(briefing), most=plan.top)
    return headed(next_week_section(found, lang=briefing.lang), plan, TITLE)


def _pace(briefing: Briefing) -> Pace | None:
    """What the rest of the period has to bring, of the first target in money."""
    standings = briefing.targets.standings
    for board in standings.boards if standings is not None else ():
        line = briefing.line(board.desk.metric.key)
        if board.desk.metric.unit is Unit.MONEY and line is not None and line.standing is not None:
            return Pace(line.metric.label, number(in_unit(line.standing.required, Unit.MONEY)), number(gap_of(line)))
    return None


def _calls(briefing: Briefing) -> Iterator[Todo]:
    found = sold_to(briefing)
    for one in found.quiet if found is not None else ():
        usual = Text(*(formatted(one.habit.usual, Unit.DAYS, lang=lang) for lang in (Lang.EN, Lang.ZH)))
        words = _QUIET_TO_ALL if one.own < one.habit.orders else _QUIET
        yield Todo(Task.CALL, one.name, words.fill(days=Count(one.days), usual=usual), one.order)


def _debts(briefing: Briefing) -> Iterator[Todo]:
    found = owed_to(briefing)
    for debt in found.debts if found is not None else ():
        if debt.overdue and debt.overdue > 0 and debt.oldest is not None and debt.name is not None:
            why = _LATE.fill(count=debt.bills, days=Count(debt.oldest))
            yield Todo(Task.COLLECT, debt.name, why, debt.overdue)


def _deals(briefing: Briefing, plan: NextWeekPlan) -> Iterator[Todo]:
    """Deals that stand still are moved; those expected to close within the week are closed."""
    found = deals_of(briefing, days=plan.days)
    for deal in found.deals if found is not None else ():
        name = deal.name or deal.key
        if deal.stalled:
            yield Todo(Task.MOVE, name, reason_of(deal, lang=briefing.lang), deal.amount)
        elif deal.expected is not None and deal.expected <= day_of(briefing) + WEEK:
            why = CLOSE_SOON.fill(day=formatted(deal.expected, None, lang=briefing.lang))
            yield Todo(Task.CLOSE, name, why, deal.amount, deal.expected)


def _actions(briefing: Briefing) -> Iterator[Todo]:
    """Actions that are late or due within the week."""
    found, on = agreed(briefing), day_of(briefing)
    for one in found.open if found is not None else ():
        if one.due is None or one.due > on + WEEK:
            continue
        day = formatted(one.due, None, lang=briefing.lang)
        yield Todo(Task.ACT, one.text, _LATE_ACTION.fill(day=day) if one.due < on else _DUE_ACTION, None, one.due)
