"""The words of target reports."""

from __future__ import annotations

from salesperf.core.text import Text

COMPANY = Text("company", "公司")
TITLE = Text("Targets", "目标达成")
SUBTITLE = Text("{span}; data through {through}", "{span}；数据截至{through}")
PERIOD_BLOCK = Text("{period}", "{period}")
YTD_BLOCK = Text("Year to date, {period}", "本年累计（{period}）")
OWNER, SCOPE, METRIC, HORIZON, ID = (
    Text("who", "对象"),
    Text("level", "层级"),
    Text("metric", "指标"),
    Text("period", "期间"),
    Text("ID", "编号"),
)
ACTUAL, TARGET, ATTAINMENT, GAP = (
    Text("actual", "实际"),
    Text("target", "目标"),
    Text("attainment", "达成率"),
    Text("gap", "差额"),
)
EXPECTED, PACE, REQUIRED, LANDING, CHANCE, STATUS = (
    Text("expected by now", "按进度应完成"),
    Text("pace", "进度达成率"),
    Text("required a workday", "剩余每工作日需完成"),
    Text("landing", "预计完成"),
    Text("chance", "达标概率"),
    Text("status", "状态"),
)
REMARK = Text("remark", "说明")
NO_TARGET = Text("no target for {period}", "{period}没有目标")
OF_LONGER = Text(
    "no target for {period}; there is one for {longer} (--period {longer})",
    "{period}没有目标；{longer}有目标（请用 --period {longer}）",
)
NOT_ADDED_UP = Text(
    "no target of its own; targets of rates are not added up", "没有单独的目标；比率类指标的目标不能由下级相加"
)
ELSEWHEN = Text(
    "no target of {metric} is of {period}: they reach from {first} to {last}; where a fiscal year has the name of the "
    'calendar year it begins in, say year_named = "start" under [calendar]',
    "{metric}没有{period}的目标：现有目标自 {first} 至 {last}；若财年以起始自然年命名，"
    '请在 [calendar] 中设置 year_named = "start"',
)
NOT_BY = Text("the files do not tell it by {dimension}", "数据中无法按{dimension}区分")
LED_UNKNOWN = Text(
    "own sales beside a target that contains those of the people led; manager_id in the people table would tell who",
    "目标包含所辖人员的目标，此处仅为个人销售；人员表如有 manager_id 即可计算",
)
UNCOVERED = Text("without {days} days that have no target", "未含没有目标的 {days} 天")
SHARED = Text(
    "{metric}, {period}: targets of longer periods count by their workdays in it: {cuts}",
    "{metric}，{period}：更长期间的目标按期间内的工作日占比计入：{cuts}",
)
SHARED_BY_SEASON = Text(
    "{metric}, {period}: targets of longer periods count by their workdays in it, each weighted by its season: {cuts}",
    "{metric}，{period}：更长期间的目标按期间内的工作日占比并按季节加权计入：{cuts}",
)
SHARED_OF = Text("of {target} {inside} of {all}, {share}", "{target}的{all}个工作日中计{inside}个，即{share}")
RUNNING = Text(
    "{metric}, {period}: held against all targets it has begun, up to {until}; lights judge by pace",
    "{metric}，{period}：对照已开始的全部目标（至{until}），状态按进度判断",
)
SUM_OF = Text("sum of those below", "下级合计")
LEADS = Text("with the people led", "含所辖人员")
HELD = Text(
    "held back by the period before: better from {pace} of pace on", "受上期状态限制：进度达成率达到 {pace} 后转好"
)
WEEKS_BELOW = Text("{weeks} weeks in a row below", "连续 {weeks} 周未达标")
"""The remark beside a line."""
LEADER_NOTE = Text(
    "targets of {names} contain those of others, by {how}; they are not added to them",
    "{names} 的目标包含他人的目标（依据：{how}），不与之重复相加",
)
BELOW_NOTE = Text(
    "{targets}: a target below theirs cannot contain them: measured over own sales and added to the "
    "others; managers = [{list}] under [targets] says that they are contained",
    "{targets}：低于下属目标之和，不可能包含下属目标：按个人销售对照，并与他人目标相加；"
    "如确实包含，请在 [targets] 中设置 managers = [{list}]",
)
ADDED_NOTE = Text(
    "{targets}: a sum written beside them holds only with both added, so theirs are not contained: measured over own "
    "sales and added to the others; managers = [{list}] under [targets] says that they are contained",
    "{targets}：所附合计须将二者相加才相符，因此不包含下属目标：按个人销售对照，并与他人目标相加；"
    "如确实包含，请在 [targets] 中设置 managers = [{list}]",
)
DOUBT_NOTE = Text(
    "{targets}: nothing says whether they contain those of the people led; taken to contain them, and not added. "
    "sellers = [{list}] under [targets] says that they are of own sales alone, managers = [{list}] that they contain "
    "those of the people led",
    "{targets}：未注明是否包含下属目标，目前按包含处理，不与之相加。如仅为本人销售目标，请在 [targets] 中设置 "
    "sellers = [{list}]；如确实包含，请设置 managers = [{list}]",
)
BESIDE = Text(
    "{name} {amount:,f} in {period} beside {sum:,f} of the people led",
    "{name} {period} 目标 {amount:,f}，下属合计 {sum:,f}",
)
NEAR_SUM = Text(
    "{name} sells next to nothing, and the target for {period}, {amount:,f}, is about that of all others together, "
    "{sum:,f}: added to theirs; managers under [targets] says that it contains them, sellers that it does not",
    "{name} 几乎没有个人销售，其 {period} 的目标 {amount:,f} 接近其他人目标之和 {sum:,f}：目前与之相加；"
    "如包含他人目标，请在 [targets] 中设置 managers，否则设置 sellers",
)
BY_TITLE = Text("title and sales of their own", "职务及其个人销售额")
BY_REPORTS = Text("the people table", "人员表")
BY_TEAM = Text(
    "the sum of those of the own team, which sellers under [targets] says is chance",
    "恰为本团队其他成员目标之和；如属巧合，请在 [targets] 中设置 sellers",
)
BY_SUMS = Text("sums that agree in every period", "各期间合计均一致")
BY_CONFIG = Text("[targets] managers", "[targets] managers")
PACE_NOTE = Text(
    "pace: actual / expected by now; expected is each target by its workdays{season}; landing: actual / share "
    "expected, of the period and of the year each by its own, so that the months before and the landing of this one "
    "need not add up to that of the year{chance}",
    "进度达成率＝实际／按进度应完成；按进度应完成按各目标的工作日{season}折算；"
    "预计完成＝实际／应达比例，本期与本年累计各按自身进度推算，故前几个月实际加本月预计不一定等于本年累计预计{chance}",
)
CHANCE_NOTE = Text(
    "; chance: normal, from the last {weeks} weeks by the same weights",
    "；达标概率按最近{weeks}周、以相同权重的正态近似",
)
SEASON = Text(", weighted by season (whole years of the data)", "并按季节（数据中的完整年度）加权")
NO_SEASON = Text(" (no whole year before tells the season)", "（没有完整年度可推算季节性）")
YEARS_OF_TARGETS = Text(
    "years begin in month {month}, as those of the targets do; first_month under [calendar] says otherwise",
    "年度从 {month} 月开始，与目标表一致；如需更改，请在 [calendar] 中设置 first_month",
)
WEEKENDS = Text(
    "workdays of {years}: weekends only, the holidays of the year are not published",
    "{years} 年的工作日仅排除周末：该年放假安排尚未公布",
)
WORKDAYS = {
    "CN": Text("workdays: China's, with the days worked instead", "工作日：中国法定工作日（含调休）"),
    None: Text("workdays: Monday to Friday", "工作日：周一至周五"),
}
NEW_CUSTOMERS = Text(
    "a customer is new at the first purchase in the data, which begin on {first}; to a rep or team at the first there: "
    "their new customers may be more than the company's",
    "客户在数据中首次购买时为新客户，数据自{first}起；对销售员或团队而言，指首次向其购买：各人的新客户之和可能多于公司",
)
UNTARGETED = Text(
    "{people:person|people} with {metric} and no target of it: {names}; {amount} in {period}, in no attainment of "
    "added-up reps",
    "{people} 人有{metric}而没有该指标的目标：{names}；{period}{metric} {amount}，不计入按人员汇总的达成率",
)
RULES = Text(
    "green from {green} of {what} on, yellow from {yellow}, red below",
    "{what}达到{green}为绿，{yellow}以上为黄，低于则为红",
)
NO_METRIC = Text("{metric!r} is no metric", "「{metric}」不是指标")
NAME_A_METRIC = Text("name a metric of `salesperf metrics list`", "请使用 salesperf metrics list 中的指标")
UNMEASURED = Text("targets of {metric} cannot be measured: {lacks}", "{metric}的目标无法对照：缺少{lacks}")
STRANGER = Text(
    "a target for {scope} {name!r}, whom neither sales nor people table know: counted with nothing reached",
    "{scope}「{name}」有目标，但销售数据和人员表中均无此对象：按实际为零计",
)
TAKEN_AS_GROUP = Text(
    "{name!r} is taken as the {scope} {group!r}: its target is not added to those of the people in it",
    "「{name}」按{scope}「{group}」处理，其目标不与其中人员的目标相加",
)
TWICE = Text(
    "{name} has a target for {period} already, as {other} in {where}: that one counts",
    "{name}在 {period} 已有目标（{where}，写作{other}）：以该目标为准",
)
NAME_A_SCOPE = Text(
    "write company, team, rep, region, product or the like in the column of scopes; a column of names is none: take "
    "`scope = ...` out of [table.columns] in salesperf.toml",
    "范围列请填写公司、团队、销售员、区域、产品等；如该列是名称，请从 salesperf.toml 中删去 `scope = ...`",
)
NOT_SPLIT = Text("targets by {scope} cannot be measured: {lacks}", "按{scope}的目标无法对照：缺少{lacks}")
NO_DIMENSION = Text("no such dimension", "该维度")
NAMELESS = Text(
    "{targets:target is|targets are} for a {scope} without a name: counted with nothing reached",
    "{targets} 个目标的层级为{scope}，但没有写明名称：按实际为零计",
)
NOT_OF = Text(
    "{targets:target|targets} of {metric} ({amount}) left out: not of {conditions}",
    "{metric} 的 {targets} 个目标（共 {amount}）未计入：不属于 {conditions}",
)
OF_MORE = Text(
    "{targets:target|targets} of {metric} ({amount}) left out: of more than {conditions}, so nothing is held against "
    "them and they have no light",
    "{metric} 的 {targets} 个目标（共 {amount}）未计入：范围大于 {conditions}，不计算达成率，也不判断状态",
)
WIDER = Text(
    "{targets:target|targets} of {metric} ({amount}) of more than {conditions}, which no target tells apart: "
    "held against the lines that fit alone",
    "{metric} 的 {targets} 个目标（共 {amount}）并未按 {conditions} 拆分：仅与符合条件的数据对照",
)
NONE_FIT = Text("no target is of {conditions}", "没有属于 {conditions} 的目标")
WITHOUT_DATA = Text(
    "without {targets:target|targets} ({amount}) of periods before the data, which begin on {day}",
    "未含数据开始（{day}）之前期间的 {targets} 个目标（{amount}）",
)
UNIT_DOUBTED = Text("no light: the unit looks wrong (F575)", "单位可能有误（F575），不判断状态")
OWNER_DOUBTED = Text("no light: targets of one cell left out (R617)", "同一对象有目标未计入（R617），不判断状态")
RATE_DOUBTED = Text("no light: no such rate can be reached (F584)", "比率超出可能范围（F584），不判断状态")
BEFORE_DATA = Text("the data begin on {day}", "数据从 {day} 开始")
BEGINS_INSIDE = Text("the data begin on {day}: days before it bring nothing", "数据从 {day} 开始，此前没有实际数据")
NONE_OF_IT = Text("0 is met: low is better", "实际为 0，已达标（越低越好）")
