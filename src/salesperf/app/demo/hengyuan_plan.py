"""恒源建材's commission plan of the second half of 2025, as its sales management keeps it."""

HENGYUAN_PLAN = """\
# 2025年下半年销售提成方案：阶梯提成随回款发放，季度团队奖池，破纪录奖励，月度荣誉。

[plan]
id = "hengyuan-2025H2"
version = 1
title = "Hengyuan sales plan, second half of 2025"
title_zh = "2025年下半年销售提成方案"
from = 2025-07-01
to = 2025-12-31
currency = "CNY"
period = "month"
rounding = { mode = "half_up", places = 2 }    # 每行提成四舍五入一次
day_count = "actual"                           # 入离职按自然日折算
clawback = "as_paid"                           # 退货按销售当时所付扣回
negative_balance = "carry"                     # 欠款抵扣以后各月
returns_reduce_attainment = true
who = { roles = ["客户经理"] }

[[component]]
name = "base"
title = "Tiered commission"
title_zh = "阶梯提成"
rule = "tiered"
mode = "marginal"                              # 各段按各段的比例
per = "quarter"                                # 按季度累计业绩
tiers = [
    { to = 1_000_000, rate = 0.01 },           # 100万以内 1%
    { to = 2_000_000, rate = 0.015 },          # 100万至200万 1.5%
    { rate = 0.02 },                           # 200万以上 2%
]
released = "on_collection"                     # 随订单回款发放

[[component]]
name = "record"
title = "Record bonus"
title_zh = "破纪录奖励"
rule = "record_bonus"
base = "excess"                                # 超出以往最好一月的部分
rate = 0.05
since = 2023-01-01

[[pool]]
name = "team"
title = "Team pool"
title_zh = "季度团队奖池"
share = "contribution_and_score"               # 七成按贡献，三成按协作评分
dimension = "协作"
contribution = 0.7
per = "quarter"
gate = 1.0                                     # 团队季度目标达成才发
rate = 0.02

[[honour]]
name = "champion"
title = "Champion of the month"
title_zh = "月度销售冠军"
measure = "net_revenue"
amount = 1000
ties = "share"

[[honour]]
name = "newcomer"
title = "Newcomer with the most progress"
title_zh = "新人进步奖"
measure = "net_revenue"
of = "progress"
newcomer_months = 12
amount = 500
ties = "share"
"""
