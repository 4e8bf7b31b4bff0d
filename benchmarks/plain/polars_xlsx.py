"""The plainest Polars script over a workbook: revenue and orders by rep."""

import sys

import polars as pl

table = (
    pl.read_excel(sys.argv[1])
    .group_by("rep")
    .agg(pl.col("amount").sum().alias("net_revenue"), pl.col("order_id").n_unique().alias("orders"))
    .sort("rep")
)
sys.stdout.write(table.write_csv())
