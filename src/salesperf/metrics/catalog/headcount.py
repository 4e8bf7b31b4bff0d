"""Revenue by the size of the posts of those who sell, not by heads alone."""

from __future__ import annotations

from decimal import Decimal

from salesperf.core.text import Text
from salesperf.core.unit import Unit
from salesperf.facts.subject import Subject
from salesperf.metrics.catalog.examples import POSTS
from salesperf.metrics.model import Atom, Better, Derived, Example, Family, How, Metric, Ratio

HEADCOUNT_ATOMS: tuple[Atom, ...] = (
    Atom(
        "fte_days",
        How.SUM,
        "fte",
        Unit.NUMBER,
        Text("days of reps who sell, each by the size of the post", "有销售的销售员的在岗天数（按全职当量加权）"),
        Subject.HEADCOUNT,
    ),
)
HEADCOUNT_METRICS: tuple[Metric, ...] = (
    Metric(
        "fte",
        Text("full-time equivalents", "全职当量人数"),
        Text(
            "reps who sell, each by the size of the post and the part of the period they were there",
            "有销售的销售员，按岗位系数与期间内在岗时间折算",
        ),
        Unit.NUMBER,
        Better.NEITHER,
        Family.EFFICIENCY,
        Derived("fte_days / days"),
        Example(POSTS, 1.25, "R1 all 30 days in a full post, R2 half a post from the 16th: (30 + 0.5 x 15) / 30"),
        default=False,
    ),
    Metric(
        "revenue_per_fte",
        Text("revenue per full-time equivalent", "人均销售额（按全职当量）"),
        Text("net revenue / full-time equivalents", "销售净额／全职当量人数"),
        Unit.PRICE,
        Better.UP,
        Family.EFFICIENCY,
        Ratio("net_revenue", "fte"),
        Example(POSTS, Decimal("800.00"), "1,000 / 1.25"),
        default=False,
    ),
)
