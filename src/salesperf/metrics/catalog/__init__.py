"""Every metric, one value each, by family."""

from __future__ import annotations

from salesperf.core.registry import Registry
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
from salesperf.metrics.catalog.revenue import REVENUE
from salesperf.metrics.catalog.surveys import SURVEY_METRICS
from salesperf.metrics.model import Metric

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
)
