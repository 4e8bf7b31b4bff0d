"""The same table as polars_csv.py in pandas."""

import sys

import pandas as pd

orders = pd.read_csv(sys.argv[1], parse_dates=["order_date"])
orders["month"] = orders["order_date"].dt.to_period("M")
table = orders.groupby(["month", "rep"]).agg(
    net_revenue=("amount", "sum"), orders=("order_id", "nunique"), customers=("customer_id", "nunique")
)
sys.stdout.write(table.to_csv())
