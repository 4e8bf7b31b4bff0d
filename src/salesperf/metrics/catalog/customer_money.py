"""What customers are worth: how much of their revenue stays, and how much they bring while they stay."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.worth_examples import SPENDING, STAYING
from salesperf.metrics.model import Better, Derived, Example, Family, Metric, Ratio

CUSTOMER_MONEY: tuple[Metric, ...] = (
    Metric(
        "nrr",
        Text("net revenue retention", "净收入留存率"),
        Text(
            "net revenue of the customers with a net above zero in the period before / what it was then; new customers "
            "are not in it; over all the data, pooled over its months",
            "上期净额大于零的客户的本期销售净额／其上期销售净额，不含新客户；未指定期间时按各完整月汇总计算",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("cohort_net", "opening_net"),
        Example(
            STAYING,
            1400 / 1500,
            "C1 1,200 and C2 200 in February of 1,000 + 500 in January; C3 is new",
            period="2026-02",
        ),
        group="customers",
        default=False,
        periodic=True,
    ),
    Metric(
        "grr",
        Text("gross revenue retention", "毛收入留存率"),
        Text(
            "as net revenue retention, but no customer counts for more than in the period before: never above 100 %",
            "同净收入留存率，但每个客户最多按其上期净额计，因此不超过100%",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("cohort_kept", "opening_net"),
        Example(STAYING, 1200 / 1500, "1,000 of C1, who bought more, and 200 of C2", period="2026-02"),
        group="customers",
        default=False,
        periodic=True,
    ),
    Metric(
        "arpa",
        Text("revenue per active customer and period", "每活跃客户每期销售额"),
        Text(
            "net revenue of lines with a customer / active customers; over all the data, of the average month",
            "有客户的明细的销售净额／活跃客户；未指定期间时为月平均水平",
        ),
        Unit.PRICE,
        Better.UP,
        Family.EFFICIENCY,
        Ratio("customer_net", "active_customers"),
        Example(SPENDING, Decimal("400.00"), "400 x 5 of five customers", period="2026-02"),
        group="customers",
        default=False,
        periodic=True,
    ),
    Metric(
        "ltv",
        Text("customer lifetime value", "客户终身价值"),
        Text(
            "revenue per active customer and period x gross margin / churn rate, all of one period; over all the data, "
            "of the average month",
            "每活跃客户每期销售额×毛利率／客户流失率，均为同一期间；未指定期间时为月平均水平",
        ),
        Unit.PRICE,
        Better.UP,
        Family.EFFICIENCY,
        Derived("arpa * gross_margin / churn_rate"),
        Example(
            SPENDING, Decimal("640.00"), "400 x 40 % / 25 %: of four customers in January C3 is lost", period="2026-02"
        ),
        group="customers",
        periodic=True,
    ),
    Metric(
        "ltv_without_margin",
        Text("customer lifetime revenue", "客户终身销售额"),
        Text(
            "lifetime value without margin: revenue per active customer and period / churn rate",
            "不计毛利的终身价值：每活跃客户每期销售额／客户流失率",
        ),
        Unit.PRICE,
        Better.UP,
        Family.EFFICIENCY,
        Derived("arpa / churn_rate"),
        Example(SPENDING, Decimal("1600.00"), "400 / 25 %", period="2026-02"),
        group="customers",
        default=False,
        periodic=True,
    ),
)
