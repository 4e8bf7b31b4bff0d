"""`commission plan show` and `lint`: a plan file in, its words and curves, or what speaks against it, out."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from salesperf.analyses.commission.compute import Payroll
from salesperf.analyses.commission.in_words.report import plan_report
from salesperf.analyses.commission.linting.report import findings_of, is_note, lint_report
from salesperf.analyses.commission.plan import Plan
from salesperf.app.commission.plan_files import read_plan
from salesperf.app.commission.worked_out import days_asked, ground_of, paid_to
from salesperf.app.layers import configured
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, Opened, Workspace, lang_of, metrics_of, read, workspace
from salesperf.core.errors import UsageError, speaking
from salesperf.facts.calendar import Calendar, year_before
from salesperf.facts.subject import Subject
from salesperf.metrics.request import Request
from salesperf.report.model import Report


class Linted(Struct, frozen=True):
    """What speaks against a plan, and whether any of it is more than a note."""

    report: Report
    has_warnings: bool


def show(ask: Ask, plan_file: Path) -> Report:
    """Say what a plan file pays; raises `ConfigError` where it cannot be used."""
    found = configured((), ask.surroundings, config=ask.config, flags=ask.flags)
    lang = lang_of(found)
    with speaking(lang):
        return plan_report(read_plan(plan_file), catalog=metrics_of(found), lang=lang)


def lint(ask: Ask, plan_file: Path, request: Request) -> Linted:
    """Say what speaks against a plan, of itself and, where there are sales, of what they never reach.

    A plan that begins after the last sale is held against those of the year before it.
    """
    found = configured((), ask.surroundings, config=ask.config, flags=ask.flags)
    plan = read_plan(plan_file)
    space = _space(ask)
    opened = None if space is None else read(space, provenance=True, count_repeats=False)
    lang = lang_of(found) if opened is None else opened.lang
    with speaking(lang) if opened is None else answering(opened):
        payroll = None if opened is None else _over_sales(opened, plan, request)
        findings = findings_of(plan, payroll, metrics_of(found))
        report = lint_report(plan, findings, payroll, lang=lang)
    return Linted(report, has_warnings=not all(map(is_note, findings)))


def _over_sales(opened: Opened, plan: Plan, request: Request) -> Payroll:
    """The plan worked out over the files, as if it had begun years ago where the last sale lies before it."""
    ground = ground_of(opened, plan, request)
    asked, last = days_asked(ground, plan, request), ground.facts[Subject.SALES].days
    if request.period is None and asked.end < plan.plan.start and last is not None and last.last >= plan.plan.start:
        # Its first period is not over yet.
        asked = Calendar(ground.calendar).period(plan.plan.grain, last.last)
    start = plan.plan.start
    while start > asked.start:
        start = year_before(start)
    if start != plan.plan.start:
        plan = plan.model_copy(update={"plan": plan.plan.model_copy(update={"start": start, "to": None})})
        ground = ground_of(opened, plan, request)
    # Who has no target is a finding here, not the end.
    return paid_to(opened, ground, plan.without_targets(), asked)


def _space(ask: Ask) -> Workspace | None:
    """What is read; None where no files are named and no project has any."""
    try:
        return workspace(ask)
    except UsageError:
        if ask.inputs:
            raise
        return None
