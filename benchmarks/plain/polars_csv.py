"""The plainest Polars script for monthly revenue, orders and customers by rep."""

import sys

import polars as pl

table = (
    pl.scan_csv(sys.argv[1], try_parse_dates=True)
    .group_by(pl.col("order_date").dt.truncate("1mo").alias("month"), "rep")
    .agg(
        pl.col("amount").sum().alias("net_revenue"),
        pl.col("order_id").n_unique().alias("orders"),
        pl.col("customer_id").n_unique().alias("customers"),
    )
    .sort("month", "rep")
    .collect()
)
sys.stdout.write(table.write_csv())
