"""The share of the market: own net revenue against everybody's, and against that of the largest rival."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.catalog.worth_examples import MARKET
from salesperf.metrics.model import Atom, Better, Example, Family, How, Metric, Ratio, Simple

MARKET_ATOMS: tuple[Atom, ...] = (
    Atom("market", How.COVERED, "market_size", Unit.MONEY, Text("size of the market", "市场规模"), Subject.MARKET),
    Atom(
        "largest_rival",
        How.COVERED,
        "largest_rival",
        Unit.MONEY,
        Text("sales of the largest rival", "最大竞争对手销售额"),
        Subject.MARKET,
    ),
)
_QUARTER = "2026-Q1"

MARKET_METRICS: tuple[Metric, ...] = (
    Metric(
        "market_share",
        Text("market share", "市场份额"),
        Text(
            "net revenue / size of the market in the period; by region, category, product or channel, of that market",
            "销售净额／同期市场规模；按区域、品类、产品或渠道分组时，指该部分市场",
        ),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("net_revenue", "market_size", positive=True),
        Example(MARKET, 0.3, "300 of 1,000 in the first quarter", period=_QUARTER),
        group="market",
    ),
    Metric(
        "market_size",
        Text("size of the market", "市场规模"),
        Text(
            "what everybody sold in the period; known where rows of the market table cover it whole",
            "期间内全行业的销售额；仅在市场数据完整覆盖该期间时已知",
        ),
        Unit.MONEY,
        Better.NEITHER,
        Family.RESULT,
        Simple("market"),
        Example(MARKET, Decimal("1000.00"), "the row of the quarter; East is a part of it", period=_QUARTER),
        group="market",
        default=False,
    ),
    Metric(
        "relative_market_share",
        Text("relative market share", "相对市场份额"),
        Text("net revenue / sales of the largest rival in the same period", "销售净额／同期最大竞争对手的销售额"),
        Unit.RATIO,
        Better.UP,
        Family.RESULT,
        Ratio("net_revenue", "largest_rival", positive=True),
        Example(MARKET, 0.75, "300 against 400", period=_QUARTER),
        group="market",
        default=False,
    ),
)
