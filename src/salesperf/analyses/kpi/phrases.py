"""The words of the scoreboard."""

from __future__ import annotations

from salesperf.core.period import Grain
from salesperf.core.text import Text

TITLE = Text("Sales performance", "销售业绩")
TITLE_BY = Text("Sales performance by {names}", "销售业绩（按{names}）")
METRIC_BY = Text("{metric} by {by}", "{metric}（按{by}）")
METRIC = Text("metric", "指标")
VALUE = Text("value", "数值")
PERIOD = Text("period", "期间")
TREND = {
    Grain.DAY: Text("by day", "按日走势"),
    Grain.WEEK: Text("by week", "按周走势"),
    Grain.MONTH: Text("by month", "按月走势"),
    Grain.QUARTER: Text("by quarter", "按季走势"),
    Grain.YEAR: Text("by year", "按年走势"),
}
CHANGE = Text("change", "环比")
TOTAL = Text("total", "合计")
NO_NAME = Text("(none)", "（空）")

PREV_VALUE = Text("{label}, period before", "{label}（上期）")
YOY_VALUE = Text("{label}, year before", "{label}（去年同期）")
YTD_VALUE = Text("{label}, year to date", "{label}（本年累计）")
YTD_BASE_VALUE = Text("{label}, year to date a year before", "{label}（去年同期累计）")
PREV = Text("period before", "上期")
YOY = Text("year before", "去年同期")
YTD = Text("year to date", "本年累计")
YTD_BASE = Text("year to date, year before", "去年累计")
GROWTH_WORDS = {
    "dod": Text("vs day before", "日环比"),
    "wow": Text("vs week before", "周环比"),
    "mom": Text("vs month before", "环比"),
    "qoq": Text("vs quarter before", "季环比"),
    "yoy": Text("vs year before", "同比"),
    "pop": Text("vs period before", "较上期"),
    "ytd_yoy": Text("year to date vs year before", "累计同比"),
}
BASE_ZERO = Text("nothing to compare with: the base is zero or unknown", "无可比基数：基期为零或未知")
BOTH_ZERO = Text("nothing to compare: both are zero", "无可比：两期均为零")
BASE_NEGATIVE = Text("not meaningful: the base is {base}, the change {change}", "无意义：基期为{base}，变动{change}")

ROWS_WORD = Text("{span}; {basis}", "{span}；{basis}")
TAKEN_FOR_EMPTY = Text("{said}; taken for empty: {words}{more}", "{said}；视为空的文字：{words}{more}")
NO_CUSTOMER_COLUMN = Text("no customer column: customer metrics are left out", "没有客户列：不计算客户类指标")
COVERAGE = Text(
    "cost is known for {share} of net revenue; margin is over that part", "{share}的销售净额有成本；毛利按该部分计算"
)
RETURNS_UNCOSTED = Text(
    "the cost of returns is not known for all of them: they lower net revenue, and leave gross profit as it was (the "
    "lines with a cost are {share} of net revenue)",
    "部分退货没有成本：这些退货减少销售净额，但未计入毛利（有成本的明细为销售净额的{share}）",
)
SKIPPED = Text("left out for want of columns: {names}", "因缺少相应的列而未计算：{names}")
UNLOCK = Text("more can be measured with further tables: {sources}", "提供更多数据表还可计算：{sources}")
UNLOCKS = Text("{source}: {names}", "{source}——{names}")
AND, COMMA, SEMICOLON = Text(" and ", "和"), Text(", ", "、"), Text("; ", "；")
FIRST_SEEN = Text(
    "a customer counts as new at the first purchase in these data, which begin on {first}; "
    "earlier purchases are not known",
    "客户在本数据中的首次购买视为新客户；数据自{first}起，更早的购买未知",
)
POOLED = Text(
    "retention and churn are of the average month (pooled over complete months); use --period or --grain for one",
    "留存率与流失率为各完整月汇总后的月平均水平；指定 --period 或 --grain 可看单个期间",
)
POOLED_TOTAL = Text(
    "in the total, retention and churn are of the average {grain} (pooled over complete {grain}s)",
    "合计行的留存率与流失率为各完整{grain}汇总后的{grain}平均水平",
)
PARTIAL = Text(
    "{period} is not complete: the data reach {through}; it is compared with the same elapsed part of its base",
    "{period}尚未结束：数据截至{through}；与基期的同一时段比较",
)
UNFINISHED = Text(
    "{word} is {period}: the data reach {through}, before {unfinished} is over; --period {unfinished} shows that one",
    "{word}取{period}：数据截至{through}，{unfinished}尚未结束；如需查看，请用 --period {unfinished}",
)
TREND_ENDS = Text(
    "the trend ends before {unfinished}, which is not over: the data reach {through}; --period {unfinished} shows it",
    "走势不含{unfinished}：数据截至{through}，该期尚未结束；如需查看，请用 --period {unfinished}",
)
BASE_EDGE = Text(
    "the data begin on {first}, within {bases}: growth on it is on part of it only",
    "数据自{first}起，{bases}的数据不完整：与其对比的增长仅基于其中一部分",
)
FIRST_EDGE = Text("the data begin on {first}: {period} is not whole", "数据自{first}起，{period}不是完整期间")
EDGE = Text(
    "periods at the edge reach beyond {period}; the total is of {period} alone",
    "首尾期间超出{period}；合计仅为{period}",
)
BRIEF = Text(
    "a choice of metrics is shown; name others with --metrics, or take all of them with --format csv or json",
    "仅显示部分指标；可用 --metrics 指定其他指标，或用 --format csv 或 json 取得全部",
)
FEW_ANSWERS = Text(
    "fewer than 30 {answers}, so that chance may have moved the result: {rows}; csat_low, csat_high, nps_low and "
    "nps_high tell how far",
    "{answers}不足 30 份，结果可能受偶然因素影响：{rows}；置信区间见 csat_low、csat_high、nps_low、nps_high",
)
OF_ROW = Text("{row} ({count})", "{row}（{count}）")
AND_MORE = Text("{count} more", "另有 {count} 个")
SHARE = Text("share", "占比")
SHARE_OF = Text("share of {label}", "{label}占比")
NO_SHARE = Text("no share: all groups together have nothing", "无法计算占比：各组合计不大于零")
LAGGING = Text(
    "{groups:group|groups} lost share of {metric} and grew far less than all ({growth} on the {against}): {named}; "
    "growing like all would have brought {short} more",
    "{groups} 组的{metric}占比下降，且增长明显低于整体（整体较{against} {growth}）：{named}；"
    "若与整体同步增长，可多 {short}",
)
CAMPAIGNS = Text("Campaigns", "营销活动")
NO_CAMPAIGNS = Text("no campaign with a first and a last day", "没有带起止日期的活动")
FROM, TO, NAME, COST = Text("from", "开始"), Text("to", "结束"), Text("name", "名称"), Text("cost", "费用")
IN_ITS_DAYS = Text("net revenue", "净销售额")
DAYS_BEFORE = Text("days before", "活动前同天数")
UPLIFT = Text("uplift", "增量")
RETURN_BEFORE = Text("uplift on days before / cost", "较活动前增量／费用")
RETURN_LAST_YEAR = Text("uplift on year before / cost", "较去年增量／费用")
NOT_BEGUN = Text("the campaign begins after the data end", "活动开始日晚于数据截止日")
BEFORE_DATA = Text("the data begin on {first}, after the days compared with", "数据自{first}起，晚于对比日期")
HOW_COMPARED = Text(
    "a campaign's days are held against as many days just before it and the same days of the year before; all sales "
    "count, of a campaign with a channel those of the channel; whatever else happened on these days is in the uplift",
    "活动期间与活动前相同天数、去年同日对比；计入全部销售，活动注明渠道时仅计该渠道；同期其他因素的影响也包含在增量中",
)
UNKNOWN_CHANNEL = Text(
    "the sales do not know {names}: all sales count for campaigns of such a channel",
    "销售数据中没有渠道{names}：相应活动按全部销售计算",
)
OVERLAP = Text(
    "campaigns on some of the same days, whose uplift holds that of the other: {pairs}",
    "活动日期重叠，增量互相包含：{pairs}",
)
