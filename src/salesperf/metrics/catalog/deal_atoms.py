"""What is added up and counted of deals: by the day they were created and by the day they were closed."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How

_CREATED, _CLOSED = Subject.CREATED_DEALS, Subject.CLOSED_DEALS

DEAL_ATOMS: tuple[Atom, ...] = (
    Atom("new_deals", How.DISTINCT, "deal", Unit.COUNT, Text("deals created", "新建商机"), _CREATED),
    Atom("new_deal_value", How.SUM, "value", Unit.MONEY, Text("amount of deals created", "新建商机的金额"), _CREATED),
    Atom(
        "won_of_created",
        How.DISTINCT,
        "won_deal",
        Unit.COUNT,
        Text("deals created in the period and won by now", "期间内新建且至今已赢的商机"),
        _CREATED,
    ),
    Atom(
        "won_value_of_created",
        How.SUM,
        "won_value",
        Unit.MONEY,
        Text("amount of deals created in the period and won by now", "期间内新建且至今已赢的商机金额"),
        _CREATED,
    ),
    Atom("won_deals", How.DISTINCT, "won_deal", Unit.COUNT, Text("deals won", "赢单商机"), _CLOSED),
    Atom("lost_deals", How.DISTINCT, "lost_deal", Unit.COUNT, Text("deals lost", "输单商机"), _CLOSED),
    Atom("won_value", How.SUM, "won_value", Unit.MONEY, Text("amount of deals won", "赢单商机的金额"), _CLOSED),
    Atom("lost_value", How.SUM, "lost_value", Unit.MONEY, Text("amount of deals lost", "输单商机的金额"), _CLOSED),
    Atom(
        "median_cycle",
        How.MEDIAN,
        "cycle_days",
        Unit.DAYS,
        Text("median days from creation to winning", "赢单自创建至成交天数的中位数"),
        _CLOSED,
    ),
    Atom(
        "cycle_days",
        How.SUM,
        "cycle_days",
        Unit.DAYS,
        Text("days from creation to winning, added up", "赢单自创建至成交的天数合计"),
        _CLOSED,
    ),
    Atom(
        "cycled_deals",
        How.COUNT,
        "cycle_days",
        Unit.COUNT,
        Text("won deals whose days of creation and winning are known", "创建日与成交日均已知的赢单商机"),
        _CLOSED,
    ),
)
