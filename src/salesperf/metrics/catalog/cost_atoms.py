"""What is added up of costs: what was spent on selling and marketing, by the day of the cost."""

from __future__ import annotations

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.model import Atom, How

COST_ATOMS: tuple[Atom, ...] = (
    Atom("spent", How.SUM, "spent", Unit.MONEY, Text("sales and marketing cost", "销售与市场费用"), Subject.COSTS),
    Atom("marketing_spent", How.SUM, "marketing_spent", Unit.MONEY, Text("marketing cost", "市场费用"), Subject.COSTS),
)
