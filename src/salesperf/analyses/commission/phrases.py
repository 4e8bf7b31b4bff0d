"""The words of payouts."""

from __future__ import annotations

from salesperf.core.text import Text

AT_MOST = Text("the component pays {cap} at most: {withheld} are withheld", "该项上限为{cap}，超出的{withheld}不付")
NOTHING_CREDITED = Text("nothing was credited in the period", "本期没有可计提的业绩")
TITLE = Text("Commission, {plan}", "提成：{plan}")
PEOPLE = Text("Payout by person", "个人提成")
WHO = Text("rep", "销售员")
WHO_ID = Text("rep ID", "销售员编号")
PERIOD = Text("period", "期间")
PLAN = Text("plan", "方案")
COMPONENT = Text("component", "组成部分")
KIND = Text("kind", "类别")
CREDITED = Text("credited", "计提业绩")
TARGET = Text("target", "目标")
ATTAINMENT = Text("attainment", "达成率")
PAY = Text("payout", "提成")
WHY = Text("why", "说明")
TOTAL = Text("total", "合计")
NO_ONE = Text("{label}: {amount} have no rep, and nobody is paid for them", "{label}：{amount} 没有销售员，未计提")
OUTSIDE = Text(
    "the plan {plan} holds from {first} on; {period} lies before", "方案 {plan} 自{first}起生效，{period}在此之前"
)
COST = Text("paid in all: {pay}, {share} of what was credited", "合计 {pay}，占计提业绩的{share}")
