"""The small companies that the worked examples are computed on, by hand."""

from __future__ import annotations

ORDERS = (
    (
        "orders",
        """\
order_id,order_date,customer_id,rep_id,quantity,amount,discount,cost,status
A1,2026-01-05,C1,R1,10,1000.00,0.00,600.00,completed
A1,2026-01-05,C1,R1,5,450.00,50.00,300.00,completed
A2,2026-01-20,C2,R2,2,300.00,0.00,,completed
A3,2026-02-03,C1,R1,-1,-100.00,0.00,-60.00,returned
A4,2026-02-10,C3,R2,4,800.00,200.00,500.00,completed
A5,2026-02-11,C3,R2,1,90.00,0.00,50.00,cancelled
A6,2026-02-25,C1,R1,3,250.00,0.00,150.00,completed
A7,2026-03-04,C2,R2,1,150.00,0.00,90.00,completed
""",
    ),
)

POSTS = (
    ("orders", "order_id,order_date,rep_id,amount\nA1,2026-04-01,R1,700.00\nA2,2026-04-30,R2,300.00\n"),
    ("people", "rep_id,hire_date,fte\nR1,2020-01-01,1\nR2,2026-04-16,0.5\nR3,2020-01-01,1\n"),
)

QUOTAS = (
    ("orders", "order_id,order_date,rep_id,amount\nA1,2026-03-02,R1,30.00\nA2,2026-03-13,R2,69.00\n"),
    (
        "targets",
        "scope,scope_id,metric,period,amount\nrep,R1,net_revenue,2026-03,66.00\nrep,R2,net_revenue,2026-03,132.00\n",
    ),
)

_WEEKS = zip(
    ("01-04", "01-11", "01-18", "01-25", "02-01", "02-08", "02-15", "02-22"), (45, *[110, 90] * 3, 110), strict=True
)
EIGHT_WEEKS = (
    (
        "orders",
        "order_id,order_date,rep_id,amount\nA0,2025-12-29,R1,45.00\n"
        + "".join(f"A{day},2026-{day},R1,{amount}.00\n" for day, amount in _WEEKS),
    ),
    ("targets", "scope,scope_id,metric,period,amount\nrep,R1,net_revenue,2026-02,500.00\n"),
)

_MONTHS = ("2026-01", "2026-02", "2026-03", "2026-04")
NEWCOMER = (
    (
        "orders",
        "order_id,order_date,rep_id,amount\nA0,2026-01-01,R1,100.00\n"
        + "".join(f"A{month},{month}-28,R1,100.00\n" for month in _MONTHS[1:])
        + "B2,2026-02-28,R2,60.00\nB3,2026-03-28,R2,90.00\nB4,2026-04-30,R2,90.00\n",
    ),
    ("people", "rep_id,hire_date\nR1,2020-01-01\nR2,2026-01-01\n"),
    (
        "targets",
        "scope,scope_id,metric,period,amount\n"
        + "".join(f"rep,{rep},net_revenue,{month},100.00\n" for rep in ("R1", "R2") for month in _MONTHS),
    ),
)

ELEVEN_CUSTOMERS = (
    (
        "orders",
        "order_id,order_date,customer_id,amount\nB00,2026-01-02,K00,1000.00\n"
        + "".join(f"B{number:02d},2026-01-02,K{number:02d},100.00\n" for number in range(1, 11)),
    ),
)

DEALS = (
    (
        "deals",
        """\
deal_id,created_date,closed_date,rep_id,stage,status,amount
D1,2026-01-05,2026-02-04,R1,signed,won,1000.00
D2,2026-01-10,2026-02-10,R2,proposal,lost,2000.00
D3,2026-01-12,2026-02-21,R1,signed,won,3000.00
D4,2026-02-20,,R2,proposal,open,4000.00
""",
    ),
)

LEADS = (
    (
        "leads",
        """\
lead_id,created_at,rep_id,first_response_at,status,converted_at
L1,2026-03-02 09:00,R1,2026-03-02 11:00,contacted,2026-03-20
L2,2026-03-03 10:00,R2,2026-03-04 14:00,contacted,
L3,2026-03-10 16:30,R1,,converted,
L4,2026-03-31 15:00,R2,,new,
""",
    ),
)

LEADS_BY_DAY = (
    (
        "leads",
        """\
lead_id,created_at,rep_id,first_response_at,status
L1,2026-03-02,R1,2026-03-02,contacted
L2,2026-03-03,R2,2026-03-04,contacted
L3,2026-03-10,R1,2026-03-13,contacted
""",
    ),
)

ACTIVITIES = (
    (
        "activities",
        """\
activity_id,activity_date,rep_id,kind,planned,completed
A1,2026-02-02,R1,visit,true,true
A2,2026-02-05,R1,visit,true,true
A3,2026-02-03,R1,call,false,true
A4,2026-02-03,R2,proposal,false,true
A5,2026-02-04,R2,visit,false,
A6,2026-02-04,R2,visit,true,false
A7,2026-02-04,R2,follow-up,false,true
""",
    ),
)

ACTIVITIES_AND_DEALS = (*ACTIVITIES, *DEALS)

SURVEYS = (
    (
        "surveys",
        """\
survey_date,customer_id,rep_id,kind,score,scale
2026-03-02,C1,R1,csat,5,5
2026-03-04,C2,R1,csat,4,5
2026-03-09,C3,R2,csat,4,5
2026-03-16,C4,R2,csat,2,5
2026-03-17,C5,R2,csat,6,5
2026-03-02,C1,R1,nps,10,
2026-03-04,C2,R1,nps,9,
2026-03-09,C3,R2,nps,8,
2026-03-16,C4,R2,nps,7,
2026-03-17,C5,R2,nps,3,
""",
    ),
)
