"""The small companies that the worked examples of costs, customers' worth and markets are computed on, by hand."""

from __future__ import annotations

STAYING = (
    (
        "orders",
        """\
order_id,order_date,customer_id,amount
S1,2026-01-08,C1,1000.00
S2,2026-01-21,C2,500.00
S3,2026-02-05,C1,1200.00
S4,2026-02-12,C2,200.00
S5,2026-02-27,C3,900.00
""",
    ),
)

SPENDING = (
    (
        "orders",
        """\
order_id,order_date,customer_id,amount,cost
P1,2026-01-07,C1,300.00,200.00
P2,2026-01-14,C2,300.00,200.00
P3,2026-01-21,C3,300.00,200.00
P4,2026-01-28,C6,300.00,200.00
P5,2026-02-02,C1,400.00,240.00
P6,2026-02-09,C2,400.00,240.00
P7,2026-02-16,C4,400.00,240.00
P8,2026-02-23,C5,400.00,240.00
P9,2026-02-27,C6,400.00,240.00
""",
    ),
    (
        "costs",
        """\
cost_date,kind,amount
2026-01-31,Sales salaries,180.00
2026-02-10,Advertising,120.00
2026-02-28,Sales salaries,180.00
2026-02-28,Rent,500.00
""",
    ),
)

MARKET = (
    (
        "orders",
        """\
order_id,order_date,region,amount
M1,2026-01-07,East,100.00
M2,2026-03-31,West,200.00
""",
    ),
    (
        "market",
        """\
period,region,market_size,largest_rival
2026-Q1,,1000.00,400.00
2026-Q1,East,250.00,125.00
""",
    ),
)
