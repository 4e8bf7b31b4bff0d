"""Scores of order lines with openretailscience, from a CSV that it reads with pandas, and how many have each."""

import sys

import pandas as pd
from openretailscience.segmentation.rfm import RFMSegmentation

names = {"order_id": "transaction_id", "order_date": "transaction_date", "amount": "unit_spend"}
lines = pd.read_csv(sys.argv[1], parse_dates=["order_date"]).rename(columns=names)
day = lines["transaction_date"].max().date()
scored = RFMSegmentation(lines, day, r_segments=5, f_segments=5, m_segments=5).df
print(scored.groupby("rfm_segment").size())
