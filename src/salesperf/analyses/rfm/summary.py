"""Segments in numbers: how many customers each has, what they bring, and what is usual among them."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.analyses.rfm.axes import Axis
from salesperf.analyses.rfm.compute import SEGMENT, Scored
from salesperf.core.text import Text
from salesperf.metrics.ratio import ratio

MOST_OF = Decimal("0.8")
"""The part of all that is brought, which the 80/20 line asks the fewest customers for."""


class Line(Struct, frozen=True):
    """One segment; the shares are of customers scored and of what they brought, the medians of its customers.

    A share of revenue is null where all of it is no more than zero.
    """

    key: str
    title: Text
    customers: int
    share: float | None
    revenue: Decimal
    revenue_share: float | None
    recency: float | None
    frequency: float | None
    monetary: float | None


def lines_of(found: Scored) -> tuple[Line, ...]:
    """Every segment that there can be, in the order of the map, also those with nobody."""
    grouped = found.frame.group_by(SEGMENT).agg(
        pl.len().alias("customers"),
        pl.col("amount").sum().alias("revenue"),
        *(pl.col(axis).cast(pl.Float64).median().alias(axis) for axis in Axis),
    )
    known = {row[SEGMENT]: row for row in grouped.iter_rows(named=True)}
    whole, count = revenue_of(found.frame), found.frame.height
    return tuple(
        _line(key, title, known.get(key, {}), whole, count)
        for key, title in found.segments.items()
        if key in known or key not in _unscored(found)
    )


def _unscored(found: Scored) -> frozenset[str]:
    """The segment of who never bought has no scores, and stands beside the others."""
    map_ = found.question.map
    return frozenset() if map_ is None or map_.never_bought is None else frozenset({map_.never_bought.key})


def _line(key: str, title: Text, row: dict[str, object], whole: Decimal, count: int) -> Line:
    customers, revenue = row.get("customers", 0), row.get("revenue") or Decimal(0)
    assert isinstance(customers, int)  # noqa: S101 -- a count
    assert isinstance(revenue, Decimal)  # noqa: S101 -- a sum of amounts
    medians = [row.get(axis) for axis in Axis]
    recency, frequency, monetary = (one if isinstance(one, float) else None for one in medians)
    return Line(
        key=key,
        title=title,
        customers=customers,
        share=ratio(Decimal(customers), Decimal(count)),
        revenue=revenue,
        revenue_share=ratio(revenue, whole),
        recency=recency,
        frequency=frequency,
        monetary=monetary,
    )


def revenue_of(frame: pl.DataFrame) -> Decimal:
    """What customers brought in all."""
    whole = frame["amount"].sum()
    return whole if isinstance(whole, Decimal) else Decimal(0)


def fewest_for_most(frame: pl.DataFrame) -> int | None:
    """The fewest customers who bring four fifths of all; None where all bring nothing."""
    whole = revenue_of(frame)
    if whole <= 0:
        return None
    reached = frame["amount"].sort(descending=True).cum_sum() >= whole * MOST_OF
    return int(reached.arg_max() or 0) + 1
