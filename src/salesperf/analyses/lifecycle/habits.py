"""How often each customer buys, and who has been silent for longer than that."""

from __future__ import annotations

from enum import StrEnum

import polars as pl
from msgspec import Struct

from salesperf.analyses.lifecycle.purchases import Purchases
from salesperf.tables.schema import MONEY

FEWEST_GAPS = 2
"""Gaps from which a customer has a habit of its own."""
YEAR = 365


class State(StrEnum):
    """Where a customer stands on the analysis date."""

    ACTIVE = "active"
    LEFT = "left"


class Habits(Struct, frozen=True):
    """A row a customer who bought, with the days of its purchases, its gaps, and where it stands.

    Columns: `customer`, `first`, `last`, `days` (with a purchase), `usual`, `most`, `silent` (days since the last),
    `limit`, `state`, `amount` (net in all), `yearly` (net of 365 days). `usual` is the median of its gaps in days,
    `most` what nine in ten of them do not exceed; null of no gap. `limit` is the silence after which it has left: days
    that were set, else `most` of its own gaps where there are two, else `all_most`, that of all gaps of all customers.
    Where there is no gap at all nobody is known to have left.
    """

    frame: pl.DataFrame
    gaps: pl.Series
    all_most: int | None


def habits_of(found: Purchases, *, churn_days: int | None = None) -> Habits:
    """The habits of everybody who bought."""
    bought = found.days.filter(pl.col("bought"))
    gapped = bought.with_columns(pl.col("date").diff().over("customer").dt.total_days().alias("gap"))
    gaps = gapped["gap"].drop_nulls()
    all_most = most_of(gaps)
    own = gapped.group_by("customer", maintain_order=True).agg(
        pl.col("date").min().alias("first"),
        pl.col("date").max().alias("last"),
        pl.len().cast(pl.Int64).alias("days"),
        pl.col("gap").median().alias("usual"),
        pl.col("gap").drop_nulls().sort().get(_nine_in_ten(pl.col("gap").count()), null_on_oob=True).alias("most"),
    )
    since = pl.col("date") > pl.lit(found.day) - pl.duration(days=YEAR)
    money = found.days.group_by("customer").agg(
        pl.col("amount").sum().cast(MONEY), pl.col("amount").filter(since).sum().cast(MONEY).alias("yearly")
    )
    silent = (pl.lit(found.day) - pl.col("last")).dt.total_days()
    own_limit = pl.when(pl.col("days") > FEWEST_GAPS).then(pl.col("most")).otherwise(pl.lit(all_most, pl.Int64))
    limit = own_limit if churn_days is None else pl.lit(churn_days, pl.Int64)
    frame = own.join(money, on="customer", how="left", maintain_order="left")
    frame = frame.with_columns(silent.alias("silent"), limit.alias("limit"))
    is_left = (pl.col("silent") > pl.col("limit")).fill_null(value=False)
    state = pl.when(is_left).then(pl.lit(State.LEFT.value)).otherwise(pl.lit(State.ACTIVE.value))
    return Habits(frame.with_columns(state.alias("state")), gaps, all_most)


def most_of(gaps: pl.Series) -> int | None:
    """What nine in ten gaps do not exceed: of ten the ninth, of fewer the largest; None of none."""
    ordered = gaps.sort()
    return int(ordered[-(-9 * len(ordered) // 10) - 1]) if len(ordered) else None


def _nine_in_ten(count: pl.Expr) -> pl.Expr:
    """The place of the ninth of ten sorted gaps."""
    return (count.cast(pl.Int64) * 9 + 9) // 10 - 1
