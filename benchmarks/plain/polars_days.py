"""The plainest Polars script over a folder of daily CSVs: revenue and orders by rep."""

import sys

import polars as pl

table = (
    pl.scan_csv(f"{sys.argv[1]}/*.csv", try_parse_dates=True)
    .group_by("rep")
    .agg(pl.col("amount").sum().alias("net_revenue"), pl.col("order_id").n_unique().alias("orders"))
    .sort("rep")
    .collect()
)
sys.stdout.write(table.write_csv())
