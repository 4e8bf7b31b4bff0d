"""Customer facts: who bought in which period, for the first time, again, after a pause, or no longer.

Everything is judged within the group asked for (a rep, a region), so that a group's figures are those of the same
question with only that group's lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import narwhals as nw

from salesperf.engine import Frame, kept

LARGEST = 10
"""How many customers `top10_net` adds up."""
REPEAT = frozenset({"repeat", "repeat_net"})
"""Atoms that need the number of orders of each customer."""
COHORT = frozenset({"opening_net", "cohort_net", "cohort_kept"})
"""Atoms of the customers with a net above zero in the period before: what it was, what it is now, the smaller one."""


def customer_periods(lines: Frame, *, keys: Sequence[str], atoms: Sequence[str], last_period: int) -> Iterator[Frame]:
    """Frames of customer atoms by `keys`, to be joined on them.

    `keys` holds `period` (0, 1, 2, ... without gaps) and the group columns. A customer is active in a period with
    a sold line of amount > 0 in it. Where the lines have `base_net`, the period before is worth that: the net of its
    same elapsed part.
    """
    groups = [key for key in keys if key != "period"]
    rows = kept(_activity(lines, keys, with_orders=not REPEAT.isdisjoint(atoms)))
    active = _with_neighbours(rows.filter(nw.col("buys")), groups)
    stays = {"new", "retained", "reactivated", "new_net", *REPEAT} & set(atoms)
    if stays:
        yield _of_active(active, keys, stays)
    if {"opening", "lost"} & set(atoms):
        yield _of_followers(active, keys, set(atoms), last_period=last_period)
    if "top10_net" in atoms:
        yield _largest(rows, keys)
    if cohort := COHORT & set(atoms):
        yield _cohort(rows, keys, cohort, last_period=last_period)


def _activity(lines: Frame, keys: Sequence[str], *, with_orders: bool) -> Frame:
    """One row a group, customer and period: net, whether anything was bought, and how many orders."""
    sold = nw.col("is_sold") & (nw.col("gross") > 0)
    base = lines.filter(~nw.col("customer").is_null()).with_columns(buys=sold)
    opening = "base_net" if "base_net" in base.collect_schema().names() else "net"
    measures = [
        nw.col("net").sum().alias("net"),
        nw.col(opening).sum().alias("opens"),
        nw.col("buys").max().alias("buys"),
    ]
    if with_orders:
        measures += [
            nw.col("qualified_order").n_unique().alias("order_ids"),
            nw.col("qualified_order").null_count().alias("order_nulls"),
        ]
    rows = base.group_by(*keys, "customer").agg(*measures)
    if not with_orders:
        return rows
    nothing = nw.when(nw.col("order_nulls") > 0).then(nw.lit(1)).otherwise(nw.lit(0))
    return rows.with_columns(orders=nw.col("order_ids").cast(nw.Int64) - nothing).drop("order_ids", "order_nulls")


def _with_neighbours(active: Frame, groups: Sequence[str]) -> Frame:
    """Each active period with the customer's first, previous and next active period in the same group."""
    who = [*groups, "customer"]
    return kept(
        active.with_columns(
            first=nw.col("period").min().over(*who),
            before=nw.col("period").shift(1).over(*who, order_by="period"),
            after=nw.col("period").shift(-1).over(*who, order_by="period"),
        )
    )


def _of_active(active: Frame, keys: Sequence[str], atoms: set[str]) -> Frame:
    is_new = nw.col("period") == nw.col("first")
    stayed = (nw.col("before") == nw.col("period") - 1).fill_null(value=False)
    came_back = ~is_new & ~stayed
    counts = {"new": is_new, "retained": stayed, "reactivated": came_back}
    if not REPEAT.isdisjoint(atoms):
        counts["repeat"] = nw.col("orders") > 1
    marked = {name: claim.cast(nw.Int64) for name, claim in counts.items() if name in atoms}
    nets = {"new_net": is_new, "repeat_net": counts.get("repeat", is_new)}
    marked |= {name: nw.when(claim).then(nw.col("net")) for name, claim in nets.items() if name in atoms}
    summed = [nw.col(name).sum().alias(name) for name in marked]
    return active.with_columns(**marked).group_by(*keys).agg(*summed)


def _of_followers(active: Frame, keys: Sequence[str], atoms: set[str], *, last_period: int) -> Frame:
    """What each active period means for the next one: an opening customer, and a lost one unless it buys again."""
    following = active.filter(nw.col("period") < last_period)
    stays = (nw.col("after") == nw.col("period") + 1).fill_null(value=False)
    moved = following.with_columns(is_lost=(~stays).cast(nw.Int64), period=nw.col("period") + 1)
    measures = {"opening": nw.len().alias("opening"), "lost": nw.col("is_lost").sum().alias("lost")}
    return moved.group_by(*keys).agg(*(expr for name, expr in measures.items() if name in atoms))


def _cohort(rows: Frame, keys: Sequence[str], atoms: frozenset[str], *, last_period: int) -> Frame:
    """What the customers with a net above zero in one period are worth in the next: zero where they did not buy."""
    who = [*(key for key in keys if key != "period"), "customer"]
    followed = rows.with_columns(
        after=nw.col("period").shift(-1).over(*who, order_by="period"),
        next_net=nw.col("net").shift(-1).over(*who, order_by="period"),
    )
    opening = followed.filter(nw.col("opens") > 0, nw.col("period") < last_period)
    stays = (nw.col("after") == nw.col("period") + 1).fill_null(value=False)
    now = nw.when(stays).then(nw.col("next_net")).otherwise(nw.lit(0).cast(nw.Decimal(38, 6)))
    moved = opening.with_columns(cohort_net=now, opening_net=nw.col("opens"), period=nw.col("period") + 1)
    is_less = nw.col("cohort_net") < nw.col("opening_net")
    kept_part = nw.when(is_less).then(nw.col("cohort_net")).otherwise(nw.col("opening_net"))
    held = moved.with_columns(cohort_kept=kept_part)
    return held.group_by(*keys).agg(*(nw.col(name).sum().alias(name) for name in sorted(atoms)))


def _largest(rows: Frame, keys: Sequence[str]) -> Frame:
    """The net of the largest customers; equal nets are told apart by the customer's key, which changes no sum."""
    # A running number over a stated order is what every backend can do; a rank over an order is not.
    one = rows.with_columns(one=nw.lit(1), negative=nw.lit(0) - nw.col("net"))
    numbered = one.with_columns(place=nw.col("one").cum_sum().over(*keys, order_by=["negative", "customer"]))
    return numbered.filter(nw.col("place") <= LARGEST).group_by(*keys).agg(nw.col("net").sum().alias("top10_net"))
