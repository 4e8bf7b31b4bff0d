"""The same table as polars_csv.py in DuckDB."""

import sys

import duckdb

query = """
    select date_trunc('month', order_date)::date as month, rep, sum(amount) as net_revenue,
           count(distinct order_id) as orders, count(distinct customer_id) as customers
    from read_csv(?) group by all order by all
"""
for row in duckdb.execute(query, [sys.argv[1]]).fetchall():
    print(*row, sep=",")
