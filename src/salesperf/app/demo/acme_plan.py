"""Acme Workshop Supply's commission plan, as its finance keeps it."""

ACME_PLAN = """\
# Commission of account managers: accelerators by the attainment of the quarter's quota, a ramp and a draw for
# newcomers, a bonus for new customers, and clawback of what comes back.

[plan]
id = "acme-2026"
version = 1
title = "Acme sales plan 2026"
from = 2026-01-01
to = 2026-12-31
currency = "USD"
period = "month"
rounding = { mode = "half_up", places = 2 }    # once, on each payout line
day_count = "actual"                           # joiners and leavers: by calendar days
clawback = "as_paid"                           # a return takes back what its sale was paid
negative_balance = "carry"                     # what is owed is held against later months
returns_reduce_attainment = true
who = { roles = ["Account Manager"] }

[quota]
prorate = true                                 # a quota is cut to the days somebody was there
ramp = [0, 0.5, 0.75]                          # first three months after the hire
missing = "unpaid"                             # who is too new to have a quota is paid the draw

[[component]]
name = "base"
title = "Commission"
rule = "accelerator"
mode = "marginal"                              # each slice at its own rate
per = "quarter"                                # attainment of the quarter to date
rate = 0.04
tiers = [
    { to = 0.5, factor = 0.5 },                # up to half of the quota: 2 %
    { to = 1, factor = 1 },                    # up to the quota: 4 %
    { to = 1.25, factor = 1.5 },               # 6 %
    { factor = 2 },                            # 8 %
]

[[component]]
name = "new_customers"
title = "New customers"
rule = "spif"
measure = "new_customers"
each = 150

[draw]
kind = "recoverable"
style = "minimum"
amount = 1500                                  # commission is filled up to it and pays it back later
keep = 750                                     # what is never taken for it
"""
