"""What it costs to sell: the cost itself, by new customer and by revenue, and how long it takes to come back."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.worth_examples import SPENDING
from salesperf.metrics.model import Better, Derived, Example, Family, Metric, Ratio, Simple

_FEBRUARY = "2026-02"

COST_METRICS: tuple[Metric, ...] = (
    Metric(
        "sales_cost",
        Text("sales and marketing cost", "销售与市场费用"),
        Text(
            "costs whose kind is of selling or marketing, on the day of the cost; [kpi.cost_kinds] declares kinds",
            "属于销售或市场的费用，按费用日期计；费用类型可在 [kpi.cost_kinds] 中声明",
        ),
        Unit.MONEY,
        Better.DOWN,
        Family.EFFICIENCY,
        Simple("spent"),
        Example(SPENDING, Decimal("300.00"), "salaries 180 + advertising 120; the rent is neither", period=_FEBRUARY),
        group="costs",
    ),
    Metric(
        "marketing_cost",
        Text("marketing cost", "市场费用"),
        Text("the part of the sales and marketing cost that was spent on marketing", "销售与市场费用中用于市场的部分"),
        Unit.MONEY,
        Better.DOWN,
        Family.EFFICIENCY,
        Simple("marketing_spent"),
        Example(SPENDING, Decimal("120.00"), "the advertising of February", period=_FEBRUARY),
        group="costs",
        default=False,
    ),
    Metric(
        "cac",
        Text("customer acquisition cost", "获客成本"),
        Text("sales and marketing cost / new customers", "销售与市场费用／新客户数"),
        Unit.PRICE,
        Better.DOWN,
        Family.EFFICIENCY,
        Ratio("sales_cost", "new_customers"),
        Example(SPENDING, Decimal("150.00"), "300 for the two customers C4 and C5", period=_FEBRUARY),
        group="costs",
    ),
    Metric(
        "sales_cost_ratio",
        Text("sales cost ratio", "销售费用率"),
        Text("sales and marketing cost / net revenue", "销售与市场费用／销售净额"),
        Unit.RATIO,
        Better.DOWN,
        Family.EFFICIENCY,
        Ratio("sales_cost", "net_revenue", positive=True),
        Example(SPENDING, 300 / 2000, "300 of 400 x 5", period=_FEBRUARY),
        group="costs",
    ),
    Metric(
        "ltv_cac",
        Text("lifetime value / acquisition cost", "客户终身价值与获客成本之比"),
        Text("lifetime value / customer acquisition cost", "客户终身价值／获客成本"),
        Unit.NUMBER,
        Better.UP,
        Family.EFFICIENCY,
        Ratio("ltv", "cac", positive=True),
        Example(SPENDING, 640 / 150, "a lifetime value of 640 over 150", period=_FEBRUARY),
        group="costs",
        periodic=True,
    ),
    Metric(
        "cac_payback_months",
        Text("months to pay back the acquisition cost", "获客成本回收期（月）"),
        Text(
            "customer acquisition cost / (revenue per active customer and month x gross margin)",
            "获客成本／（每活跃客户的月均销售净额×毛利率）",
        ),
        Unit.NUMBER,
        Better.DOWN,
        Family.EFFICIENCY,
        Derived("cac / (arpa * gross_margin) * months"),
        Example(SPENDING, 150 / 160, "150 / (400 x 40 %), in a month", period=_FEBRUARY),
        group="costs",
        periodic=True,
    ),
)
