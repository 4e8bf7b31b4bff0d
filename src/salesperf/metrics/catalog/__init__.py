"""Every metric, one value each, by family."""

from __future__ import annotations

from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.metrics.catalog.activities import ACTIVITY_METRICS
from salesperf.metrics.catalog.ageing import AGEING_METRICS
from salesperf.metrics.catalog.collections import COLLECTION_METRICS
from salesperf.metrics.catalog.costs import COST_METRICS
from salesperf.metrics.catalog.customer_money import CUSTOMER_MONEY
from salesperf.metrics.catalog.customers import CUSTOMERS
from salesperf.metrics.catalog.deals import DEAL_METRICS
from salesperf.metrics.catalog.headcount import HEADCOUNT_METRICS
from salesperf.metrics.catalog.leads import LEAD_METRICS
from salesperf.metrics.catalog.market import MARKET_METRICS
from salesperf.metrics.catalog.of_targets import OF_TARGETS
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.catalog.surveys import SURVEY_METRICS
from salesperf.metrics.model import Metric

_BESIDE_TARGETS = Text(
    "{measure} is measured against targets, of any metric that has some: salesperf {command}",
    "{measure}对照目标计算，适用于任何有目标的指标：salesperf {command}",
)
CATALOG: Registry[Metric] = Registry(
    "metric",
    (
        *REVENUE,
        *HEADCOUNT_METRICS,
        *CUSTOMERS,
        *CUSTOMER_MONEY,
        *DEAL_METRICS,
        *COLLECTION_METRICS,
        *AGEING_METRICS,
        *LEAD_METRICS,
        *ACTIVITY_METRICS,
        *SURVEY_METRICS,
        *COST_METRICS,
        *MARKET_METRICS,
    ),
    {
        name: _BESIDE_TARGETS.fill(measure=measure.label, command=measure.command)
        for measure in OF_TARGETS
        for name in (measure.key, measure.label.en, measure.label.zh)
    },
)
