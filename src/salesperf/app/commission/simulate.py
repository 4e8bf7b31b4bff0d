"""`commission simulate`: the same events under several plans, and with everybody selling more or less."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.simulating.outcome import outcome
from salesperf.analyses.commission.simulating.report import simulate_report
from salesperf.analyses.commission.together import Asked
from salesperf.app.answer import Answer, recorded
from salesperf.app.commission.run import answer_under
from salesperf.app.commission.worked_out import WorkedOut, days_asked, ground_of, paid_to, plans_of
from salesperf.app.left_out import answering
from salesperf.app.workspace import Ask, read, workspace
from salesperf.core.errors import UsageError
from salesperf.core.period import Grain, Span
from salesperf.core.text import Text, in_quotes
from salesperf.facts.calendar import Calendar
from salesperf.metrics.request import Request
from salesperf.report.model import Note

_STEP, _MOST_STEPS = 25, 50
_CURRENCIES = Text("the plans pay in {codes}, which cannot be compared", "各方案的币种为{codes}，无法比较")
_SAME = Text("simulate plans of one currency", "请测算同一币种的方案")
_NO_GRID = Text("--grid {wrote!r} is no grid", "--grid「{wrote}」不是有效的范围")
_GRID_IS = Text(
    "write 50..200% for steps of 25 points, or 50..200%:10 for steps of 10",
    "请写 50..200%（步长25个百分点）或 50..200%:10（步长10）",
)
_AS_IF = Text(
    "the plan {plan} does not hold from {first} to {last}: it is worked out as if it did",
    "方案 {plan} 在{first}至{last}并不生效，此处按生效测算",
)
_LENGTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)


def simulate(ask: Ask, plan_files: Sequence[Path], request: Request, *, grid: str | None = None) -> Answer:
    """Work plans out over the same events, each as if it alone held; the first is what the others are held against.

    Raises `UsageError` for plans of several currencies and for a grid that is none.
    """
    steps = () if grid is None else grid_of(grid)
    space = workspace(ask)
    written = plans_of(space, ask, plan_files)
    plans = [one.plan for one in written]
    codes = sorted({plan.plan.currency for plan in plans})
    if len(codes) > 1:
        raise UsageError(_CURRENCIES.fill(codes=in_quotes(codes)), _SAME)
    opened = read(space, provenance=True, count_repeats=False)
    with answering(opened):
        calendar = Calendar(opened.space.configured.settings.fiscal_calendar)
        span = _whole(days_asked(ground_of(opened, plans[0], request), plans[0], request), plans, calendar)
        moved = [_held(plan, plans[0], span) for plan in plans]
        grounds = [ground_of(opened, plan, request) for plan in moved]
        found = [paid_to(opened, ground, plan, span) for ground, plan in zip(grounds, moved, strict=True)]
        outcomes = [outcome(ground, one, span, grid=steps) for ground, one in zip(grounds, found, strict=True)]
        notes = [
            Note("as_if", _AS_IF.fill(plan=plan.plan.label, first=span.start, last=span.end))
            for plan, used in zip(plans, moved, strict=True)
            if plan is not used
        ]
        report = simulate_report(outcomes, lang=opened.lang, notes=notes)
    told = WorkedOut(opened, tuple(grounds), tuple(Asked(one, span) for one in found), written)
    return answer_under("commission simulate", told, report, {**recorded(request), "grid": grid})


def grid_of(text: str) -> tuple[int, ...]:
    """Steps in per cent, both ends included.

    >>> grid_of("50..200%")
    (50, 75, 100, 125, 150, 175, 200)
    """
    found = re.fullmatch(r"(\d{1,4})%?\.\.(\d{1,4})%?(?::(\d{1,3})%?)?", text.replace(" ", ""))
    if found is None:
        raise UsageError(_NO_GRID.fill(wrote=text), _GRID_IS)
    low, high, step = int(found[1]), int(found[2]), int(found[3] or _STEP)
    if high < low or not step or (high - low) // step > _MOST_STEPS:
        raise UsageError(_NO_GRID.fill(wrote=text), _GRID_IS)
    return tuple(dict.fromkeys((*range(low, high + 1, step), high)))


def _whole(asked: Span, plans: Sequence[Plan], calendar: Calendar) -> Span:
    """The days asked about as whole periods of every plan: a quarter where one of them is settled by quarters."""
    longest = max((plan.plan.grain for plan in plans), key=_LENGTHS.index)
    first, last = calendar.period(longest, asked.start), calendar.period(longest, asked.end)
    return first if first == last else Span(first.start, last.end)


def _held(plan: Plan, first: Plan, span: Span) -> Plan:
    """The plan as if it held on all days asked about; itself where it does."""
    terms = plan.plan
    if terms.start <= span.start and (terms.to is None or terms.to >= span.end):
        return plan
    start = terms.start if terms.start <= span.start else min(first.plan.start, span.start)
    return plan.model_copy(update={"plan": terms.model_copy(update={"start": start, "to": None})})
