"""Issue codes of business events other than sales (F52 on): deals, money owed and received, leads, answers, costs."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

EVENTS: tuple[Code, ...] = (
    Code(
        "F520",
        Severity.WARNING,
        Text("deal without the day it counts on", "商机缺少计入日期"),
        Text(
            "fill in the date; until then the deal counts on no day",
            "补充该日期；在此之前该商机不计入任何日期",
        ),
    ),
    Code(
        "F521",
        Severity.WARNING,
        Text("closed deal of which no word says won or lost", "已关闭商机无法判断输赢"),
        Text(
            "name the words under [kpi] deal_won, deal_lost or deal_open; those still open need no close date",
            "请在 [kpi] 的 deal_won、deal_lost 或 deal_open 中声明这些用语",
        ),
    ),
    Code(
        "F540",
        Severity.WARNING,
        Text("lead without the day it was created", "线索缺少创建日期"),
        Text("fill in the date; until then the lead counts on no day", "补充创建日期；在此之前该线索不计入任何日期"),
    ),
    Code(
        "F541",
        Severity.WARNING,
        Text("status of leads that says neither converted nor not", "线索状态无法判断是否转化"),
        Text(
            "name the words that mean converted under [kpi] lead_converted, or export the conversion date",
            "请在 [kpi] lead_converted 中声明表示已转化的用语，或导出转化日期",
        ),
    ),
    Code(
        "F542",
        Severity.WARNING,
        Text("lead more than once", "线索重复"),
        Text(
            "export one row a lead; where the column holds names of different leads, map another as lead_id",
            "请按每条线索一行导出；若该列是名称且不同线索同名，请将其他列映射为线索编号（lead_id）",
        ),
    ),
    Code(
        "F543",
        Severity.WARNING,
        Text("lead answered or converted before it was created", "线索响应或转化早于创建"),
        Text(
            "correct the times; a response without a time of day counts as midnight, so export the time with it",
            "请更正时间；没有具体时刻的响应按零点计，请连同时刻一起导出",
        ),
    ),
    Code(
        "F544",
        Severity.WARNING,
        Text("lead without an id", "线索缺少编号"),
        Text("fill in the id; until then each row is a lead of its own", "补充编号；在此之前每行各计为一条线索"),
    ),
    Code(
        "F545",
        Severity.WARNING,
        Text("kind of activity that nobody knows", "无法识别的活动类型"),
        Text(
            "declare the word under [kpi.activity_kinds]: visit, call, proposal, follow_up or other",
            "请在 [kpi.activity_kinds] 中声明该用语属于 visit、call、proposal、follow_up 或 other",
        ),
    ),
    Code(
        "F546",
        Severity.WARNING,
        Text("activity without a date", "活动缺少日期"),
        Text("fill in the date; until then the activity counts on no day", "补充日期；在此之前该活动不计入任何日期"),
    ),
    Code(
        "F550",
        Severity.WARNING,
        Text("answer without a date", "答卷缺少日期"),
        Text("fill in the date; until then the answer counts on no day", "补充日期；在此之前该答卷不计入任何日期"),
    ),
    Code(
        "F551",
        Severity.WARNING,
        Text("score outside its scale", "得分超出量表范围"),
        Text(
            "correct the score, or name the scale: a column of scales, or csat_scale under [kpi]",
            "请更正得分，或注明分制：增加量表列，或设置 [kpi] csat_scale",
        ),
    ),
    Code(
        "F552",
        Severity.WARNING,
        Text("answer to a question that is not counted", "不计入的问卷类型"),
        Text(
            "write csat or nps as the kind of those that are meant so",
            "如属满意度或推荐意愿，请在类型列注明「满意度」或「NPS」",
        ),
    ),
)
