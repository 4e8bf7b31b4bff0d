"""What stands once an order, shared over the lines of the order by their worth."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import polars as pl

from salesperf.core.money import settle, split
from salesperf.sources.conform.row_places import PART
from salesperf.tables.schema import MONEY

ORDER = [PART, "order_id"]
"""The columns that tell orders apart."""
LINE, SHARE = "_line", "_share"


def with_shares(frame: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """The lines with their `SHARE` of what `orders` have `off`, by the `weights` of the lines; null elsewhere."""
    placed = frame.with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).over(ORDER).alias(LINE))
    shares = _share_rows(frame, orders)
    return placed.join(shares, on=[*ORDER, LINE], how="left", maintain_order="left", nulls_equal=False).drop(LINE)


def _share_rows(frame: pl.DataFrame, orders: pl.DataFrame) -> pl.DataFrame:
    """The share of each line, by order and place in it."""
    rows = [
        (*names, at, share)
        for *names, off, weights in orders.select(*ORDER, "off", "weights").iter_rows()
        for at, share in enumerate(_shares(off, weights))
    ]
    schema = pl.Schema({name: frame.schema[name] for name in ORDER} | {LINE: pl.UInt32(), SHARE: MONEY})
    return pl.DataFrame(rows, schema=schema, orient="row")


def _shares(off: Decimal, weights: Iterable[Decimal | None]) -> tuple[Decimal, ...]:
    weighed = [max(weight or Decimal(0), Decimal(0)) for weight in weights]
    return split(off, weighed, places=2 if off == settle(off) else 6)
