"""`commission run` and `explain`: settings, plan and files in, what everybody is paid and why out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground, as_credited
from salesperf.analyses.commission.explain_report import explain_report
from salesperf.analyses.commission.fx import in_plan_currency
from salesperf.analyses.commission.phrases import OUTSIDE
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.report import run_report
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.commission.plan_files import read_plan
from salesperf.app.commission.plan_folder import plan_file_of
from salesperf.app.commission.quotas import quotas_of
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, Opened, metrics_of, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain, Span
from salesperf.core.text import Text
from salesperf.facts.calendar import Calendar
from salesperf.facts.period_words import parse_period
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import facts_of
from salesperf.metrics.request import Request
from salesperf.report.model import Report

_OTHER_PERIOD = Text("name another with --period, or give newer files", "请用 --period 指定其他期间，或提供更新的文件")
_NO_SALES = Text("there is nothing to pay for: the files tell of no sales", "没有可计提的数据：文件中没有销售")


def run(ask: Ask, plan_file: Path | None, request: Request) -> Answer:
    """Work out one plan for one period; the only one of the folder `plans` where none is named."""
    opened, plan, found, asked = _worked_out(ask, plan_file, request)
    with answering(opened):
        report = run_report(found, asked, lang=opened.lang)
    return _answer("commission run", opened, plan, report, recorded(request))


def explain(ask: Ask, plan_file: Path | None, participant: str, request: Request) -> Answer:
    """Take one person's payout apart, down to the rows."""
    opened, plan, found, asked = _worked_out(ask, plan_file, request)
    with answering(opened):
        report = explain_report(found, participant, asked, lang=opened.lang)
    return _answer("commission explain", opened, plan, report, {"rep": participant, **recorded(request)})


def _answer(command: str, opened: Opened, plan: Plan, report: Report, request: Mapping[str, object]) -> Answer:
    told = {"plan": plan.plan.id, "version": plan.plan.version, **request}
    return answer_of(command, opened, with_reading(report, opened), request=told)


def _worked_out(ask: Ask, plan_file: Path | None, request: Request) -> tuple[Opened, Plan, Payroll, Span]:
    """The files read and the plan paid, from its first day to the end of the period asked for."""
    space = workspace(ask)
    file = plan_file_of(plan_file, project_file=space.configured.project_file, cwd=ask.surroundings.cwd)
    plan = read_plan(file)
    opened = read(space, provenance=True, count_repeats=False)
    with answering(opened):
        ground = ground_of(opened, plan, request)
        days = ground.facts[Subject.SALES].days
        if days is None:
            raise UsageError(_NO_SALES)
        calendar = Calendar(ground.calendar)
        latest = calendar.last_complete(plan.plan.grain, days.through)
        asked = latest if request.period is None else parse_period(request.period, calendar=calendar, as_of=days.as_of)
        until = calendar.period(plan.plan.grain, asked.end)
        if until.end < plan.plan.start:
            raise UsageError(OUTSIDE.fill(plan=plan.plan.id, first=plan.plan.start, period=asked.key), _OTHER_PERIOD)
        periods = calendar.periods(plan.plan.grain, Span(plan.plan.start, until.end))
        windows = {calendar.period(grain, one.start) for one in periods for grain in (Grain.QUARTER, Grain.YEAR)}
        asked_of = (key for one in plan.component for key in (one.measure, one.needs.reached) if key is not None)
        measures = tuple(dict.fromkeys(asked_of))
        quotas = quotas_of(opened, ground.facts, measures, sorted({*periods, *windows}))
        return opened, plan, payroll(ground, plan, until, quotas), asked


def ground_of(opened: Opened, plan: Plan, request: Request) -> Ground:
    """What components are measured with: events as they are credited, in the currency of the plan."""
    settings = opened.space.configured.settings
    bundle = in_plan_currency(opened.loaded.bundle, plan, Calendar(settings.fiscal_calendar))
    facts = facts_of(bundle, section=settings.kpi, calendar=settings.fiscal_calendar, as_of=request.as_of)
    ground = Ground(bundle, facts, settings.kpi, settings.fiscal_calendar, metrics_of(opened.space.configured))
    return as_credited(ground)
