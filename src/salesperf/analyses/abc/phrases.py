"""The words of `abc`."""

from __future__ import annotations

from salesperf.core.text import Text

TITLE = Text("{many} by what they bring (ABC)", "{many}贡献分类（ABC）")
DAYS = Text("{first} to {last}", "{first} 至 {last}")
CLASSES = Text("Classes", "分类")
CLASS, COUNT = Text("class", "类别"), Text("{many}", "{many}数")
OF_ALL, OF_AMOUNT = Text("of all", "数量占比"), Text("of {amount}", "{amount}占比")
LARGEST, SMALLEST = Text("largest", "最大"), Text("smallest", "最小")
REVENUE, MARGIN = Text("net revenue", "销售净额"), Text("gross profit", "毛利")
TOTAL = Text("total", "合计")
CARRIED = Text("How much a few carry", "集中度")
THE_LARGEST = Text("the largest", "前列")
TOP = Text("top {count}", "前 {count}")
CURVE = Text("Lorenz curve: what the smallest bring", "洛伦兹曲线：自小到大的累计占比")
SMALLEST_SHARE, THEIR_SHARE, EQUAL = (
    Text("the smallest", "自小到大"),
    Text("bring", "累计占比"),
    Text("if all were equal", "完全平均"),
)
RANKED = Text("The largest {many}", "头部{many}")
PARETO = Text("{amount} and running share", "{amount}及累计占比")
RANK, SHARE, RUNNING, LAST = (
    Text("rank", "名次"),
    Text("share", "占比"),
    Text("running share", "累计占比"),
    Text("last sale", "最近销售"),
)
OTHERS = Text("{count} others", "其余{count}个")
CROSSED = Text("Classes and segments (customers)", "贡献分类与客群（客户数）")
BY = Text("Classes by {dimension}", "按{dimension}的分类")
NONE = Text("(none)", "（无）")

RULE = Text(
    "A up to {a} of {amount}, B up to {b}, the largest first; {own}; equal amounts are in one class",
    "按{amount}从大到小累计，至 {a} 为 A 类，至 {b} 为 B 类；{own}；相等者同类",
)
OWN_COUNTED = Text("the share of one counts for its own class", "自身占比计入累计")
OWN_ABOVE = Text(
    "the share of one counts for its own class; whoever brings most is of class A all the same",
    "自身占比计入累计，但贡献最大者始终为 A 类",
)
OWN_NOT = Text("who crosses a threshold is still in the better class", "跨过界限者仍归较高一类")
GINI = Text("Gini coefficient {gini} (0: all equal, 1: one has all)", "基尼系数 {gini}（0 为完全平均，1 为一家独占）")
ALERT = Text(
    "{name} alone brings {share} of {amount} (warning from {alert})",
    "{name} 一家占{amount}的 {share}（预警线 {alert}）",
)
BELOW = Text(
    "class C: {count:brings|bring} nothing or less ({sum}); shares are of what the others bring, and less has none",
    "C 类中有 {count} 个贡献不大于零（{sum}）；占比按其余合计计算，负数不计占比",
)
UNKEYED = Text("left out: {lines:line|lines} without a {what} ({amount})", "未计入：{lines} 行缺少{what}（{amount}）")
COSTED = Text(
    "the cost of {share} of the revenue is known: gross profit is of that",
    "仅 {share} 的收入已知成本，毛利按该部分计算",
)
LAPSED = Text("class D: {count} that brought something only before {first}", "D 类：{count} 个仅在 {first} 之前有贡献")
UNDATED = Text("left out: {lines:line|lines} without a date", "未计入：{lines} 行没有日期")
NOBODY_GAINS = Text("nothing above zero was brought: there are no shares", "没有大于零的贡献，无法计算占比")
