"""Windows to date are the sum of their periods: what does not add up over time cannot be counted in one."""

from __future__ import annotations

from collections.abc import Iterator

from salesperf.analyses.commission.plan import Plan
from salesperf.core.codes import issue
from salesperf.core.errors import ConfigError, Issue
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.metrics.adding import adds_up
from salesperf.metrics.model import Metric

_CANNOT = Text("the plan {plan} cannot be used", "方案 {plan} 不能使用")
_SEE_BELOW = Text("correct what is listed", "请修正所列各项")
_NO_SUM = Text(
    "component {name}: per = {per!r} adds up periods, which {metric} does not do: of two months it is not the sum",
    "组成部分「{name}」：per 为「{per}」需要各期相加，而{metric}不能相加：两个月的值不是两月之和",
)
_BY_PERIOD = Text(
    'say per = "period"; for margins take rule = "margin"', '请写 per = "period"；毛利率请用 rule = "margin"'
)


def refuse_sums(plan: Plan, catalog: Registry[Metric]) -> None:
    """Raise `ConfigError` for components to date, or by deal, of measures whose periods do not add up: ratios, heads.

    Unknown measures are told where they are measured.
    """
    faults = tuple(_faults(plan, catalog))
    if faults:
        raise ConfigError(_CANNOT.fill(plan=plan.plan.id), _SEE_BELOW, faults)


def _faults(plan: Plan, catalog: Registry[Metric]) -> Iterator[Issue]:
    for component in plan.component:
        if component.per == "period":
            continue
        for key in (component.measure, component.needs.reached):
            if key in catalog and not adds_up(catalog[str(key)], catalog):
                told = _NO_SUM.fill(name=component.name, per=component.per, metric=catalog[str(key)].label)
                yield issue("C603", told, hint=_BY_PERIOD)
