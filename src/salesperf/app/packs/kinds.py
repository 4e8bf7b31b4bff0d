"""Every kind of section, in one list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from salesperf.app.packs.breakdown import TITLE as BREAKDOWN
from salesperf.app.packs.breakdown import breakdown
from salesperf.app.packs.bridge import TITLE as BRIDGE
from salesperf.app.packs.bridge import bridge
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.collections import TITLE as COLLECTIONS
from salesperf.app.packs.collections import collections
from salesperf.app.packs.drill import TITLE as DRILL
from salesperf.app.packs.drill import drill
from salesperf.app.packs.headline import TITLE as HEADLINE
from salesperf.app.packs.headline import headline
from salesperf.app.packs.pareto import TITLE as PARETO
from salesperf.app.packs.pareto import pareto
from salesperf.app.packs.reds import TITLE as REDS
from salesperf.app.packs.reds import reds
from salesperf.app.packs.targets_board import TITLE as TARGETS
from salesperf.app.packs.targets_board import targets
from salesperf.app.packs.trend import TITLE as TREND
from salesperf.app.packs.trend import trend
from salesperf.core.registry import Registry
from salesperf.core.text import Text
from salesperf.report.model import Section


class Kind(Struct, frozen=True):
    """One kind of section: `make` gives it, or None where the files do not tell what `needs` names."""

    key: str
    title: Text
    make: Callable[[Briefing, Any], Section | None]
    needs: Text


_SALES = Text("a table of orders, invoices or won deals", "订单、发票或赢单数据表")
_TARGETS = Text("a sheet of targets", "目标表")
_SPLIT = Text("a column or list that tells the dimension", "含该维度的列或对照表")
_BASE = Text("sales of the base too, and a column of what they are split by", "基期的销售数据及拆分维度所在的列")
_CASH = Text("tables of invoices and payments", "发票与回款数据表")
_PEOPLE = Text("a column of reps or teams", "含销售员或团队的列")

KINDS: Registry[Kind] = Registry(
    "section",
    (
        Kind("headline", HEADLINE, headline, _SALES),
        Kind("trend", TREND, trend, _SALES),
        Kind("targets", TARGETS, targets, _TARGETS),
        Kind("bridge", BRIDGE, bridge, _BASE),
        Kind("breakdown", BREAKDOWN, breakdown, _SPLIT),
        Kind("pareto", PARETO, pareto, _SPLIT),
        Kind("collections", COLLECTIONS, collections, _CASH),
        Kind("reds", REDS, reds, _TARGETS),
        Kind("drill", DRILL, drill, _PEOPLE),
    ),
)
