"""What orders are called in answers from files whose sales are deals that were won: nobody there takes an order."""

from __future__ import annotations

from msgspec.structs import replace

from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.facts.sales import Basis, Sales
from salesperf.facts.subject import Subject
from salesperf.facts.subjects import Facts
from salesperf.metrics.model import Metric

_OF_DEALS = {
    "orders": (
        Text("deals won", "成交笔数"),
        Text(
            "deals won in the period, by the day they were closed, with an amount above zero",
            "期间内赢得、金额大于零的商机个数，按关闭日期计",
        ),
    ),
    "aov": (
        Text("average of deals won", "单笔赢单金额"),
        Text("net revenue / deals won", "销售净额／成交笔数"),
    ),
}


def as_sold(catalog: Registry[Metric], facts: Facts) -> Registry[Metric]:
    """The metrics under the names that fit what was sold."""
    sales = facts.get(Subject.SALES)
    if not isinstance(sales, Sales) or sales.basis is not Basis.WON_DEALS:
        return catalog
    return Registry(catalog.kind, tuple(map(_of_deals, catalog)), catalog.elsewhere)


def _of_deals(metric: Metric) -> Metric:
    if metric.key not in _OF_DEALS:
        return metric
    label, meaning = _OF_DEALS[metric.key]
    return replace(metric, label=label, meaning=meaning)
