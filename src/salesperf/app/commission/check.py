"""`commission check`: whether plans, credits, lines and balances hold together; no fault of one stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from salesperf.analyses.commission.checking.check import Checked, Named, checked
from salesperf.analyses.commission.checking.credits import (
    cash_settles,
    no_event_without_reason,
    no_orphan_credit,
    paid_are_listed,
    splits_sum_to_one,
)
from salesperf.analyses.commission.checking.payouts import (
    earned_is_sum_of_slices,
    lines_sum_to_payouts,
    no_earning_without_rule,
    nothing_owed_below_zero,
    tables_contiguous,
)
from salesperf.analyses.commission.checking.report import check_report
from salesperf.analyses.commission.side_by_side import refuse_two_plans_a_day
from salesperf.app.answer import Answer, answer_of, recorded, with_reading
from salesperf.app.commission.plan_files import WrittenPlan, written_plan
from salesperf.app.commission.plan_folder import plan_files_of
from salesperf.app.commission.worked_out import WorkedOut, ground_of, paid_by_all, together, uncredited
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, Opened, read, workspace
from salesperf.core.errors import ConfigError, DataError
from salesperf.core.text import Text
from salesperf.metrics.request import Request

_SPLITS = frozenset({"F601", "F602", "F603", "F604"})
"""Faults of the table of splits."""


class Verdict(Struct, frozen=True):
    """The answer, and whether every check holds."""

    answer: Answer
    holds: bool


def check(ask: Ask, plan_files: Sequence[Path], request: Request) -> Verdict:
    """Make every check that can be made; what rests on one that fails is not looked at."""
    space = workspace(ask)
    files = plan_files_of(plan_files, project_file=space.configured.project_file, cwd=ask.surroundings.cwd)
    plans, faults = _plans(files)
    opened = read(space, provenance=True, count_repeats=False)
    found = [checked(Named.PLANS_USABLE, len(files), faults)]
    with answering(opened):
        found += [] if faults else _of_plans(opened, plans, request)
        report = check_report(found, lang=opened.lang)
    told = {"plans": [one.recorded for one in plans], **recorded(request)}
    answer = answer_of("commission check", opened, with_reading(report, opened), request=told)
    return Verdict(answer, holds=not any(one.faults for one in found))


def _plans(files: Sequence[Path]) -> tuple[list[WrittenPlan], list[Text]]:
    """The plans that can be used, and the faults of those that cannot."""
    plans: list[WrittenPlan] = []
    faults: list[Text] = []
    for file in files:
        try:
            plans.append(written_plan(file))
        except ConfigError as fault:
            faults += [Text(f"{file.name}: {one.en}", f"{file.name}：{one.zh}") for one in _told(fault)]
    return plans, faults


def _of_plans(opened: Opened, plans: Sequence[WrittenPlan], request: Request) -> Iterator[Checked]:
    try:
        worked = paid_by_all(opened, plans, request, since_start=True)
    except (ConfigError, DataError) as fault:
        is_of_splits = any(one.code in _SPLITS for one in fault.issues)
        yield checked(Named.SPLITS_SUM_TO_ONE if is_of_splits else Named.WORKED_OUT, len(plans), _told(fault))
        return
    yield checked(Named.WORKED_OUT, len(plans), ())
    one_plan = _one_plan_a_day(worked)
    yield one_plan
    if not one_plan.faults:
        yield _plan_for_who_sold(worked)
    yield from _of_payouts(opened, worked, request)


def _of_payouts(opened: Opened, worked: WorkedOut, request: Request) -> Iterator[Checked]:
    first, found = worked.asked[0], worked.asked
    raw = uncredited(opened, first.payroll.plan, request)
    yield tables_contiguous(found)
    yield splits_sum_to_one(raw, ground_of(opened, first.payroll.plan, request))
    yield no_orphan_credit(worked.grounds[0], first.span)
    yield cash_settles(found)
    if "people" in worked.opened.loaded.bundle.tables:
        yield paid_are_listed(found)
    yield no_earning_without_rule(found)
    yield no_event_without_reason(found)
    yield lines_sum_to_payouts(found)
    yield earned_is_sum_of_slices(found)
    yield nothing_owed_below_zero(found)


def _one_plan_a_day(worked: WorkedOut) -> Checked:
    payrolls = [one.payroll for one in worked.asked]
    try:
        refuse_two_plans_a_day(payrolls)
    except DataError as fault:
        return checked(Named.ONE_PLAN_A_DAY, len(payrolls), _told(fault))
    return checked(Named.ONE_PLAN_A_DAY, len(payrolls), ())


def _plan_for_who_sold(worked: WorkedOut) -> Checked:
    people = [who for one in worked.asked for who in one.payroll.desk.people()]
    try:
        together(worked)
    except DataError as fault:
        return checked(Named.PLAN_FOR_WHO_SOLD, len(set(people)), _told(fault))
    return checked(Named.PLAN_FOR_WHO_SOLD, len(set(people)), ())


def _told(fault: ConfigError | DataError) -> list[Text]:
    """Everything a fault says, or itself where it lists nothing."""
    return [one.text for one in fault.issues] or [fault.text]
