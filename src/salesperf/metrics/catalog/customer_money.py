"""What customers are worth: how much of their revenue stays, and how much they bring while they stay."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.examples import STAYING
from salesperf.metrics.model import Better, Example, Family, Metric, Ratio

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
)
