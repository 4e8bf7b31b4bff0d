"""The usual pandas script from order lines to segments: qcut of recency, orders and amount, and a summary."""

import sys

import pandas as pd

lines = pd.read_csv(sys.argv[1], parse_dates=["order_date"])
customers = lines.groupby("customer_id").agg(last=("order_date", "max"), f=("order_id", "nunique"), m=("amount", "sum"))
customers["r"] = (lines["order_date"].max() - customers["last"]).dt.days
customers["rs"] = 5 - pd.qcut(customers["r"], 5, labels=False, duplicates="drop")
customers["fs"] = 1 + pd.qcut(customers["f"], 5, labels=False, duplicates="drop")
customers["ms"] = 1 + pd.qcut(customers["m"], 5, labels=False, duplicates="drop")
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
customers["segment"] = "hibernating"
for name, recencies, frequencies in rules:
    customers.loc[customers["rs"].isin(recencies) & customers["fs"].isin(frequencies), "segment"] = name
print(customers.groupby("segment").agg(n=("m", "size"), revenue=("m", "sum"), r=("r", "median"), f=("f", "median")))
