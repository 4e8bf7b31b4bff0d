"""The words of `lifecycle`."""

from __future__ import annotations

from salesperf.core.text import Text

TITLE = Text("Customers over time", "客户生命周期")
ON_DAY = Text("as of {day}", "截至{day}")
MOVES = Text("Who came, stayed and left", "客户流动")
PERIOD = Text("period", "期间")
STATES = Text("Where customers stand", "客户现状")
STATE = Text("state", "状态")
ACTIVE, LEFT = Text("active", "活跃"), Text("silent too long", "静默过久")
CUSTOMERS, SHARE = Text("customers", "客户数"), Text("of customers", "客户占比")
YEARLY = Text("brought in 365 days", "近365天销售净额")
TOTAL = Text("total", "合计")
BY_COUNT = Text(
    "Customers of each cohort who bought, by periods since their first", "各首购批次的回购客户占比（首购后第几期）"
)
BY_REVENUE = Text("Revenue of each cohort, of that of its first period", "各首购批次的销售额，占首期之比")
COHORT, FIRST_REVENUE = Text("first bought", "首购期间"), Text("revenue then", "首期销售额")
AGE = Text("+{age}", "+{age}")
GAPS = Text("Days between two purchases", "购买间隔天数")
DAYS, COUNT, OF_GAPS = Text("days", "天数"), Text("gaps", "间隔数"), Text("of all gaps", "占比")
OVERDUE = Text("Overdue to buy, by what they brought in a year", "逾期未购客户（按近一年贡献）")
CUSTOMER, NAME = Text("customer", "客户"), Text("name", "名称")
FIRST, LAST = Text("first purchase", "首次购买"), Text("last purchase", "最近购买")
BOUGHT_ON = Text("days with a purchase", "购买天数")
USUAL, MOST = Text("usual gap", "常规间隔"), Text("nine in ten gaps up to", "九成间隔不超过")
SILENT, LIMIT = Text("days silent", "静默天数"), Text("has left after", "流失界限")
AMOUNT = Text("net revenue", "销售净额")
OTHERS = Text("{count} others", "其余{count}个")
NONE_OVERDUE = Text("nobody with a habit is silent for longer than it", "没有客户的静默期超过其自身习惯")

OWN_LIMIT = Text(
    "a customer has been silent too long after more than nine in ten of its own gaps between purchases; with fewer "
    "than {gaps} gaps of its own, after {days} days, nine in ten of all gaps",
    "静默超过自身九成购买间隔即视为静默过久；自身间隔少于 {gaps} 次的，以全部间隔的九成（{days} 天）为界",
)
SET_LIMIT = Text("a customer has been silent too long after {days} days", "静默超过 {days} 天即视为静默过久")
NO_LIMIT = Text(
    "nobody bought twice: after which silence a customer has left is not known", "没有客户购买两次，无法得出流失界限"
)
MEDIAN = Text(
    "of {gaps:gap|gaps} half are up to {median} days, nine in ten up to {most}",
    "{gaps} 次间隔中，半数不超过 {median} 天，九成不超过 {most} 天",
)
REPEAT = Text(
    "{again} of {all} customers ({share}) bought on more than one day",
    "{all} 个客户中有 {again} 个（{share}）在一天以上有购买",
)
FIRST_PERIOD = Text(
    "the data begin in {period}: whoever buys in it counts as new", "数据始于{period}：当期购买者均计为新客户"
)
PARTIAL = Text(
    "{period} is not over: who has not bought in it yet counts as lost", "{period} 尚未结束：期内尚未购买者计为流失"
)
NO_SALES = Text("there are no sales in the period asked about", "所询期间没有销售")
IDENTITIES = Text(
    "checked of every period: active = new + retained + reactivated = opening + new + reactivated - lost",
    "各期均已核对：活跃 = 新增 + 留存 + 回流 = 期初 + 新增 + 回流 − 流失",
)
UNNAMED = Text(
    "left out: {lines:line|lines} without a customer ({amount} net)", "未计入：{lines} 行没有客户（净额 {amount}）"
)
CUT = Text(
    "cohorts are shown up to +{age}; a page or workbook has all of it", "批次显示至 +{age}；网页或工作簿中有全部"
)
