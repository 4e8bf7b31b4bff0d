"""Years to date for many days in one look at the lines.

Evaluated one by one, every day of a year looks at all lines before it again. Here each thing that an atom adds or
counts is given the day on which it comes to count (an order that of its first line, a repeat customer that of the
second order), and what came to count is added up from day to day.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

import narwhals as nw
import polars as pl

from salesperf.core.period import Period
from salesperf.engine import Frame, collect
from salesperf.facts.customers import COHORT, LARGEST, REPEAT
from salesperf.metrics.atoms import ATOMS
from salesperf.metrics.in_periods import same_part
from salesperf.metrics.model import How
from salesperf.tables.schema import MONEY

Days = Mapping[int, Sequence[date]]
"""The days asked for, by the number of the year they lie in."""
_ZERO = pl.lit(0).cast(MONEY)


def aggregated_to_date(
    lines: Frame, *, by: Sequence[str], atoms: Sequence[str], days: Days, years: Sequence[Period]
) -> pl.DataFrame:
    """One row a day asked for (`until`), year (`period`) and group, with the atoms as `aggregated` gives them.

    The lines carry the number of their year in `period`.
    """
    keys = ["period", *by]
    wanted = [ATOMS[atom] for atom in dict.fromkeys(atoms)]
    sums = [atom.key for atom in wanted if atom.how is How.SUM]
    dated = [_dated_sums(lines, keys, sums)]
    dated += [_dated_things(lines, keys, atom.key, atom.column) for atom in wanted if atom.how is How.DISTINCT]
    of_customers = {atom.key for atom in wanted if atom.how is How.CUSTOMERS}
    if of_customers:
        daily = _customer_days(lines, keys)
        dated += _dated_customers(lines, daily, by, of_customers, starts=[year.start for year in years])
    found = _added_up(dated, keys, days)
    if "top10_net" in of_customers:
        found = found.join(_largest(daily, keys, days), on=[*keys, "date"], how="left", nulls_equal=True)
        found = found.with_columns(pl.col("top10_net").fill_null(_ZERO))
    if cohort := COHORT & of_customers:
        # A group may have lost all its customers and hold nothing but what they were worth.
        cohorts = _cohorts(daily, keys, days, years=years).select(*keys, "date", *cohort)
        found = found.join(cohorts, on=[*keys, "date"], how="full", coalesce=True, nulls_equal=True)
        found = found.with_columns(pl.exclude(*keys, "date").fill_null(0))
    settled = [_settled(name) for name in sums]
    return found.with_columns(settled).select(pl.col("date").alias("until"), *keys, "rows", *(a.key for a in wanted))


def _settled(name: str) -> pl.Expr:
    """A sum of no lines is zero, of lines none of which has a value unknown."""
    unknown = (pl.col("rows") > 0) & (pl.col(f"{name}:known") == 0)
    return pl.when(~unknown).then(pl.col(name)).alias(name)


def _dated_sums(lines: Frame, keys: Sequence[str], sums: Sequence[str]) -> pl.DataFrame:
    measures = [nw.len().cast(nw.Int64).alias("rows")]
    base = lines
    if "customer_net" in sums:
        base = lines.with_columns(customer_net=nw.when(~nw.col("customer").is_null()).then(nw.col("net")))
    for name in sums:
        column = nw.col(ATOMS[name].column)
        measures += [column.sum().alias(name), column.count().cast(nw.Int64).alias(f"{name}:known")]
    return collect(base.group_by(*keys, "date").agg(*measures))


def _dated_things(lines: Frame, keys: Sequence[str], name: str, column: str) -> pl.DataFrame:
    """Each different thing on the day of its first line."""
    things = lines.filter(~nw.col(column).is_null()).group_by(*keys, column).agg(nw.col("date").min())
    return collect(things.group_by(*keys, "date").agg(nw.len().cast(nw.Int64).alias(name)))


def _customer_days(lines: Frame, keys: Sequence[str]) -> pl.DataFrame:
    """One row a group, customer and day: the net, and whether anything was bought."""
    buys = nw.col("is_sold") & (nw.col("gross") > 0)
    known = lines.filter(~nw.col("customer").is_null()).with_columns(buys=buys)
    measures = [nw.col("net").sum().alias("net"), nw.col("buys").max().alias("buys")]
    return collect(known.group_by(*keys, "customer", "date").agg(*measures))


def _dated_customers(
    lines: Frame, daily: pl.DataFrame, by: Sequence[str], atoms: set[str], *, starts: Sequence[date]
) -> Iterator[pl.DataFrame]:
    """Customers on the day they come to count: with the first purchase of the year, or from its first day on."""
    keys, who = ["period", *by], [*by, "customer"]
    active = daily.filter(pl.col("buys")).group_by(*keys, "customer").agg(pl.col("date").min())
    before = pl.col("period").shift(1).over(who, order_by="period")
    active = active.with_columns(
        is_new=pl.col("period") == pl.col("period").min().over(who),
        stayed=(before == pl.col("period") - 1).fill_null(value=False),
    )
    counts = {
        "new": pl.col("is_new"),
        "retained": pl.col("stayed"),
        "reactivated": ~pl.col("is_new") & ~pl.col("stayed"),
        "lost": -pl.col("stayed").cast(pl.Int64),
    }
    named = [claim.cast(pl.Int64).sum().alias(name) for name, claim in counts.items() if name in atoms]
    if named:
        yield active.group_by(*keys, "date").agg(named)
    if {"opening", "lost"} & atoms:
        first_days = pl.DataFrame(
            {"period": range(len(starts)), "date": starts}, schema={"period": pl.Int32, "date": pl.Date}
        )
        following = active.select((pl.col("period") + 1).alias("period"), *by).join(first_days, on="period")
        opened = [pl.len().cast(pl.Int64).alias(name) for name in ("opening", "lost") if name in atoms]
        yield following.group_by(*keys, "date").agg(opened)
    if not REPEAT.isdisjoint(atoms):
        again = _repeats(lines, keys)
        if "repeat" in atoms:
            yield again.group_by(*keys, "date").agg(pl.len().cast(pl.Int64).alias("repeat"))
        if "repeat_net" in atoms:
            yield _net_since(daily, again, keys, "repeat_net")
    if "new_net" in atoms:
        yield _net_since(daily, active.filter("is_new"), keys, "new_net")


def _net_since(daily: pl.DataFrame, since: pl.DataFrame, keys: Sequence[str], name: str) -> pl.DataFrame:
    """The net of customers who count from a day on: all of it by that day, then as it comes."""
    first = since.select(*keys, "customer", pl.col("date").alias("since"))
    counted = daily.join(first, on=[*keys, "customer"], nulls_equal=True)
    return counted.group_by(*keys, date=pl.max_horizontal("date", "since")).agg(pl.col("net").sum().alias(name))


def _repeats(lines: Frame, keys: Sequence[str]) -> pl.DataFrame:
    """Customers with the day of the first line of their second order."""
    known = lines.filter(~nw.col("customer").is_null(), ~nw.col("qualified_order").is_null())
    orders = collect(known.group_by(*keys, "customer", "qualified_order").agg(nw.col("date").min()))
    return orders.group_by(*keys, "customer").agg(pl.col("date").sort().get(1, null_on_oob=True)).drop_nulls("date")


def _added_up(dated: Sequence[pl.DataFrame], keys: Sequence[str], days: Days) -> pl.DataFrame:
    """What came to count up to each day asked for, by group; no row before anything did."""
    asked = pl.DataFrame(
        {
            "period": [year for year, listed in days.items() for _ in listed],
            "date": [d for ds in days.values() for d in ds],
        },
        schema={"period": pl.Int32, "date": pl.Date},
    )
    groups = pl.concat([frame.select(keys) for frame in dated]).unique()
    marked = groups.join(asked, on="period").with_columns(asked=pl.lit(1, dtype=pl.Int64))
    happened = [frame.with_columns(happened=pl.lit(1, dtype=pl.Int64)) for frame in dated]
    every = pl.concat([*happened, marked], how="diagonal")
    names = [name for name in every.columns if name not in {*keys, "date"}]
    by_day = every.group_by(*keys, "date").agg(pl.col(names).sum()).sort("date")
    running = [pl.col(name).cum_sum().over(keys) for name in names if name != "asked"]
    return by_day.with_columns(running).filter(pl.col("asked") > 0, pl.col("happened") > 0)


def _cohorts(daily: pl.DataFrame, keys: Sequence[str], days: Days, *, years: Sequence[Period]) -> pl.DataFrame:
    """What the customers of each year before, up to the same day, are worth in the year up to each day asked for."""
    who = [*(key for key in keys if key != "period"), "customer"]
    found = []
    for number, day in ((number, day) for number, listed in days.items() for day in listed if number):
        base_end = same_part(years[number - 1], years[number], day)
        base = daily.filter(pl.col("period") == number - 1, pl.col("date") <= base_end)
        year = daily.filter(pl.col("period") == number, pl.col("date") <= day)
        opening = base.group_by(who).agg(opening_net=pl.col("net").sum()).filter(pl.col("opening_net") > 0)
        now = year.group_by(who).agg(cohort_net=pl.col("net").sum())
        both = opening.join(now, on=who, how="left", nulls_equal=True).with_columns(
            pl.col("cohort_net").fill_null(_ZERO)
        )
        worth = both.with_columns(
            pl.lit(number, dtype=pl.Int32).alias("period"),
            pl.lit(day).alias("date"),
            pl.min_horizontal("cohort_net", "opening_net").alias("cohort_kept"),
        )
        found.append(worth.group_by(*keys, "date").agg(pl.col(sorted(COHORT)).sum()))
    groups = {name: daily.schema[name] for name in keys}
    nothing = pl.DataFrame(schema={**groups, "date": pl.Date(), **dict.fromkeys(sorted(COHORT), MONEY)})
    return pl.concat([nothing, *found])


def _largest(daily: pl.DataFrame, keys: Sequence[str], days: Days) -> pl.DataFrame:
    """The net of the customers with the largest net, on each day asked for.

    The largest of today are not those of yesterday plus a few, so the nets are kept in order and moved one by one.
    """
    rows: list[tuple[object, ...]] = []
    changes = daily.sort(*keys, "date", "customer").select(*keys, "date", "customer", "net").iter_rows()
    for group, listed in groupby(changes, key=lambda row: row[: len(keys)]):
        ordered: list[Decimal] = []
        nets: dict[str, Decimal] = {}
        waiting = sorted(days.get(group[0], ()), reverse=True)
        for *_, day, customer, net in listed:
            while waiting and waiting[-1] < day:
                rows.append((*group, waiting.pop(), sum(ordered[-LARGEST:], Decimal(0))))
            if customer in nets:
                del ordered[bisect_left(ordered, nets[customer])]
            nets[customer] = nets.get(customer, Decimal(0)) + net
            insort(ordered, nets[customer])
        rows += [(*group, day, sum(ordered[-LARGEST:], Decimal(0))) for day in waiting]
    schema = {**{name: daily.schema[name] for name in keys}, "date": pl.Date(), "top10_net": MONEY}
    return pl.DataFrame(rows, schema=schema, orient="row")
