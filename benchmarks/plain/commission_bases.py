"""The plainest Polars script for what four components are paid of: amounts and units by rep, amounts by category."""

import sys

import polars as pl

lines = pl.scan_csv(sys.argv[1], try_parse_dates=True)
month = pl.col("order_date").dt.truncate("1mo").alias("month")
by_rep = lines.group_by(month, "rep_id").agg(pl.col("amount").sum(), pl.col("quantity").sum())
by_category = lines.group_by(month, "rep_id", "category").agg(pl.col("amount").sum())
for table in pl.collect_all([by_rep.sort("month", "rep_id"), by_category.sort("month", "rep_id", "category")]):
    sys.stdout.write(table.write_csv())
