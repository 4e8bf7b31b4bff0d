"""`commission plan show` and `lint`: a plan file in, its words and curves, or what speaks against it, out."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from salesperf.analyses.commission.in_words.report import plan_report
from salesperf.analyses.commission.linting.report import findings_of, is_note, lint_report
from salesperf.app.commission.plan_files import read_plan
from salesperf.app.commission.worked_out import WorkedOut, worked_out
from salesperf.app.layers import configured
from salesperf.app.workspace import Ask, Workspace, lang_of, metrics_of, workspace
from salesperf.core.errors import UsageError, speaking
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
    """Say what speaks against a plan, of itself and, where there are sales, of what they never reach."""
    found = configured((), ask.surroundings, config=ask.config, flags=ask.flags)
    plan = read_plan(plan_file)
    worked = _with_sales(ask, plan_file, request)
    lang = lang_of(found) if worked is None else worked.opened.lang
    payroll = None if worked is None else worked.asked[0].payroll
    findings = findings_of(plan, payroll, metrics_of(found))
    with speaking(lang):
        report = lint_report(plan, findings, has_data=payroll is not None, lang=lang)
    return Linted(report, has_warnings=not all(map(is_note, findings)))


def _with_sales(ask: Ask, plan_file: Path, request: Request) -> WorkedOut | None:
    """The plan worked out over the files; None where none are named and no project has any."""
    return worked_out(ask, [plan_file], request) if _space(ask) is not None else None


def _space(ask: Ask) -> Workspace | None:
    try:
        return workspace(ask)
    except UsageError:
        if ask.inputs:
            raise
        return None
