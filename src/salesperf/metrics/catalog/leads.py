"""The lead family: how many came, how soon they were answered, and how many became deals or customers."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.metrics.catalog.examples import LEADS, LEADS_BY_DAY
from salesperf.metrics.model import Better, Distinct, Example, Family, Metric, Ratio, Simple

_MARCH = "2026-03"

LEAD_METRICS: tuple[Metric, ...] = (
    Metric(
        "new_leads",
        Text("new leads", "新增线索数"),
        Text("leads created in the period", "期间内创建的线索条数"),
        Unit.COUNT,
        Better.UP,
        Family.PROCESS,
        Distinct("new_leads"),
        Example(LEADS, 4, "L1 to L4 were created in March", period=_MARCH),
        group="leads",
        brief=True,
    ),
    Metric(
        "converted_leads",
        Text("converted leads", "已转化线索数"),
        Text(
            "leads created in the period and converted by now: by a conversion date, a deal, a mark or their status",
            "期间内创建且至今已转化的线索条数：依据转化日期、商机、转化标记或状态判断",
        ),
        Unit.COUNT,
        Better.UP,
        Family.PROCESS,
        Distinct("converted_leads"),
        Example(LEADS, 2, "L1 by its date and L3 by its status", period=_MARCH),
        group="leads",
        default=False,
    ),
    Metric(
        "lead_conversion",
        Text("lead conversion", "线索转化率"),
        Text(
            "converted by now / created in the period, of the leads created in it; those of late have had less time",
            "至今已转化／期间内新增，按期间内创建的线索计；近期创建的线索尚未跟进完",
        ),
        Unit.RATIO,
        Better.UP,
        Family.EFFICIENCY,
        Ratio("converted_leads", "new_leads"),
        Example(LEADS, 0.5, "2 of the 4 leads of March", period=_MARCH),
        group="leads",
    ),
    Metric(
        "lead_response_time",
        Text("response time to leads (median)", "线索响应时长（中位数）"),
        Text(
            "median hours from creation to the first response, of the leads created in the period that were answered",
            "期间内创建且已响应的线索，自创建至首次响应小时数的中位数",
        ),
        Unit.HOURS,
        Better.DOWN,
        Family.PROCESS,
        Simple("median_response_hours"),
        Example(LEADS, 15.0, "L1 waited 2 hours, L2 28: half-way 15; L3 and L4 have no answer", period=_MARCH),
        group="leads",
    ),
    Metric(
        "lead_response_days",
        Text("days to answer leads (median)", "线索响应天数（中位数）"),
        Text(
            "median days from creation to the first response, where the files have no times of day",
            "自创建至首次响应天数的中位数，适用于没有具体时刻的数据",
        ),
        Unit.DAYS,
        Better.DOWN,
        Family.PROCESS,
        Simple("median_response_days"),
        Example(LEADS_BY_DAY, 1.0, "0, 1 and 3 days", period=_MARCH),
        group="leads",
    ),
    Metric(
        "response_in_time",
        Text("leads answered in time", "线索及时响应率"),
        Text(
            "answered within the limit / answered or past it, of the leads created in the period; the limit is "
            "response_sla_hours under [kpi], 24 hours when not set",
            "时限内响应／（已响应＋超时未响应），按期间内创建的线索计；时限见 [kpi] response_sla_hours，默认 24 小时",
        ),
        Unit.RATIO,
        Better.UP,
        Family.PROCESS,
        Ratio("prompt_leads", "judged_leads"),
        Example(
            LEADS,
            1 / 3,
            "L1 in time, L2 late, L3 late without an answer; L4 of the last day may still be answered",
            period=_MARCH,
        ),
        group="leads",
    ),
    Metric(
        "unanswered_leads",
        Text("unanswered leads", "未响应线索数"),
        Text("leads created in the period without a first response", "期间内创建、没有首次响应的线索条数"),
        Unit.COUNT,
        Better.DOWN,
        Family.PROCESS,
        Distinct("unanswered_leads"),
        Example(LEADS, 2, "L3 and L4", period=_MARCH),
        group="leads",
        default=False,
    ),
)
