"""The words of `rfm`."""

from __future__ import annotations

from salesperf.core.text import Text

TITLE = Text("Customer segments (RFM)", "客户分群（RFM）")
BY_SCORES = Text("Segments", "客群")
GRID = Text("Customers by recency and frequency", "按近度与频度的客户数")
CUTOFFS = Text("What a score means", "得分含义")
PLAYBOOK = Text("What to do", "跟进策略")
SEGMENT_IS = Text("segment", "客群")
CUSTOMERS = Text("customers", "客户数")
SHARE_OF_CUSTOMERS = Text("of customers", "客户占比")
REVENUE = Text("net revenue", "销售净额")
GROSS = Text("gross revenue", "销售额")
SHARE_OF_REVENUE = Text("of revenue", "销售占比")
MEDIAN_DAYS = Text("days since, median", "距今天数（中位数）")
MEDIAN_OFTEN = Text("purchases, median", "购买次数（中位数）")
MEDIAN_WORTH = Text("amount, median", "金额（中位数）")
TOTAL = Text("total", "合计")
NOBODY = Text("nobody bought anything up to the analysis date", "截至分析日期没有客户购买")
CUSTOMERS_OF = Text("Customers by segment", "各客群客户数")
REVENUE_OF = Text("Revenue by segment", "各客群销售额")
AXIS = Text("axis", "维度")
SCORE = Text("score", "得分")
FROM = Text("from", "自")
TO = Text("to", "至")
OWNER, CHANNEL = Text("owner", "负责人"), Text("channel", "方式")
CADENCE, ACTION = Text("how often", "频率"), Text("what to do", "动作")
AT_STAKE = Text("revenue at stake", "涉及销售额")
RECENCY_SCORE = Text("recency score {score}", "近度得分 {score}")
FREQUENCY_SCORE = Text("F{score}", "F{score}")

PRESET = Text("preset {key}: {told}", "预设 {key}：{told}")
COUNTED = Text("counted: {told}", "口径：{told}")
ON_DAY = Text("as of {day}", "截至{day}")
MAP = Text(
    "segment map {name} ({title}): the first rule that fits wins", "分群 {name}（{title}）：以首条相符的规则为准"
)
NO_MAP = Text("no segment map: the code of the scores is the segment", "未使用分群：得分代码即客群")
FROZEN = Text("scored by the cut-offs of {day}, not by new ones", "按{day}保存的分界评分，未重新计算")
WINDOW = Text(
    "frequency and monetary are of the {days} days up to {day}; recency is of all the data",
    "频次与金额仅计截至{day}的{days}天，最近消费按全部数据",
)
BEFORE = Text(
    "not scored: {customers:customer|customers} who bought only before these days",
    "{customers} 个客户只在此前购买，未参与评分",
)
UNNAMED = Text(
    "{lines:line without a customer is|lines without a customer are} left out ({amount} net)",
    "{lines} 行没有客户，未计入（净额 {amount}）",
)
RETURNED = Text(
    "not scored: {customers:customer|customers} who kept nothing of what was bought ({amount} net)",
    "{customers} 个客户没有保留任何购买，未参与评分（净额 {amount}）",
)
NEVER = Text(
    "{customers:listed customer has|listed customers have} never bought: {title}",
    "{customers} 个客户表中的客户从未购买：{title}",
)
EIGHTY = Text(
    "{customers} of {all} customers ({share}) bring 80 % of the revenue",
    "{all} 个客户中的 {customers} 个（{share}）贡献 80% 的销售额",
)
SHARED = Text(
    "map {name}: more than one segment claims {count:code|codes} ({codes}); the first of them gets it",
    "分群 {name}：有 {count} 个代码（{codes}）被多个客群的规则覆盖，归入其中第一个",
)
UNREACHED = Text("map {name}: {told}", "分群 {name}：{told}")
UNDATED = Text("left out: {lines:line|lines} without a date", "{lines} 行没有日期，未计入")

ONE_CUSTOMER = Text(
    "only one customer bought: scores compare customers, and there is nobody to compare with",
    "只有一个客户购买：得分由客户之间比较得出，没有可比的客户",
)
FEW = Text(
    "{customers} customers are few for {bins} scores an axis: one more or less moves the others",
    "仅 {customers} 个客户，对每项 {bins} 档而言偏少：增减一个客户就会改变其他客户的得分",
)
SHORT = Text(
    "the data span {days:day|days}: who buys every quarter cannot be told from who has left",
    "数据仅 {days} 天：无法区分按季采购的客户与已流失的客户",
)
MERGED = Text(
    "{axis}: so many customers have the same value that nobody has the score {scores}",
    "{axis}：大量客户数值相同，得分 {scores} 没有客户",
)
TIES = Text(
    "{axis}: {share} of the customers have the value {value}, all in one score",
    "{axis}：{share} 的客户数值同为 {value}，得分相同",
)
PARTED = Text(
    "{axis}: {customers:customer has|customers have} the same value as somebody with another score",
    "{axis}：{customers} 个客户与得分不同的客户数值相同",
)
NEAR = Text(
    "{customers} customers ({share}) would have another score with one day or purchase more or less",
    "{customers} 个客户（{share}）再差一天或一次购买就会换一个得分",
)
