"""Classes by running share: whoever brings most first, equal amounts in one class, exact at any threshold."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

import polars as pl

from salesperf.analyses.abc.section import AbcSection, Own
from salesperf.core.money import EXACT
from salesperf.tables.schema import MONEY

CLASSES = ("A", "B", "C", "D")
LAPSED = "D"
_STEP = Decimal("0.000001")


def classed(frame: pl.DataFrame, lapsed: pl.DataFrame, section: AbcSection) -> pl.DataFrame:
    """`key`, `amount`, `last`, `rank`, `running` (what all up to it and its equals bring), `class`; the largest first.

    Shares are of what those above zero bring: who brings nothing or less is of class C. Whoever brings most is of class
    A, however much that is (`docs/decisions.md`, 95). Who brought something only before is of class D, brings nothing
    and has no rank.
    """
    ordered = frame.sort("amount", "key", descending=[True, False]).with_row_index("rank", offset=1)
    gains = pl.max_horizontal(pl.col("amount"), pl.lit(Decimal(0), dtype=MONEY))
    ordered = ordered.with_columns(gains.cum_sum().alias("so_far"))
    # Equals stand or fall together: what all of them bring counts for each.
    ordered = ordered.with_columns(
        pl.col("so_far").max().over("amount").alias("running"),
        (pl.col("so_far") - gains).min().over("amount").alias("before"),
    )
    whole = total_of(frame)
    marks = [_mark(ordered, whole, share, section.own) for share in (section.a, section.b)]
    has_worth, brings_most = pl.col("amount") > 0, pl.col("before") == 0
    found = pl.when(has_worth & (marks[0] | brings_most)).then(pl.lit("A")).when(has_worth & marks[1]).then(pl.lit("B"))
    ranked = ordered.with_columns(found.otherwise(pl.lit("C")).alias("class"))
    columns = ("key", "amount", "last", "rank", "running", "class")
    gone = lapsed.select("key", pl.lit(Decimal(0), dtype=MONEY).alias("amount"), "last", pl.lit(LAPSED).alias("class"))
    return pl.concat((ranked.select(columns), gone), how="diagonal").select(columns)


def total_of(frame: pl.DataFrame) -> Decimal:
    """What all who bring more than nothing bring."""
    return sum(frame.filter(pl.col("amount") > 0)["amount"].to_list(), Decimal(0))


def is_above(frame: pl.DataFrame, section: AbcSection) -> bool:
    """Whether what the largest bring, with their equals, passes the limit of class A: they are in it all the same."""
    if section.own is not Own.COUNTED or frame.is_empty() or frame["amount"][0] <= 0:
        return False
    return bool(frame["running"][0] > EXACT.multiply(total_of(frame), section.a))


def _mark(ordered: pl.DataFrame, whole: Decimal, share: Decimal, own: Own) -> pl.Expr:
    """Whether a share is not passed: amounts are whole steps, so that an exact limit may be cut to them."""
    limit = EXACT.multiply(whole, share)
    floor = limit.quantize(_STEP, ROUND_FLOOR, context=EXACT)
    if own is Own.COUNTED:
        return pl.col("running") <= pl.lit(floor, dtype=ordered.schema["running"])
    least = floor if floor == limit else floor + _STEP
    return pl.col("before") < pl.lit(least, dtype=ordered.schema["before"])
