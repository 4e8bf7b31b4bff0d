"""Why an amount in a workbook may differ: which other reading of the plan, person or period pays just what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce

from msgspec import Struct

from salesperf.analyses.commission.compute import Payroll, payroll
from salesperf.analyses.commission.credited import Ground
from salesperf.analyses.commission.ladder import Tie
from salesperf.analyses.commission.lines import Line
from salesperf.analyses.commission.plan import Plan
from salesperf.analyses.commission.together import Asked
from salesperf.core.money import EXACT, Rounding
from salesperf.core.period import Span
from salesperf.core.text import Text

ZERO = Decimal(0)
_WHOLE = Text(
    "all of it is paid at the rate of the tier reached, and the plan pays each slice at its own rate",
    "全额按达到的档位比例计算，而方案为各段按各段的比例",
)
_SLICES = Text(
    "each slice is paid at its own rate, and the plan pays all of it at the rate of the tier reached",
    "各段按各段的比例计算，而方案为全额按达到的档位比例",
)
_TIE = Text("an amount exactly on a bound is put in the other tier", "正好等于分界的金额归入了另一档")
_ROUNDING = Text("the amount is rounded in another way ({mode})", "取整方式不同（{mode}）")
_NO_CAP = Text("the cap is left out", "未计封顶")
_NO_FLOOR = Text("the floor is left out", "未计保底")


Lines = Mapping[str, tuple[Line, ...]]
"""Payout lines by whose they are."""


class Other(Struct, frozen=True):
    """Another reading of the plans, and what it pays."""

    reason: Text
    lines: Lines


def lines_by_person(payrolls: Sequence[Payroll], component: str | None = None) -> Lines:
    """The lines of plans, of one component or of all, by whose they are."""
    found: dict[str, list[Line]] = {}
    for one in payrolls:
        for line in one.lines:
            if component in {None, line.component}:
                found.setdefault(line.participant, []).append(line)
    return {who: tuple(lines) for who, lines in found.items()}


def others(grounds: Sequence[Ground], found: Sequence[Asked], component: str | None = None) -> tuple[Other, ...]:
    """All other readings worked out over the same events: each changes one thing in all plans that have it."""
    plans = [one.payroll.plan for one in found]
    readings = [dict(_readings(plan)) for plan in plans]
    told = []
    for reason in dict.fromkeys(reason for one in readings for reason in one):
        payrolls = tuple(
            payroll(ground, changed[reason], one.payroll.desk.periods[-1], one.payroll.desk.quotas)
            if reason in changed
            else one.payroll
            for ground, one, changed in zip(grounds, found, readings, strict=True)
        )
        told.append(Other(reason, lines_by_person(payrolls, component)))
    return tuple(told)


def _readings(plan: Plan) -> Iterator[tuple[Text, Plan]]:
    yield from _modes(plan)
    for mode in Rounding:
        if mode is not plan.plan.rounding.mode:
            rounding = plan.plan.rounding.model_copy(update={"mode": mode})
            terms = plan.plan.model_copy(update={"rounding": rounding})
            yield _ROUNDING.fill(mode=mode.value), plan.model_copy(update={"plan": terms})
    for key, reason in (("cap", _NO_CAP), ("floor", _NO_FLOOR)):
        if any(getattr(one, key) is not None for one in plan.component):
            changed = tuple(one.model_copy(update={key: None}) for one in plan.component)
            yield reason, plan.model_copy(update={"component": changed})


def _modes(plan: Plan) -> Iterator[tuple[Text, Plan]]:
    """Tiers by slices as a whole and the other way round, and bounds in the other tier."""
    modes = {getattr(one, "mode", None) for one in plan.component}
    if "marginal" in modes:
        yield _WHOLE, _changed(plan, "marginal", {"mode": "whole", "tie": Tie.LOWER})
    if "whole" in modes:
        yield _SLICES, _changed(plan, "whole", {"mode": "marginal", "tie": None})
    ties = {getattr(one, "tie", None) for one in plan.component}
    for tie, other in ((Tie.LOWER, Tie.UPPER), (Tie.UPPER, Tie.LOWER)):
        if tie in ties:
            components = tuple(
                one.model_copy(update={"tie": other}) if getattr(one, "tie", None) == tie else one
                for one in plan.component
            )
            yield _TIE, plan.model_copy(update={"component": components})


def _changed(plan: Plan, mode: str, update: dict[str, object]) -> Plan:
    """The plan with its tiered components of one mode in another; a tier measured by another figure stays."""
    written = plan.model_dump(by_alias=True, exclude_none=True)
    for one in written["component"]:
        if one.get("mode") == mode and one["rule"] in {"tiered", "accelerator"}:
            one.update(update)
            if one["tie"] is None:
                del one["tie"]
    return Plan.model_validate(written)


def paid_within(lines: Lines, who: str, span: Span) -> Decimal | None:
    """What somebody is paid in the periods inside a span; None where no line is theirs."""
    pays = [line.pay for line in lines.get(who, ()) if span.start <= line.period.start and line.period.end <= span.end]
    return reduce(EXACT.add, pays, ZERO) if pays else None
