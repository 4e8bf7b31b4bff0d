"""Every kind of section, in one list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from salesperf.analyses.actions.report import TITLE as ACTIONS
from salesperf.analyses.decisions.report import TITLE as DECISIONS
from salesperf.analyses.next_week.report import TITLE as NEXT_WEEK
from salesperf.analyses.open_deals.report import STALLED_TITLE
from salesperf.analyses.open_deals.table import OPEN_TITLE
from salesperf.analyses.peers.report import TITLE as OWN_KPIS
from salesperf.analyses.receivables.report import TITLE as RECEIVABLES
from salesperf.analyses.top_customers.report import QUIET_TITLE, TOP_TITLE
from salesperf.app.packs.actions import open_actions
from salesperf.app.packs.breakdown import TITLE as BREAKDOWN
from salesperf.app.packs.breakdown import breakdown
from salesperf.app.packs.bridge import TITLE as BRIDGE
from salesperf.app.packs.bridge import bridge
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.collections import TITLE as COLLECTIONS
from salesperf.app.packs.collections import collections
from salesperf.app.packs.decisions import decisions
from salesperf.app.packs.drill import TITLE as DRILL
from salesperf.app.packs.drill import drill
from salesperf.app.packs.headline import TITLE as HEADLINE
from salesperf.app.packs.headline import headline
from salesperf.app.packs.next_week import next_week
from salesperf.app.packs.open_deals import open_deals, stalled_deals
from salesperf.app.packs.own_kpis import own_kpis
from salesperf.app.packs.own_targets import TITLE as OWN_TARGETS
from salesperf.app.packs.own_targets import own_targets
from salesperf.app.packs.pareto import TITLE as PARETO
from salesperf.app.packs.pareto import pareto
from salesperf.app.packs.pipeline import TITLE as PIPELINE
from salesperf.app.packs.pipeline import pipeline
from salesperf.app.packs.receivables import receivables
from salesperf.app.packs.reds import TITLE as REDS
from salesperf.app.packs.reds import reds
from salesperf.app.packs.targets_board import TITLE as TARGETS
from salesperf.app.packs.targets_board import targets
from salesperf.app.packs.top_customers import quiet_customers, top_customers
from salesperf.app.packs.trend import TITLE as TREND
from salesperf.app.packs.trend import trend
from salesperf.app.packs.week import TITLE as WEEK
from salesperf.app.packs.week import week
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

_NAMED = Text("sales that name their customers", "注明客户的销售数据")
_DEALS = Text("a table of deals", "商机数据表")
_ACTIONS = Text("a table of actions", "行动清单")
_OF_A_REP = Text("sales by rep, in the report of one rep", "含销售员的销售数据，且为单个销售员的报告")
_NOTHING = Text("nothing", "无")

KINDS: Registry[Kind] = Registry(
    "section",
    (
        Kind("headline", HEADLINE, headline, _SALES),
        Kind("week", WEEK, week, _SALES),
        Kind("trend", TREND, trend, _SALES),
        Kind("targets", TARGETS, targets, _TARGETS),
        Kind("bridge", BRIDGE, bridge, _BASE),
        Kind("breakdown", BREAKDOWN, breakdown, _SPLIT),
        Kind("pareto", PARETO, pareto, _SPLIT),
        Kind("collections", COLLECTIONS, collections, _CASH),
        Kind("pipeline", PIPELINE, pipeline, _DEALS),
        Kind("reds", REDS, reds, _TARGETS),
        Kind("drill", DRILL, drill, _PEOPLE),
        Kind("own_targets", OWN_TARGETS, own_targets, _TARGETS),
        Kind("own_kpis", OWN_KPIS, own_kpis, _OF_A_REP),
        Kind("top_customers", TOP_TITLE, top_customers, _NAMED),
        Kind("quiet_customers", QUIET_TITLE, quiet_customers, _NAMED),
        Kind("open_deals", OPEN_TITLE, open_deals, _DEALS),
        Kind("stalled_deals", STALLED_TITLE, stalled_deals, _DEALS),
        Kind("receivables", RECEIVABLES, receivables, _CASH),
        Kind("open_actions", ACTIONS, open_actions, _ACTIONS),
        Kind("next_week", NEXT_WEEK, next_week, _NOTHING),
        Kind("decisions", DECISIONS, decisions, _NOTHING),
    ),
)
