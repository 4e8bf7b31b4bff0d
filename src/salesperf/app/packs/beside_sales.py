"""What is told beside the usual figures: of shops what came back, of won deals how many are won and how fast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salesperf.app.pack_plans.company import KPIS, OF_DEALS, OF_SHOPS, RETURNED, HeadlinePlan
from salesperf.app.packs.briefing import Briefing
from salesperf.app.packs.cells import number
from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.sales import Basis
from salesperf.report.model import Cell, Sentence

_RETURNED = Text(
    "Gross revenue {gross}, of which {returned} ({rate}) came back.",
    "销售总额{gross}，其中退货退款{returned}，退货率{rate}。",
)
_ORDER = Text("An order comes to {aov} on average.", "平均每单{aov}。")
_FEW = 4
"""Tiles below which there is room for others."""


def metrics_shown(briefing: Briefing, plan: HeadlinePlan) -> Sequence[str]:
    """The metrics of the tiles: those chosen, or the usual ones with what these files tell beside them."""
    if plan.metrics != KPIS:
        return plan.metrics
    sales = briefing.base.sales
    if sales is not None and sales.basis is Basis.WON_DEALS:
        return (*plan.metrics, *OF_DEALS)
    few = len(briefing.able(plan.metrics)) < _FEW
    return (*plan.metrics, *OF_SHOPS) if few else plan.metrics


def returns_said(briefing: Briefing, plan: HeadlinePlan) -> Iterator[Sentence]:
    """What came back, and what an order comes to, of a company without targets and deals, where anything came back."""
    bundle = briefing.opened.loaded.bundle
    if plan.metrics != KPIS or "targets" in bundle or "deals" in bundle:
        return
    found = briefing.result(RETURNED)
    now = found.entries[0].now if found is not None and found.entries else {}
    returned, rate, aov = number(now.get("returned_amount")), now.get("return_rate"), now.get("aov")
    if not returned or not isinstance(rate, float):
        return
    gross = Cell(number(now.get("gross_revenue")), Unit.MONEY)
    yield Sentence(_RETURNED, {"gross": gross, "returned": Cell(returned, Unit.MONEY), "rate": Cell(rate, Unit.RATIO)})
    if number(aov) is not None:
        yield Sentence(_ORDER, {"aov": Cell(number(aov), Unit.PRICE)})
