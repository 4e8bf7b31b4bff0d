"""What is counted of leads, by the day they were created."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How

_LEADS = Subject.LEADS

LEAD_ATOMS: tuple[Atom, ...] = (
    Atom("new_leads", How.DISTINCT, "lead", Unit.COUNT, Text("leads created", "新增线索"), _LEADS),
    Atom(
        "converted_leads",
        How.DISTINCT,
        "converted_lead",
        Unit.COUNT,
        Text("leads created in the period and converted by now", "期间内创建且至今已转化的线索"),
        _LEADS,
    ),
    Atom(
        "judged_leads",
        How.DISTINCT,
        "judged_lead",
        Unit.COUNT,
        Text("leads that were answered, or are past the time limit", "已响应或已超时限的线索"),
        _LEADS,
    ),
    Atom(
        "prompt_leads",
        How.DISTINCT,
        "prompt_lead",
        Unit.COUNT,
        Text("leads answered within the time limit", "在时限内响应的线索"),
        _LEADS,
    ),
    Atom(
        "unanswered_leads",
        How.DISTINCT,
        "unanswered_lead",
        Unit.COUNT,
        Text("leads without a first response", "没有首次响应的线索"),
        _LEADS,
    ),
    Atom(
        "median_response_hours",
        How.MEDIAN,
        "response_hours",
        Unit.HOURS,
        Text("median hours from creation to the first response", "自创建至首次响应小时数的中位数"),
        _LEADS,
    ),
    Atom(
        "median_response_days",
        How.MEDIAN,
        "response_days",
        Unit.DAYS,
        Text("median days from creation to the first response", "自创建至首次响应天数的中位数"),
        _LEADS,
    ),
)
