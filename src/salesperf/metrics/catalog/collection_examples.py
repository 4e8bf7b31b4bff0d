"""The invoices and payments that the worked examples of money owed are computed on, by hand."""

from __future__ import annotations

RECEIVABLES = (
    (
        "invoices",
        """\
invoice_id,customer_id,rep_id,invoice_date,due_date,amount
I1,C1,R1,2026-01-05,2026-02-04,1000.00
I2,C2,R2,2026-01-20,2026-02-19,2000.00
I3,C1,R1,2026-02-10,2026-03-12,3000.00
I4,C3,R2,2026-03-05,2026-04-04,4000.00
I5,C1,R1,2026-06-01,2026-07-01,100.00
""",
    ),
    (
        "payments",
        """\
payment_id,invoice_id,payment_date,amount
P1,I1,2026-02-01,1000.00
P2,I2,2026-03-01,500.00
P3,I3,2026-03-20,3000.00
P4,I2,2026-04-20,300.00
P5,I4,2026-05-15,1000.00
P6,I4,2026-06-10,500.00
""",
    ),
)

CREDITS = (
    (
        "invoices",
        """\
invoice_id,customer_id,invoice_date,due_date,amount
I1,C1,2026-01-05,2026-02-04,1000.00
N1,C1,2026-01-20,2026-01-20,-200.00
I2,C2,2026-02-10,2026-03-12,300.00
""",
    ),
    (
        "payments",
        """\
payment_id,invoice_id,payment_date,amount
P1,I1,2026-02-28,1050.00
""",
    ),
)
"""A credit note of its own, and an invoice paid beyond its amount."""
