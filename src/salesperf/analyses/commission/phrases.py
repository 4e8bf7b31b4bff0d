"""The words of payouts."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from salesperf.core.money import EXACT
from salesperf.core.text import Text

AT_MOST = Text("the component pays {cap} at most: {withheld} are withheld", "该项上限为{cap}，超出的{withheld}不付")
NOTHING_CREDITED = Text("nothing was credited in the period", "本期没有可计提的业绩")
NO_TARGET = Text("no target above zero to hold it against", "没有大于零的目标可对照")
NO_QUOTA = Text("{who} has no target in {period}", "{who}在{period}没有目标")
BELOW_HURDLE = Text(
    "a margin of {margin} is below the hurdle of {hurdle}: nothing is paid for {amount}",
    "毛利率{margin}低于门槛{hurdle}：{amount}不计提",
)
NO_MARGIN = Text(
    "without revenue there is no margin: nothing is paid for {amount}", "没有收入就没有毛利率：{amount}不计提"
)
DEALS_BELOW = Text(
    "{deals:deal has|deals have} no margin or one below the hurdle of {hurdle}: nothing is paid for {amount}",
    "{deals} 笔没有毛利率或低于门槛{hurdle}：{amount}不计提",
)
RECORD_SINCE = Text(
    "{label}: the data begin on {first}; records from before are not known, unless the plan states them",
    "{label}：数据始于{first}；此前的纪录未知，除非方案中写明",
)
TITLE = Text("Commission, {plan}, {period}", "提成：{plan}，{period}")
TITLE_OF_SEVERAL = Text("Commission under {plans:plan|plans}, {period}", "{plans}个方案的提成，{period}")
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
MEASURE = Text("measure", "指标")
OWN_PERIODS = Text("Attainment by the periods of the targets", "按目标自身期间的达成率")
PAY = Text("payout", "提成")
WHY = Text("why", "说明")
TOTAL = Text("total", "合计")
NO_ONE = Text("{label}: {amount} have no rep, and nobody is paid for them", "{label}：{amount} 没有销售员，未计提")
OUTSIDE = Text(
    "the plan {plan} holds from {first} on; {period} lies before", "方案 {plan} 自{first}起生效，{period}在此之前"
)
COST_BLOCK = Text("What commission costs", "提成成本")
TEAM = Text("team", "团队")
NO_TEAM = Text("Without a team", "无团队")
REVENUE = Text("net revenue", "销售净额")
OF_REVENUE = Text("payout of revenue", "提成占销售净额")
PROFIT = Text("gross profit", "毛利")
OF_PROFIT = Text("payout of profit", "提成占毛利")
EXPLAINED = Text(
    "Where the commission of {name} comes from, {plan}, {period}", "{name} 的提成从何而来，{plan}，{period}"
)
EXPLAINED_SEVERAL = Text("Where the commission of {name} comes from, {period}", "{name} 的提成从何而来，{period}")
PAYOUT_LINES = Text("Payout, line by line", "提成明细")
SLICES = Text("{label}: slices", "{label}：分段")
ROWS = Text("{label}: rows behind it", "{label}：对应的明细行")
UNPAID = Text("Rows that nothing is paid for", "未计提的明细行")
PART = Text("part", "项目")
FROM = Text("from", "自")
TO = Text("to", "至")
AMOUNT = Text("amount", "金额")
RATE = Text("rate", "比例")
EXACT_PAY = Text("pay, not rounded", "提成（未取整）")
FILE = Text("file", "文件")
SHEET = Text("sheet", "工作表")
ROW = Text("row", "行号")
DATE = Text("date", "日期")
ORDER = Text("order", "订单")
CUSTOMER = Text("customer", "客户")
BEFORE_PAID = Text("less what the window had earned before", "减：本窗口此前已计提")
FIXED = Text("fixed amount", "固定金额")
NOT_BY_ROW = Text(
    "{label}: {rest} come from no single row (an amount that is counted, capped, or of all rows together)",
    "{label}：{rest} 不来自单独某一行（计数、封顶或整体计算的金额）",
)
EARNS_NOTHING = Text("earns nothing: status {status}", "不计业绩：状态为{status}")
NO_AMOUNT = Text("adds nothing to any measure of the plan", "不增加方案中任何指标")
NOT_MEANT = Text("no component counts it: {conditions}", "没有组成部分计入：{conditions}")
NOT_ON_THE_DAY = Text("the plan {plan} does not hold for the rep on that day", "该销售员当日不适用方案 {plan}")
PLANS = Text("Payout by plan", "各方案提成")
VERSION = Text("version", "版本")
PEOPLE_PAID = Text("people", "人数")
CURRENCY = Text("currency", "币种")
PAYS_NOBODY = Text("the plan {plan} has no payout line in {period}", "方案 {plan} 在{period}没有提成")
NO_SUCH_PERSON = Text("nobody called {name!r} is credited by a plan", "方案中没有「{name}」的业绩")
LOOSE_CASH = Text(
    "{amount} of cash in {receipts:receipt|receipts} settles no invoice or order that is known and not yet paid, such "
    "as {where}: nobody is paid for it",
    "{receipts} 笔回款共 {amount} 未对应到任何未结清的发票或订单（例如{where}）：不计提",
)
UNLISTED = Text(
    "{who} is paid {amount} and is not in the table of people",
    "{who} 计提 {amount}，但不在人员表中",
)
MORE_UNLISTED = Text(
    "{more:further person is|further people are} paid who are not in the table of people",
    "另有 {more} 人有提成但不在人员表中",
)
DATA_END = Text(
    "the files tell of sales until {last}: what is sold after it is not there yet",
    "文件中的销售截至{last}：之后的销售尚未计入",
)
NO_PERIOD = Text(
    "no {grain} of the plan lies within {first} to {last}: it is settled by whole periods",
    "{first}至{last}内没有方案的完整结算期（{grain}）：方案按整期结算",
)
NO_SUCH_LINE = Text("the payout has no line {line!r}", "结算中没有「{line}」")
LINES_ARE = Text("its lines are {lines}", "可选：{lines}")
MORE = Text("{total} rows are behind it; --format csv lists all of them", "共{total}行；使用 --format csv 可列出全部")
NEW_IS = Text(
    "{label}: a customer is new in the period of the plan in which the data have the first purchase, from anybody",
    "{label}：客户在数据中首次购买（不论向谁购买）所在的方案期间为新客户",
)


def figure(amount: Decimal) -> str:
    """An amount within a sentence: thousands set apart, no zeros at its end.

    >>> figure(Decimal("1190.500000")), figure(Decimal("300.00"))
    ('1,190.5', '300')
    """
    return f"{EXACT.normalize(amount):,f}"


def percent(share: Decimal) -> str:
    """A share in per cent within a sentence, cut after two decimals: what is below a bound does not look like it.

    >>> percent(Decimal("0.099999")), percent(Decimal("0.3"))
    ('9.99 %', '30 %')
    """
    return f"{figure(share.scaleb(2, context=EXACT).quantize(Decimal('0.01'), rounding=ROUND_FLOOR, context=EXACT))} %"


NOT_COVERED = Text(
    "{label}: {amount} have no rep for whom the plan {plan} holds on the day, and it pays nobody for them",
    "{label}：{amount} 没有当日适用方案 {plan} 的销售员，该方案未计提",
)
MORE_UNCOVERED = Text(
    "{more:more rep has|more reps have} sales on days without the plan", "另有 {more} 名销售员在方案之外的日期有销售"
)
MORE_TOLD = Text("{more:more note|more notes} of that kind", "另有 {more} 条同类说明")
COSTED = Text(
    "cost is known for {share} of the revenue: gross profit is of that part, and the payout of all",
    "仅{share}的收入已知成本：毛利按该部分计算，提成则为全部",
)
