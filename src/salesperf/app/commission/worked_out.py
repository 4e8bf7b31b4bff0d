"""Plans worked out over the files: what each is measured with, what is to be reached, which days are asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground, as_credited
from salesperf.analyses.commission.fx import in_plan_currency
from salesperf.analyses.commission.measuring import asks_for_cash
from salesperf.analyses.commission.phrases import OUTSIDE
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.side_by_side import refuse_two_plans_a_day, refuse_unassigned, uncovered_by_all
from salesperf.analyses.commission.together import Asked
from salesperf.app.commission.plan_files import WrittenPlan, written_plan
from salesperf.app.commission.plan_folder import plan_files_of
from salesperf.app.commission.quotas import Quotas, quotas_of
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, Opened, Workspace, metrics_of, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain, Period, Span
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.order_cash import order_cash
from salesperf.facts.period_words import parse_period
from salesperf.facts.sales import Sales
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import facts_of
from salesperf.metrics.request import Request

_OTHER_PERIOD = Text("name another with --period, or give newer files", "请用 --period 指定其他期间，或提供更新的文件")
_NO_SALES = Text("there is nothing to pay for: the files tell of no sales", "没有可计提的数据：文件中没有销售")


class WorkedOut(Struct, frozen=True):
    """The files as they were read, and every plan that holds by the end of the period asked about."""

    opened: Opened
    grounds: tuple[Ground, ...]
    asked: tuple[Asked, ...]
    written: tuple[WrittenPlan, ...] = ()
    """The plans as they stand in their files, also those that do not hold yet."""


def worked_out(ask: Ask, plan_files: Sequence[Path], request: Request) -> WorkedOut:
    """The files read and the plans paid together, each from its first day to the end of the period asked about.

    Plans that begin later are left out; raises `UsageError` where all of them do, and `DataError` where two of them
    hold for one person on one day.
    """
    space = workspace(ask)
    written = plans_of(space, ask, plan_files)
    opened = read(space, provenance=True, count_repeats=False)
    with answering(opened):
        return together(paid_by_all(opened, written, request))


def paid_by_all(
    opened: Opened, written: Sequence[WrittenPlan], request: Request, *, since_start: bool = False
) -> WorkedOut:
    """Every plan that begins by the end of the period asked about, whether or not two hold for one person.

    Lines of earlier periods are there where they matter to what is asked, or all of them `since_start`. Raises
    `UsageError` where no plan begins in time.
    """
    plans = [one.plan for one in written]
    grounds = [ground_of(opened, plan, request) for plan in plans]
    found = [
        paid(opened, ground, plan, request, since_start=since_start)
        for ground, plan in zip(grounds, plans, strict=True)
    ]
    held = [(ground, one) for ground, one in zip(grounds, found, strict=True) if isinstance(one, Asked)]
    if not held:
        raise next(one for one in found if isinstance(one, UsageError))
    return WorkedOut(opened, tuple(ground for ground, _ in held), tuple(one for _, one in held), tuple(written))


def together(found: WorkedOut) -> WorkedOut:
    """Plans held against each other: what one does not hold for another may.

    Raises `DataError` where two hold for one person on one day, and where none does for somebody who sold.
    """
    payrolls = [one.payroll for one in found.asked]
    if len(found.asked) == 1:
        refuse_unassigned(payrolls)
        return found
    refuse_two_plans_a_day(payrolls)
    days = Span(min(one.span.start for one in found.asked), max(one.span.end for one in found.asked))
    told = uncovered_by_all(found.grounds[0], payrolls, days)
    known = [replace(one, uncovered=told if number == 0 else ()) for number, one in enumerate(payrolls)]
    refuse_unassigned(known)
    asked = [replace(one, payroll=payroll) for one, payroll in zip(found.asked, known, strict=True)]
    return replace(found, asked=tuple(asked))


def plans_of(space: Workspace, ask: Ask, plan_files: Sequence[Path]) -> tuple[WrittenPlan, ...]:
    """The plans that were named, else those of the folder; raises `ConfigError` for one that cannot be used."""
    files = plan_files_of(plan_files, project_file=space.configured.project_file, cwd=ask.surroundings.cwd)
    return tuple(map(written_plan, files))


def paid(opened: Opened, ground: Ground, plan: Plan, request: Request, *, since_start: bool) -> Asked | UsageError:
    """One plan paid up to the period asked about, or the fault that it begins later."""
    asked = days_asked(ground, plan, request)
    if Calendar(ground.calendar).period(plan.plan.grain, asked.end).end < plan.plan.start:
        return UsageError(OUTSIDE.fill(plan=plan.plan.id, first=plan.plan.start, period=asked.key), _OTHER_PERIOD)
    payroll_of = paid_to(opened, ground, plan, asked, since=None if since_start else asked.start)
    quotas = payroll_of.desk.quotas
    return Asked(payroll_of, asked, quotas.own(asked) if isinstance(quotas, Quotas) else ())


def days_asked(ground: Ground, plan: Plan, request: Request) -> Period:
    """The period asked about, else the plan's last complete one; raises `UsageError` where nothing was sold."""
    days = ground.facts[Subject.SALES].days
    if days is None:
        raise UsageError(_NO_SALES)
    calendar = Calendar(ground.calendar)
    if request.period is None:
        return calendar.last_complete(plan.plan.grain, days.through)
    return parse_period(request.period, calendar=calendar, as_of=days.as_of)


def paid_to(opened: Opened, ground: Ground, plan: Plan, asked: Span, *, since: date | None = None) -> Payroll:
    """One plan worked out from its first day to the end of the period that the last day asked about lies in.

    What is asked about begins `since` a day; with the first day of the plan, where that is not said.
    """
    calendar = Calendar(ground.calendar)
    until = calendar.period(plan.plan.grain, asked.end)
    periods = calendar.periods(plan.plan.grain, Span(plan.plan.start, until.end))
    windows = {calendar.period(grain, one.start) for one in periods for grain in (Grain.QUARTER, Grain.YEAR)}
    asked_of = [key for one in plan.component for key in (one.measure, one.needs.reached) if key is not None]
    measures = tuple(dict.fromkeys([*asked_of, *(pool.measure for pool in plan.pool)]))
    quotas = quotas_of(opened, ground.facts, measures, sorted({*periods, *windows}))
    return payroll(ground, plan, until, quotas, since=since)


def ground_of(opened: Opened, plan: Plan, request: Request) -> Ground:
    """What components are measured with: events as they are credited, in the currency of the plan."""
    return as_credited(uncredited(opened, plan, request))


def uncredited(opened: Opened, plan: Plan, request: Request) -> Ground:
    """The same before events are shared by those who split them."""
    settings = opened.space.configured.settings
    bundle = in_plan_currency(opened.loaded.bundle, plan, Calendar(settings.fiscal_calendar))
    facts = facts_of(bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of)
    sold = facts.get(Subject.SALES)
    paid = None
    if isinstance(sold, Sales) and asks_for_cash(plan):
        paid = order_cash(bundle, sold, settings.kpi, as_of=request.as_of)
    catalog = metrics_of(opened.space.configured)
    return Ground(bundle, facts, settings.kpi, settings.fiscal_calendar, catalog, paid=paid)
