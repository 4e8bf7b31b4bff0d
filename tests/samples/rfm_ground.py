"""Five customers whose scores are worked out by hand, for the tests of segments.

As of 2026-03-31, quintiles of type 7 lie at places 0.8, 1.6, 2.4 and 3.2 of five sorted values:

* days 0, 10, 30, 60, 117: edges 8, 22, 42, 71.4; Ann 5, Bob 4, Cas 3, Dora 2, Eve 1
* orders 1, 1, 2, 3, 4: edges 1, 1.6, 2.4, 3.2; Cas and Dora 1, Bob 3, Ann 4, Eve 5, nobody 2
* amounts 20, 100, 200, 300, 400: edges 84, 160, 240, 320; Dora 1, Bob 2, Eve 3, Ann 4, Cas 5
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from salesperf.analyses.rfm.axes import Axis, Counting
from salesperf.analyses.rfm.compute import Scored, scored_customers
from salesperf.analyses.rfm.customers import customers_of
from salesperf.analyses.rfm.cutoffs import Cutoffs
from salesperf.analyses.rfm.presets import PRESETS
from salesperf.analyses.rfm.question import Question
from salesperf.analyses.rfm.segment_map import SegmentMap
from salesperf.facts.sales import Sales, sales
from salesperf.facts.section import SalesSection
from salesperf.tables.bundle import Bundle
from salesperf.tables.literal import bundle_of

HEAD = "order_id,order_date,customer_id,rep_id,region,amount\n"
FIVE = HEAD + (
    "1,2026-01-01,Ann,R1,East,100\n2,2026-02-01,Ann,R1,East,100\n3,2026-03-31,Ann,R2,West,100\n"
    "4,2026-01-10,Bob,R1,East,50\n5,2026-03-21,Bob,R1,East,50\n"
    "6,2026-03-01,Cas,R2,West,400\n"
    "7,2026-01-30,Dora,R2,West,20\n"
    "8,2025-12-01,Eve,R1,East,50\n9,2025-12-02,Eve,R1,East,50\n"
    "10,2025-12-03,Eve,R1,East,50\n11,2025-12-04,Eve,R1,East,50\n"
)
MORE = FIVE + "12,2026-02-02,,R1,East,7\n13,2026-02-03,Fay,R1,East,40\n13,2026-02-04,Fay,R1,East,-40\n"
"""One line without a customer, and one customer who gave everything back."""


def map_of(rules: dict[str, str], *, bins: int = 5, otherwise: bool = True, best: str = "high") -> SegmentMap:
    """A map of rules as `"recency;frequency;amount"`."""
    segments = []
    for key, written in rules.items():
        ranges = dict(zip("rfm", written.split(";"), strict=False))
        segments.append({"key": key, "title": key.title(), "title_zh": f"{key}客户", **ranges})
    rest = {"otherwise": {"key": "others", "title": "Others"}} if otherwise else {}
    told = {"name": "own", "title": "Own", "bins": bins, "best": best, "segment": segments, **rest}
    return SegmentMap.model_validate(told)


def question(
    preset: str = "quintile",
    *,
    segments: SegmentMap | None = None,
    edges: dict[Axis, tuple[int, ...]] | None = None,
    counting: Counting | None = None,
    window: int | None = None,
    cutoffs: Cutoffs | None = None,
    as_of: date | None = None,
    where: tuple[str, ...] = (),
) -> Question:
    """A question with the bins of its preset, or of its edges."""
    found = PRESETS.find(preset)
    own = {axis: tuple(map(Fraction, numbers)) for axis, numbers in (edges or {}).items()}
    is_given = preset == "thresholds"
    bins = {axis: len(own.get(axis, ())) + 1 if is_given else found.bins for axis in Axis}
    return Question(
        found, segments, bins, counting or Counting(), window, own, cutoffs=cutoffs, as_of=as_of, where=where
    )


def bundle(orders: str = FIVE, customers: str | None = None) -> Bundle:
    """The tables of a company."""
    return bundle_of([("orders", orders), *([("customers", customers)] if customers else [])])


def sold(tables: Bundle) -> Sales:
    """Its sales."""
    return sales(tables, section=SalesSection())


def scored(asked: Question, orders: str = FIVE, customers: str | None = None) -> Scored:
    """The customers of a company, scored."""
    tables = bundle(orders, customers)
    found = customers_of(sales(tables, section=SalesSection(), as_of=asked.as_of), tables, asked)
    return scored_customers(found, tables, asked)


def codes(found: Scored) -> dict[str, str]:
    """The code of every customer."""
    return dict(found.frame.select("customer", "code").iter_rows())
