"""Scores and segments of order lines with the package rfm of PyPI, from a CSV read with pandas."""

import sys

import matplotlib as mpl

mpl.use("Agg")
import pandas as pd
from rfm import RFM

lines = pd.read_csv(sys.argv[1], usecols=["customer_id", "order_date", "amount"])
print(RFM(lines, customer_id="customer_id", transaction_date="order_date", amount="amount").segment_table)
