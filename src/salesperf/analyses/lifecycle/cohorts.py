"""Cohorts: who first bought in one period, and how many of them, or what they brought, in each one after it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import polars as pl
from msgspec import Struct

from salesperf.analyses.lifecycle.purchases import Purchases
from salesperf.core.period import Period


class Cohort(Struct, frozen=True):
    """Customers whose first purchase was in a period.

    `active` and `revenue` are by periods since then, from 0 on: how many bought, and the net of all; periods that they
    have not lived are not there. `is_open`: what is known of the last one does not reach its end.
    """

    period: Period
    customers: int
    active: tuple[int, ...]
    revenue: tuple[Decimal, ...]
    is_open: bool


def cohorts_of(found: Purchases, periods: Sequence[Period], *, open_last: bool) -> tuple[Cohort, ...]:
    """The cohorts of periods that lie without gaps, from the first of the data to the last; the earliest first."""
    if not periods or found.days.is_empty():
        return ()
    starts = pl.DataFrame(
        {"start": [period.start for period in periods], "at": list(range(len(periods)))},
        schema={"start": pl.Date(), "at": pl.Int64()},
    )
    placed = found.days.sort("date").join_asof(starts, left_on="date", right_on="start", strategy="backward")
    born = placed.filter(pl.col("bought")).group_by("customer").agg(pl.col("at").min().alias("born"))
    own = placed.join(born, on="customer", how="inner").with_columns((pl.col("at") - pl.col("born")).alias("age"))
    sums = (
        own.filter(pl.col("age") >= 0)
        .group_by("born", "age")
        .agg(pl.col("customer").filter(pl.col("bought")).n_unique().alias("active"), pl.col("amount").sum())
    )
    known = {(cohort, age): (active, amount) for cohort, age, active, amount in sums.iter_rows()}
    sizes = dict(born.group_by("born").agg(pl.len()).iter_rows())
    last = len(periods) - 1
    nothing = (0, Decimal(0))
    return tuple(
        Cohort(
            period=period,
            customers=sizes[at],
            active=tuple(known.get((at, age), nothing)[0] for age in range(last - at + 1)),
            revenue=tuple(known.get((at, age), nothing)[1] for age in range(last - at + 1)),
            is_open=open_last,
        )
        for at, period in enumerate(periods)
        if at in sizes
    )
