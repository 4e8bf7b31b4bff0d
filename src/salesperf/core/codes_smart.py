"""Issue codes of targets that can hardly be worked with (F580 to F599): `salesperf targets check`."""

from __future__ import annotations

from salesperf.core.code import Code
from salesperf.core.errors import Severity
from salesperf.core.text import Text

SMART: tuple[Code, ...] = (
    Code(
        "F580",
        Severity.WARNING,
        Text("target that does not say whose it is", "目标未写明对象"),
        Text("write the name or id in the row", "请在该行填写姓名或编号"),
    ),
    Code(
        "F581",
        Severity.NOTE,
        Text("one owner under several names", "同一对象有多种写法"),
        Text("write the owner the same way in every row", "请在所有行中使用同一种写法"),
    ),
    Code(
        "F582",
        Severity.WARNING,
        Text("sales and no target", "有销售而没有目标"),
        Text(
            "set a target; until then it is in no attainment of added-up targets",
            "请设定目标；在此之前不计入汇总达成率",
        ),
    ),
    Code(
        "F583",
        Severity.WARNING,
        Text("target that asks for nothing", "目标为零或负数"),
        Text("write the amount, or leave the cell empty if there is no target", "请填写目标值；如无目标请将单元格留空"),
    ),
    Code(
        "F584",
        Severity.WARNING,
        Text("rate that cannot be reached", "比率目标超出可能范围"),
        Text("write 25% or 0.25 for a quarter", "四分之一请写成 25% 或 0.25"),
    ),
    Code(
        "F585",
        Severity.WARNING,
        Text("target far above last year's actual", "目标远高于上年实际"),
        Text(
            "say what makes it possible, or lower it; from where on: growth under [targets.check]",
            "请说明增长依据或下调目标；阈值为 [targets.check] 中的 growth",
        ),
    ),
    Code(
        "F586",
        Severity.WARNING,
        Text("target far above what newcomers reach", "新人目标过高"),
        Text(
            "let it grow over the first months; from where on: newcomer under [targets.check]",
            "请在入职初期逐月递增；阈值为 [targets.check] 中的 newcomer",
        ),
    ),
    Code(
        "F587",
        Severity.WARNING,
        Text("target below last year's actual", "目标低于上年实际"),
        Text(
            "raise it, or say why less is expected; from where on: least under [targets.check]",
            "请上调目标，或说明预期下降的原因；阈值为 [targets.check] 中的 least",
        ),
    ),
    Code(
        "F588",
        Severity.WARNING,
        Text("one target for all whose results differ", "业绩悬殊而目标相同"),
        Text(
            "set it by history and capacity (salesperf targets cascade); from where on: equal under [targets.check]",
            "请按历史业绩与产能设定（可用 salesperf targets cascade）；阈值为 [targets.check] 中的 equal",
        ),
    ),
    Code(
        "F589",
        Severity.WARNING,
        Text("months far from their season", "月度目标偏离季节规律"),
        Text(
            "spread the year by its seasons (salesperf targets cascade); from where on: season under [targets.check]",
            "请按季节分解全年目标（可用 salesperf targets cascade）；阈值为 [targets.check] 中的 season",
        ),
    ),
    Code(
        "F590",
        Severity.WARNING,
        Text("targets that do not add up to the level above", "下级目标合计与上级目标不符"),
        Text(
            "correct whichever is wrong; a difference meant to be there: sums under [targets.check]",
            "请更正有误的一方；如有意留出差额，可在 [targets.check] 中设置 sums",
        ),
    ),
    Code(
        "F591",
        Severity.WARNING,
        Text("target that counts people twice", "上级目标重复计入下属"),
        Text(
            "leave the leader's target out of the sum: it contains those of the people led",
            "合计时请勿计入主管的目标：其中已包含下属的目标",
        ),
    ),
    Code(
        "F592",
        Severity.NOTE,
        Text("leader's target with a part of the leader's own", "主管目标含个人部分"),
        Text(
            "nothing to do if the difference is what the leader is to sell; if all of the target is, name the leader "
            "in sellers under [targets]; else correct whichever is wrong",
            "差额若为主管本人的销售目标则无需处理；若全部为主管本人的销售目标，请在 [targets] 中设置 sellers；"
            "否则请更正有误的一方",
        ),
    ),
    Code(
        "F593",
        Severity.WARNING,
        Text("days without a target between others", "目标期间有间断"),
        Text("set a target for the days between", "请补充中间期间的目标"),
    ),
    Code(
        "F594",
        Severity.WARNING,
        Text("targets for some of the same days", "目标期间重叠"),
        Text("let each period begin after the one before has ended", "请让各期间首尾相接，互不重叠"),
    ),
    Code(
        "F595",
        Severity.WARNING,
        Text("target that its own parts contradict", "目标与其分期目标不一致"),
        Text(
            "correct whichever is wrong: the longer period counts for itself, the parts for theirs",
            "请更正有误的一方：长期间按其自身的目标计，各分期按各自的目标计",
        ),
    ),
    Code(
        "F596",
        Severity.WARNING,
        Text("target for days on which the person is not there", "目标期间人员不在职"),
        Text(
            "hand the target to somebody who is there, or correct the day in the people table",
            "请将目标转给在职人员，或更正人员表中的日期",
        ),
    ),
    Code(
        "F597",
        Severity.WARNING,
        Text("targets that have ended", "目标已过期"),
        Text("give the sheet of the current targets too", "请同时提供当前的目标表"),
    ),
    Code(
        "F598",
        Severity.WARNING,
        Text("targets years ahead of the data", "目标期间远超数据"),
        Text("correct the year", "请更正年份"),
    ),
    Code(
        "F599",
        Severity.NOTE,
        Text("targets before the data begin", "目标早于数据"),
        Text("give the data of those days to see what was reached", "如需对照，请提供该期间的数据"),
    ),
)
