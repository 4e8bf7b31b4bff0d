"""The words of cascades."""

from __future__ import annotations

from salesperf.core.text import Text

TITLE = Text("Targets broken down", "目标分解")
SUBTITLE = Text("{metric}, {period}; data through {through}", "{metric}，{period}；数据截至{through}")
WHO, TARGET, SHARE, BEFORE, GROWTH, REMARK = (
    Text("who", "对象"),
    Text("target", "目标"),
    Text("share", "占比"),
    Text("{period}", "{period}"),
    Text("growth asked", "要求增长"),
    Text("remark", "说明"),
)
BY = Text("by {kind}", "按{kind}")
TREE = Text("Company, teams and people", "公司、团队与个人")
BY_PERIOD = Text("The company by period", "公司分期目标")
PERIOD, PART = Text("period", "期间"), Text("share of the whole", "占全期比例")
SCOPE, SCOPE_ID, NAME, METRIC = (
    Text("scope", "范围"),
    Text("scope ID", "范围编号"),
    Text("name", "名称"),
    Text("metric", "指标"),
)
COMPANY, NO_TEAM = Text("company", "公司"), Text("(no team)", "（无团队）")
SHARE_BEFORE = Text("share by weight", "按权重占比")
GIVEN = Text("share with limits", "限额后占比")
AT_FLOOR, AT_CAP = Text("at the floor", "按下限"), Text("at the cap", "按上限")
NEWCOMER, JOINS, LEAVES = (
    Text("newcomer since {day}", "新人（{day} 入职）"),
    Text("joins on {day}", "{day} 入职"),
    Text("leaves on {day}", "{day} 离职"),
)

MIX_NOTE = Text("shared out by {mix}", "按{mix}分解")
HISTORY_NOTE = Text(
    "history: {metric} of {base}, of the people who get a target", "历史业绩：{base} 的{metric}，仅含获得目标的人员"
)
SHORT_NOTE = Text(
    "the data begin on {first}: history holds a part of the twelve months only",
    "数据自 {first} 起：历史业绩不足十二个月",
)
RAMP_SPREAD = Text(
    "over the months, whoever came lately gets {steps} of a full share in the first ones after hiring",
    "分月目标：新入职人员入职后头几个月按 {steps} 计",
)
RAMP_NOTE = Text(
    "capacity: FTE on the workdays of the period, {steps} of it in the first months after hiring; months follow it too",
    "产能：期间工作日的全职当量，入职后头几个月按 {steps} 计；分月目标同样按此折算",
)
POTENTIAL_NOTE = Text("potential: market sizes of {period}", "市场潜力：{period} 的市场规模")
NO_POTENTIAL = Text("no market size for {names}: potential counts as nothing", "{names} 没有市场规模：潜力按零计")
SEASON_NOTE = Text(
    "spread by workdays and season (whole years of the data)", "按工作日与季节性（数据中的完整年度）分摊到各期"
)
WORKDAYS_NOTE = Text(
    "spread by workdays; no whole year tells the season", "按工作日分摊到各期；没有完整年度可推算季节性"
)
UNIT_NOTE = Text(
    "whole multiples of {unit}; largest remainders: parts add up exactly at every level and in every period",
    "以 {unit} 为最小单位，按最大余额法分配：各层级、各期间均精确相加",
)
FROM_SALES = Text(
    "no people table: the people are those who sold from {first} to {last}",
    "没有人员表：人员取 {first} 至 {last} 有销售的销售员",
)
FROM_PERIOD = Text(
    "no people table, and nobody sold in the three months before the period: the people are those who sold in it, "
    "from {first} to {last}",
    "没有人员表，目标期间之前三个月也没有销售：人员取期间内 {first} 至 {last} 有销售的销售员",
)
LEADERS_NOTE = Text(
    "no target of their own for {names}, who lead others and sold little or nothing themselves",
    "{names} 为管理者且本人销售很少或没有，不分配个人目标",
)
IDLE_NOTE = Text(
    "no target for {names}: in the people table, but sold nothing in {base}; "
    '[targets.cascade.people."NAME"] factor = "1" gives one',
    '{names} 在人员表中但 {base} 没有销售，不分配目标；如需分配，请设置 [targets.cascade.people."姓名"] factor = "1"',
)
STRANGERS_NOTE = Text(
    "{names} sold in {base} and get no target: not there in {period}",
    "{names} 在 {base} 有销售但 {period} 不在岗，不分配目标",
)
FROM_SHEET = Text("the company's target is that of the target sheet", "公司目标取自目标表")

NO_TARGET = Text("no target to break down", "没有可分解的目标")
GIVE_TARGET = Text(
    "give --target 120000000, or a company target of {metric} for {period} in a target sheet",
    "请用 --target 120000000 给出，或在目标表中提供 {period} 的公司{metric}目标",
)
UNCOVERED = Text(
    "the company targets of the sheet leave {days} days of {period} open",
    "目标表中的公司目标未覆盖 {period} 的 {days} 天",
)
NO_PERIOD = Text("no period to break the target down for", "没有指定目标期间")
GIVE_PERIOD = Text("say --period 2026, 2026-Q1 or 2026-03", "请指定 --period，例如 2026、2026-Q1 或 2026-03")
NOT_WHOLE = Text("{target} is no whole multiple of {unit}", "{target} 不是 {unit} 的整数倍")
CHOOSE_UNIT = Text(
    "round the target, or say a smaller --unit such as 0.01", "请调整目标，或用 --unit 指定更小的单位，例如 0.01"
)
NO_SUM = Text(
    "{metric} does not add up: a rate is the same target for everybody", "{metric}不能相加，比率类指标不能分解"
)
NAME_SUM = Text(
    "name a metric that adds up, such as net_revenue, orders or new_customers",
    "请使用可相加的指标，例如 net_revenue 或 orders",
)
NOBODY = Text("nobody to share the target among", "没有可分解目标的人员")
NOBODY_SOLD = Text(
    "nobody to share the target among: the data hold no sales of a rep in the three whole months before {period}",
    "没有可分解目标的人员：{period} 之前三个完整月份的数据中没有销售员的销售",
)
GIVE_STAFF = Text(
    "give a people table, or sales that reach up to the period", "请提供人员表，或补充截至该期间的销售数据"
)
GIVE_PEOPLE = Text("give a people table, or sales with reps", "请提供人员表，或含销售员的销售数据")
NO_TEAMS = Text("no teams to share the target among", "没有可分解目标的团队")
GIVE_TEAMS = Text("give a people table with teams, or say --to rep", "请提供含团队的人员表，或使用 --to rep")
LACKS_KIND = Text("weights by {kind}: {why}", "按{kind}分配：{why}")
NO_HISTORY = Text(
    "nothing was sold in the twelve months before, by anybody who is there", "此前十二个月在岗人员均无业绩"
)
NO_MARKET = Text("no market size names a team, a region or a person", "市场规模表中没有团队、区域或人员的数据")
OTHER_WEIGHTS = Text("say other --weights, such as headcount or equal", "请改用其他 --weights，例如 headcount 或 equal")
STRANGER = Text("{name!r} is no team or person who gets a target", "「{name}」不是获得目标的团队或人员")
CHOICE = Text("they are: {names}", "可用的有：{names}")
TWO_NAMED = Text("{name!r} is a team and a person, or several people", "「{name}」对应多个团队或人员")
USE_ID = Text("name people by their id", "请改用编号指定人员")
BELOW = Text("{name!r} is to get at least {floor} and at most {cap}", "「{name}」的下限 {floor} 高于上限 {cap}")
FLOORS_IMPOSSIBLE = Text(
    "the floors add up to {floors} units, {over} more than the target of {target}",
    "下限合计 {floors} 个单位，比目标 {target} 多 {over}",
)
CAPS_IMPOSSIBLE = Text(
    "the caps add up to {caps} units, which leaves {left} of the target of {target} to nobody",
    "上限合计 {caps} 个单位，目标 {target} 中有 {left} 无人承担",
)
TEAM_IMPOSSIBLE = Text(
    "{team}: at least {least} units by its floors, at most {most} by its caps",
    "{team}：按下限至少 {least} 个单位，按上限至多 {most} 个单位",
)
LOOSEN = Text("lower a floor or raise a cap", "请降低下限或提高上限")
