"""The plainest Polars script from order lines to segments: quintiles of recency, orders and amount, and a summary."""

import sys

import polars as pl

lines = pl.scan_csv(sys.argv[1], try_parse_dates=True)
customers = (
    lines.group_by("customer_id")
    .agg(pl.col("order_date").max(), pl.col("order_id").n_unique().alias("f"), pl.col("amount").sum().alias("m"))
    .collect()
)
customers = customers.with_columns((pl.col("order_date").max() - pl.col("order_date")).dt.total_days().alias("r"))


def score(name: str) -> pl.Expr:
    """How many quintiles a value is above, and one."""
    edges = [customers[name].quantile(part / 5, interpolation="linear") for part in range(1, 5)]
    return pl.sum_horizontal(pl.col(name) > edge for edge in edges) + 1


scored = customers.with_columns((6 - score("r")).alias("rs"), score("f").alias("fs"), score("m").alias("ms"))
rules = (
    ("champions", (5,), (4, 5)),
    ("loyal", (3, 4), (4, 5)),
    ("potential", (4, 5), (2, 3)),
    ("new", (5,), (1,)),
    ("promising", (4,), (1,)),
    ("attention", (3,), (3,)),
    ("sleep", (3,), (1, 2)),
    ("lose", (1, 2), (5,)),
    ("risk", (1, 2), (3, 4)),
)
segment = pl.lit("hibernating")
for name, recencies, frequencies in reversed(rules):
    fits = pl.col("rs").is_in(recencies) & pl.col("fs").is_in(frequencies)
    segment = pl.when(fits).then(pl.lit(name)).otherwise(segment)
told = scored.with_columns(segment.alias("segment")).group_by("segment")
print(told.agg(pl.len(), pl.col("m").sum(), pl.col("r", "f").median(), pl.col("m").median().alias("median")))
