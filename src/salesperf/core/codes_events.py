"""Issue codes of business events other than sales (F52 on): deals, money owed and received, leads, answers, costs."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

EVENTS: tuple[Code, ...] = (
    Code(
        "F520",
        Severity.WARNING,
        Text("deal without the day it counts on", "商机缺少计入日期"),
        Text(
            "fill in the date; until then the deal counts on no day",
            "补充该日期；在此之前该商机不计入任何日期",
        ),
    ),
)
